// What a place says while it holds nothing: what would stand here, and the one thing to do about it.

import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type EmptyStateProps = {
  readonly title: string;
  readonly children?: ReactNode;
  /** A Button or LinkButton. */
  readonly action?: ReactNode;
};

/** A calm placeholder for an empty page. Inside a card a plain sentence is enough. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children !== undefined && <div className={styles['words']}>{children}</div>}
      {action}
    </div>
  );
}
