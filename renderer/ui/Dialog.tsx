// What must be answered before anything else: a few words, two buttons. What can stand in the margin should.

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './Button';
import { classNames } from './class-names';
import styles from './dialog.module.css';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the safe one first. Without them there is only the cross. */
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
};

/** A modal dialog, open as long as it is rendered. Escape, the cross and a click beside it close it. */
export function Dialog({ title, onClose, children, actions, isWide = false }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className={classNames(styles['veil'])}
    >
      <Modal className={classNames(styles['modal'], isWide && styles['wide'])}>
        <AriaDialog className={classNames(styles['dialog'])}>
          <header className={styles['head']}>
            <Heading slot="title" level={2} className={classNames(styles['title'])}>
              {title}
            </Heading>
            <Button look="quiet" icon={<X aria-hidden />} aria-label="Close" onPress={onClose} />
          </header>
          <div className={styles['body']}>{children}</div>
          {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
