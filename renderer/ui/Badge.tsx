// A state in a word: icon, word and shape together, so that colour never stands alone.

import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names';

export type BadgeTone = 'plain' | 'accent' | 'carried' | 'lost' | 'warning';

type BadgeProps = {
  readonly tone?: BadgeTone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Without the outline: in lists, where a row already bounds it. */
  readonly isBare?: boolean;
};

/** A badge; `children` are its words. */
export function Badge({ tone = 'plain', icon, children, isBare = false }: BadgeProps) {
  return (
    <span className={classNames(styles['badge'], styles[tone], isBare && styles['bare'])}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
