// A button that says what it does. `primary` once a screen at most; `plain` beside it; `quiet` inside cards and rows.

import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';
import { classNames } from './class-names';

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  readonly look?: ButtonLook;
  /** A lucide icon at 16 px. Without words beside it, give `aria-label` too. */
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
};

/** A button; press, keyboard and screen reader behaviour are React Aria's. */
export function Button({ look = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classNames(styles['button'], styles[look], children === undefined && styles['iconOnly'])}
    >
      {icon}
      {children}
    </AriaButton>
  );
}
