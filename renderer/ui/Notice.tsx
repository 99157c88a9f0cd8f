// A sentence that must be read, where it happened: what was refused and why, what to look at, what went well.

import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './notice.module.css';

export type NoticeKind = 'plain' | 'done' | 'warning' | 'refused';

type NoticeProps = {
  readonly kind?: NoticeKind;
  readonly children: ReactNode;
  /** Buttons that answer the notice. */
  readonly action?: ReactNode;
};

const icons = { plain: Info, done: CircleCheck, warning: TriangleAlert, refused: CircleX } as const;

/** A notice in the flow of the page. Refusals are said at once by screen readers, the others when there is a pause. */
export function Notice({ kind = 'plain', children, action }: NoticeProps) {
  const Icon = icons[kind];
  return (
    <div role={kind === 'refused' ? 'alert' : 'status'} className={classNames(styles['notice'], styles[kind])}>
      <Icon aria-hidden />
      <div className={styles['words']}>{children}</div>
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  );
}
