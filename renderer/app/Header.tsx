// The head of the window: the mark, the conference, the go-to field, and the one or two things most done here.

import { FileUp, PanelLeft, PencilLine, Settings } from 'lucide-react';
import type { Conference } from '../../shared/motion/conference';
import type { Target } from '../motions/go-to';
import { GoToField } from '../motions/GoToField';
import type { TargetPapers } from '../motions/use-targets';
import { Button } from '../ui/Button';
import { LinkButton } from '../ui/LinkButton';
import { Mark } from '../ui/Mark';
import { keysInWords, shortcuts } from '../ui/shortcuts';
import styles from './header.module.css';
import { hrefOf } from './routes';
import type { Route } from './routes';

type HeaderProps = {
  readonly conference: Conference | undefined;
  readonly route: Route;
  /** What can be gone to. */
  readonly papers: TargetPapers;
  readonly isListOpen: boolean;
  /** Absent where there is no list beside the page. */
  readonly onToggleList: (() => void) | undefined;
  readonly onGo: (target: Target) => void;
};

/** The header; on a motion's page its main action is to draft an amendment, elsewhere to open papers. */
export function Header({ conference, route, papers, isListOpen, onToggleList, onGo }: HeaderProps) {
  return (
    <header className={styles['header']} tabIndex={-1} data-pane="header">
      {onToggleList !== undefined && (
        <Button
          look="quiet"
          icon={<PanelLeft aria-hidden />}
          aria-label={isListOpen ? 'Hide the list of papers' : 'Show the list of papers'}
          aria-expanded={isListOpen}
          aria-keyshortcuts={keysInWords(shortcuts.togglePapers.keys)}
          onPress={onToggleList}
        />
      )}
      <a href={hrefOf({ kind: 'front-door' })} className={styles['mark']}>
        <Mark />
        <span>Rostrum</span>
      </a>
      {conference === undefined ? (
        <span className={styles['spring']} />
      ) : (
        <>
          <a href={hrefOf({ kind: 'papers', conference: conference.id })} className={styles['conference']}>
            {conference.title}
          </a>
          <GoToField papers={papers} onGo={onGo} />
        </>
      )}
      <div className={styles['actions']}>
        {conference !== undefined && route.kind !== 'import' && (
          <LinkButton href={hrefOf({ kind: 'import' })} icon={<FileUp aria-hidden />}>
            <span className={styles['words']}>Open papers</span>
          </LinkButton>
        )}
        {route.kind === 'motion' && (
          <LinkButton
            look="primary"
            href={hrefOf({ kind: 'amend', motion: route.motion })}
            icon={<PencilLine aria-hidden />}
            shortcut={shortcuts.amend.keys}
          >
            <span className={styles['words']}>Draft amendment</span>
          </LinkButton>
        )}
        {conference === undefined && (
          <LinkButton look="quiet" href={hrefOf({ kind: 'settings' })} icon={<Settings aria-hidden />}>
            <span className={styles['words']}>Settings</span>
          </LinkButton>
        )}
      </div>
    </header>
  );
}
