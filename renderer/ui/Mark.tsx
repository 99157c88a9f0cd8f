// The mark of the app: a rostrum with a paper on it, in the accent.

import styles from './mark.module.css';

/** Decoration: the name stands beside it. */
export function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 20 20" className={styles['mark']}>
      <rect width="20" height="20" rx="4.5" className={styles['ground']} />
      <path d="M3.8 8.2 15.4 4.6l.8 2.7L4.6 10.9ZM9 10.4l2.2-.7v4.5h2.6v1.6H6.4v-1.6H9Z" className={styles['shape']} />
    </svg>
  );
}
