// The window around every page: header, papers on the left, the page, and the footer; the keys that work everywhere.

import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { StoreName } from '../../shared/desktop-contract';
import type { Conference } from '../../shared/motion/conference';
import type { OrderOfBusiness } from '../../shared/motion/order-of-business';
import { inOrderTaken } from '../motions/in-sessions';
import { paperRows } from '../motions/paper-rows';
import type { Target } from '../motions/go-to';
import { showWords } from '../motions/show-words';
import { useReadingKeys } from '../settings/use-reading-keys';
import { listAllNotes, listBriefings, listMotions } from '../storage/questions';
import { listSessions } from '../storage/order-questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { officeWords } from '../sync/office-words';
import { useOwnDevices } from '../devices/use-own-devices';
import { useSending } from '../sending/use-sending';
import { useOffice } from '../sync/use-office';
import { classNames } from '../ui/class-names';
import { FileDrop } from '../ui/FileDrop';
import { focusPane } from '../ui/panes';
import { useShortcut } from '../ui/shortcuts';
import { useToast } from '../ui/Toasts';
import { Footer } from './Footer';
import { Header } from './Header';
import { KeysDialog } from './KeysDialog';
import { devicesInShort } from './device-message';
import { unreadMessage } from './failure-message';
import { findOfficialWords } from './official-words';
import { Page } from './Page';
import type { ShellActions } from './Page';
import { PapersPane } from './PapersPane';
import { RecoveryNotice } from './RecoveryNotice';
import { hrefOf, readRoute } from './routes';
import type { Route } from './routes';
import styles from './shell.module.css';
import { useConference } from './use-conference';
import { useListPane } from './use-list-pane';
import { useFocusAfterGoing, useLastPage } from './use-place';
import type { SavingState } from './watch-saving';

type ShellProps = {
  readonly saving: SavingState;
  readonly actions: ShellActions;
  /** What was put right while opening, in sentences. */
  readonly recovery: readonly string[];
};

const noOrder: OrderOfBusiness = [];

/** The shell with the page that the address names. */
export function Shell({ saving, actions, recovery }: ShellProps) {
  const store = useStore();
  const [path, navigate] = useLocation();
  const address = useMemo(() => readRoute(path), [path]);
  const { conference, conferences, open } = useConference(address);
  const route = routeShown(address, store.name, conference);
  const id = conference?.id ?? '';
  const numbered = useQuestion((opened) => listMotions(opened, id), [id]);
  const order = useQuestion((opened) => listSessions(opened, id), [id]) ?? noOrder;
  const motions = useMemo(() => numbered && inOrderTaken(numbered, order), [numbered, order]);
  const briefings = useQuestion((opened) => listBriefings(opened, id), [id]);
  const notes = useQuestion((opened) => listAllNotes(opened, id), [id]);
  const official = useQuestion((opened) => findOfficialWords(opened, id), [id]);
  const office = useOffice(conference, official === undefined ? undefined : (official?.version ?? null));
  const sending = useSending();
  const devices = useOwnDevices();
  const rows = useMemo(() => paperRows(motions ?? [], briefings ?? [], order), [motions, briefings, order]);
  const list = useListPane(path);
  const [isShowingKeys, setIsShowingKeys] = useState(false);
  const toast = useToast();
  const sayUnread = useCallback((names: readonly string[]) => toast({ words: unreadMessage(names) }), [toast]);
  useReadingKeys();
  useShortcut('togglePapers', list.toggle);
  useShortcut('showKeys', () => setIsShowingKeys(true));
  useShortcut('nextPane', () => focusPane(1));
  useShortcut('previousPane', () => focusPane(-1));
  useLastPage(store.name, path, navigate);
  useFocusAfterGoing(path);

  const goTo = ({ href, place, title }: Target): void => {
    if (place === undefined) navigate(href.slice(1));
    else showWords(place.clause, title);
  };
  const hasList = conference !== undefined && route.kind !== 'front-door' && route.kind !== 'office';
  return (
    <div className={classNames(styles['shell'], hasList && list.isOpen && styles['withList'])}>
      <button type="button" className={styles['skip']} onClick={focusText}>
        Skip to the text
      </button>
      <Header
        conference={conference}
        route={route}
        papers={{
          conference: id,
          motions: motions ?? [],
          briefings: briefings ?? [],
          order,
          ...(route.kind === 'motion' ? { shown: route.motion } : {}),
        }}
        isListOpen={list.isOpen}
        onToggleList={hasList ? list.toggle : undefined}
        onGo={goTo}
      />
      {hasList && (
        <PapersPane
          rows={rows}
          amendmentCount={(motions ?? []).reduce((sum, motion) => sum + motion.ownAmendmentCount, 0)}
          noteCount={notes?.length ?? 0}
          currentHref={hrefOf(listedRoute(route))}
          isOpen={list.isOpen}
        />
      )}
      <div className={styles['outlet']}>
        <RecoveryNotice words={recovery} />
        {conferences !== undefined && (
          <Page
            route={route}
            papers={{ conferences, conference, motions: motions ?? [], briefings: briefings ?? [], order }}
            actions={actions}
            office={office}
            sending={sending}
            devices={devices}
            onOpenConference={open}
          />
        )}
      </div>
      <Footer
        saving={saving}
        storeName={store.name}
        official={official}
        connection={officeWords(office.state, { appliedAt: official?.appliedAt, now: store.now() })}
        devices={devicesInShort(devices.state.overview, devices.state.failure)}
        onLeaveSample={actions.leaveSample}
      />
      <FileDrop words="Let go to open these papers" onFiles={actions.takeFiles} onUnread={sayUnread} />
      {isShowingKeys && <KeysDialog onClose={() => setIsShowingKeys(false)} />}
    </div>
  );
}

/** The sample has no front door: one is let straight into its papers. */
function routeShown(address: Route, name: StoreName, conference: Conference | undefined): Route {
  const isSampleDoor = name === 'sample' && address.kind === 'front-door' && conference !== undefined;
  return isSampleDoor ? { kind: 'papers', conference: conference.id } : address;
}

/** The page as the list names it: whatever is done with a motion, it is that motion's row. */
function listedRoute(route: Route): Route {
  if ('motion' in route) return { kind: 'motion', motion: route.motion };
  return route.kind === 'correct-briefing' ? { kind: 'briefing', briefing: route.briefing } : route;
}

function focusText(): void {
  document.querySelector<HTMLElement>('#main')?.focus();
}
