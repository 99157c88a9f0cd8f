// A button that stays down: something is shown, or is not, and the same press takes it back.

import type { ReactNode } from 'react';
import { ToggleButton as AriaToggleButton } from 'react-aria-components/ToggleButton';
import type { ToggleButtonProps as AriaToggleButtonProps } from 'react-aria-components/ToggleButton';
import styles from './button.module.css';
import { classNames } from './class-names';

type ToggleButtonProps = Omit<AriaToggleButtonProps, 'className' | 'style' | 'children'> & {
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

/** A quiet toggle; the words stay the same in both states. */
export function ToggleButton({ icon, children, ...rest }: ToggleButtonProps) {
  return (
    <AriaToggleButton {...rest} className={classNames(styles['button'], styles['quiet'], styles['toggle'])}>
      {icon}
      {children}
    </AriaToggleButton>
  );
}
