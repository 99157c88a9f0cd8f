// Something most people need not see, one press away ("Lines left out (6)"). Found by the browser's own search too.

import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

type DisclosureProps = {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** Told each time it is opened, to fetch what is in it. */
  readonly onOpen?: () => void;
};

/** A native `details` element in the app's manner. */
export function Disclosure({ summary, children, isOpenAtFirst = false, onOpen }: DisclosureProps) {
  return (
    <details
      className={styles['disclosure']}
      open={isOpenAtFirst}
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen?.();
      }}
    >
      <summary className={styles['summary']}>
        <ChevronRight aria-hidden />
        {summary}
      </summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
