// What is on screen while the papers are being opened, and when they cannot be.

import type { Opening } from './use-opened-store';
import styles from './full-page.module.css';

type OpeningPageProps = {
  readonly opening: Opening;
  /** Absent unless it is the sample that is being opened. */
  readonly onLeaveSample: (() => void) | undefined;
};

/** Nothing for the first moment, since opening is quicker than reading about it. */
export function OpeningPage({ opening, onLeaveSample }: OpeningPageProps) {
  switch (opening.kind) {
    case 'open':
      return null;
    case 'opening':
      return (
        <main className={styles['page']}>
          <h1 className="visually-hidden">Rostrum</h1>
          <p role="status" className={styles['quiet']}>
            {stepWords(opening)}
          </p>
        </main>
      );
    case 'failed':
      return (
        <main className={styles['page']}>
          <h1 className={styles['title']}>Your papers cannot be opened just now</h1>
          <p role="alert">{opening.words}</p>
          <Reload words="Try again" />
          {onLeaveSample !== undefined && (
            <button type="button" className={styles['button']} onClick={onLeaveSample}>
              Back to my papers
            </button>
          )}
        </main>
      );
    case 'replaced':
      return (
        <main className={styles['page']}>
          <h1 className={styles['title']}>A newer Rostrum is open in another window</h1>
          <p>This window is of an older version and has stopped, so that the two cannot disagree. All is saved.</p>
          <Reload words="Load the newer version here" />
        </main>
      );
  }
}

function Reload({ words }: { readonly words: string }) {
  return (
    <button type="button" className={styles['button']} onClick={() => window.location.reload()}>
      {words}
    </button>
  );
}

function stepWords({ step }: Extract<Opening, { readonly kind: 'opening' }>): string {
  switch (step?.kind) {
    case undefined:
      return '';
    case 'waiting-for-other-window':
      return 'Waiting for another window of Rostrum to close…';
    case 'replaying':
      return `Putting your papers back from the journal: ${step.replayed.toLocaleString('en-GB')} of ${step.total.toLocaleString('en-GB')}`;
  }
}
