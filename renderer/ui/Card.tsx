// A card of the right margin: one thing that bears on the text (amendments, my draft, notes). Hairline, no shadow.

import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './card.module.css';

type CardProps = {
  readonly title: string;
  /** A few words at the right of the title: "in voting order", "Saved 09:41 on this computer". */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A titled section of the margin. */
export function Card({ title, aside, children }: CardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['card']}>
      <header className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <div className={styles['aside']}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}
