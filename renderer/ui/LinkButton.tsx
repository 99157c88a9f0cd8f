// A link that looks like a button: for going to another page as the main thing to do here. Anything else is a plain `<a>`.

import type { ReactNode } from 'react';
import type { ButtonLook } from './Button';
import styles from './button.module.css';
import { classNames } from './class-names';

type LinkButtonProps = {
  /** An address made by `app/routes.ts`. */
  readonly href: string;
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** As in `aria-keyshortcuts`, where a key does the same. */
  readonly shortcut?: string;
};

/** A link to another page in the shape of a button. */
export function LinkButton({ href, look = 'plain', icon, children, shortcut }: LinkButtonProps) {
  return (
    <a href={href} className={classNames(styles['button'], styles[look])} aria-keyshortcuts={shortcut}>
      {icon}
      {children}
    </a>
  );
}
