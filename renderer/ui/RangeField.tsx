// A number between two ends, moved with the pointer or the arrow keys, its value in words beside the label.

import { useId } from 'react';
import styles from './field.module.css';

type RangeFieldProps = {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** The value as it is said: "18 px". */
  readonly words: string;
  readonly onChange: (value: number) => void;
};

/** A labelled native range. */
export function RangeField({ label, value, least, most, step, words, onChange }: RangeFieldProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <div className={styles['rangeHead']}>
        <label htmlFor={id} className={styles['label']}>
          {label}
        </label>
        <span className={styles['value']}>{words}</span>
      </div>
      <input
        id={id}
        type="range"
        className={styles['range']}
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={words}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
