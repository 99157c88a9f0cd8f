// A choice of one among many, as the system's own list. For two to six choices that should be seen, use RadioChoices.

import { useId } from 'react';
import { classNames } from './class-names';
import styles from './field.module.css';

type SelectFieldProps<Value extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly words: string }[];
  readonly onChange: (value: Value) => void;
};

/** A labelled native select. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, isLabelHidden = false, value, choices, onChange } = props;
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <select
        id={id}
        className={classNames(styles['input'], styles['select'])}
        value={value}
        onChange={(event) => {
          const chosen = choices[event.target.selectedIndex];
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </div>
  );
}
