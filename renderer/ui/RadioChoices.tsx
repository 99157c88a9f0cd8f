// One of a few, all of them in sight. Arrow keys choose; the label stands above.

import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { classNames } from './class-names';
import styles from './field.module.css';

type RadioChoicesProps<Value extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly isInRow?: boolean;
  /** Absent: nothing is chosen yet. */
  readonly value?: Value | undefined;
  readonly choices: readonly { readonly value: Value; readonly words: ReactNode }[];
  readonly onChange: (value: Value) => void;
};

/** A labelled group of radio buttons. */
export function RadioChoices<Value extends string>(props: RadioChoicesProps<Value>) {
  const { label, isLabelHidden = false, isInRow = false, value, choices, onChange } = props;
  return (
    <RadioGroup
      className={classNames(styles['field'])}
      value={value ?? null}
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen);
        if (choice !== undefined) onChange(choice.value);
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : classNames(styles['label'])}>{label}</Label>
      <div className={classNames(styles['choices'], isInRow && styles['row'])}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={classNames(styles['choice'])}>
            <span className={classNames(styles['mark'], styles['round'])} />
            <span>{choice.words}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
