// One way in: what it is, in a heading and a sentence, and the button that opens it.

import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './front-door.module.css';

type DoorProps = { readonly title: string; readonly words: string; readonly children: ReactNode };

/** `children` are its buttons. */
export function Door({ title, words, children }: DoorProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['door']}>
      <h2 id={id} className={styles['doorTitle']}>
        {title}
      </h2>
      <p className={styles['words']}>{words}</p>
      <div className={styles['ways']}>{children}</div>
    </section>
  );
}
