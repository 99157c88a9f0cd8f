// Work that takes more than a moment, with how far it is in words ("214 of 257 parts").

import { useId } from 'react';
import styles from './progress-bar.module.css';

type ProgressBarProps = {
  readonly label: string;
  /** 0 to 1; absent while the end is unknown. */
  readonly fraction?: number;
  readonly words?: string;
};

/** A labelled native progress bar. */
export function ProgressBar({ label, fraction, words }: ProgressBarProps) {
  const id = useId();
  return (
    <div className={styles['progress']}>
      <label htmlFor={id}>{label}</label>
      {words !== undefined && <span className={styles['words']}>{words}</span>}
      <progress id={id} className={styles['bar']} {...(fraction === undefined ? {} : { value: fraction, max: 1 })} />
    </div>
  );
}
