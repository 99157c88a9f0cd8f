// Something most people need not see, one press away ("Lines left out (6)"). Found by the browser's own search too.

import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

type DisclosureProps = { readonly summary: ReactNode; readonly children: ReactNode; readonly isOpenAtFirst?: boolean };

/** A native `details` element in the app's manner. */
export function Disclosure({ summary, children, isOpenAtFirst = false }: DisclosureProps) {
  return (
    <details className={styles['disclosure']} open={isOpenAtFirst}>
      <summary className={styles['summary']}>
        <ChevronRight aria-hidden />
        {summary}
      </summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
