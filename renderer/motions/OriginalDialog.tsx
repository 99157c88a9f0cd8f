// A kept file's own lines, to be read and no more.

import { Download } from 'lucide-react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import styles from './original-dialog.module.css';

type OriginalDialogProps = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly onSave: () => void;
  readonly onClose: () => void;
};

export function OriginalDialog({ name, lines, onSave, onClose }: OriginalDialogProps) {
  const numbered = lines.map((text, index) => ({ text, number: index + 1 }));
  return (
    <Dialog
      title={name}
      isWide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button icon={<Download aria-hidden />} onPress={onSave}>
            Save a copy…
          </Button>
        </>
      }
    >
      {/* Long: it is scrolled with the keyboard, so it has to take the focus. */}
      <div className={styles['scroller']} role="region" aria-label="The file as it came" tabIndex={0}>
        <ol className={styles['lines']}>
          {numbered.map(({ text, number }) => (
            <li key={number} data-number={number}>
              {text}
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  );
}
