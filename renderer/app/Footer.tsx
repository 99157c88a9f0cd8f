// The foot of the window: what is certain. Whether everything is saved, whether the office can be reached, which papers
// these are and who signed them.

import { BadgeCheck, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { StoreName } from '../../shared/desktop-contract';
import { keepMessage } from './failure-message';
import styles from './footer.module.css';
import type { OfficialWords } from './official-words';
import { hrefOf } from './routes';
import type { SavingState } from './watch-saving';

type FooterProps = {
  readonly saving: SavingState;
  readonly storeName: StoreName;
  readonly official: OfficialWords | null | undefined;
  /** A few words on the connection; absent where there is no office to connect to. */
  readonly connection: string | undefined;
  /** Why private notes do not reach the delegate's other computers; absent where they do, or there are none. */
  readonly devices: string | undefined;
  readonly onLeaveSample: () => void;
};

/** The footer. A refusal to save is heard at once; that all is well is only there to be read. */
export function Footer({ saving, storeName, official, connection, devices, onLeaveSample }: FooterProps) {
  return (
    <footer className={styles['footer']} tabIndex={-1} data-pane="footer">
      <Saving state={saving} />
      {storeName === 'sample' && (
        <span className={styles['sample']}>
          Sample conference: nothing here touches your own papers.{' '}
          <button type="button" className={styles['leave']} onClick={onLeaveSample}>
            Back to my papers
          </button>
        </span>
      )}
      {connection !== undefined && (
        <a href={hrefOf({ kind: 'connect' })} className={styles['connection']}>
          {connection}
        </a>
      )}
      {devices !== undefined && (
        <a href={hrefOf({ kind: 'devices' })} className={styles['connection']}>
          {devices}
        </a>
      )}
      {official !== undefined && official !== null && (
        <span className={styles['official']}>
          <span>
            Agenda v{official.version} · {official.words}
          </span>
          {official.isOfficeKnown ? (
            <span className={styles['signed']}>
              <BadgeCheck aria-hidden size={14} /> Signed by the conference office
            </span>
          ) : (
            <a href={hrefOf({ kind: 'connect' })} className={styles['unverified']}>
              <TriangleAlert aria-hidden size={14} /> Office not yet verified
            </a>
          )}
        </span>
      )}
    </footer>
  );
}

function Saving({ state }: { readonly state: SavingState }) {
  switch (state.kind) {
    case 'saved':
      return (
        <span className={styles['saved']}>
          <CircleCheck aria-hidden size={14} /> Everything is saved on this computer
        </span>
      );
    case 'saving':
      return (
        <span className={styles['saving']}>
          <CircleDashed aria-hidden size={14} /> Saving…
        </span>
      );
    case 'refused':
      return (
        <span role="alert" className={styles['refused']}>
          <TriangleAlert aria-hidden size={14} /> Not saved. {keepMessage(state.error)}
        </span>
      );
  }
}
