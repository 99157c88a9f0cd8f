// A button that opens a short list of things to do. What is done often deserves a button of its own instead.

import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Button } from './Button';
import type { ButtonLook } from './Button';
import { classNames } from './class-names';
import styles from './menu.module.css';

export type MenuAction = {
  readonly id: string;
  readonly words: string;
  readonly icon?: ReactNode;
  readonly run: () => void;
};

type MenuButtonProps = {
  /** Said by screen readers; shown when there are no `words`. */
  readonly label: string;
  readonly words?: string;
  readonly icon?: ReactNode;
  readonly look?: ButtonLook;
  readonly actions: readonly MenuAction[];
};

/** A button with a menu; arrow keys, first letters and Escape as in any menu. */
export function MenuButton({ label, words, icon, look = 'quiet', actions }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button look={look} icon={icon} aria-label={label}>
        {words}
      </Button>
      <Popover className={classNames(styles['popover'])} placement="bottom end">
        <Menu
          className={classNames(styles['menu'])}
          aria-label={label}
          onAction={(key) => actions.find((action) => action.id === key)?.run()}
        >
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} textValue={action.words} className={classNames(styles['item'])}>
              {action.icon}
              <span>{action.words}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
