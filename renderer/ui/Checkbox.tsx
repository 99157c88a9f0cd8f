// Something that is so or not so, said in words beside a box.

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import type { CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import { classNames } from './class-names';
import styles from './field.module.css';

type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & { readonly children: ReactNode };

/** A checkbox with its words. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={classNames(styles['choice'])}>
      <span className={styles['mark']}>
        <Check aria-hidden />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
