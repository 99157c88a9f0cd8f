// The formal wording of the draft, writing itself as the text is edited.

import { Copy, Trash2 } from 'lucide-react';
import { countAddedWords } from '../../shared/amendment/count-added-words';
import type { TextOperation } from '../../shared/amendment/operation';
import { writeWording } from '../../shared/amendment/write-wording';
import type { TextVersion } from '../../shared/motion/motion';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { counted } from '../ui/time-words';
import { useToast } from '../ui/Toasts';
import styles from './draft.module.css';

type WordingCardProps = {
  readonly base: TextVersion;
  readonly operations: readonly TextOperation[];
  /** How far it is saved, in words. */
  readonly saved: string;
  /** Absent while there is nothing kept to delete. */
  readonly onDelete?: () => void;
};

export function WordingCard({ base, operations, saved, onDelete }: WordingCardProps) {
  const showToast = useToast();
  const sentences = writeWording(base, operations);
  const copy = (): void => {
    void navigator.clipboard.writeText(sentences.join('\n')).then(
      () => showToast({ words: 'The wording is on the clipboard.' }),
      () => showToast({ words: 'The computer did not let Rostrum use the clipboard. Select the wording and copy it.' }),
    );
  };
  return (
    <Card title="My draft" aside={saved}>
      {sentences.length === 0 ? (
        <p className={styles['quiet']}>Change the text, and the formal wording writes itself here.</p>
      ) : (
        <div className={styles['wording']} aria-live="off">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {sentences.length > 0 && (
        <p className={styles['quiet']}>{counted(countAddedWords(base, operations), 'word')} added</p>
      )}
      <div className={styles['actions']}>
        {sentences.length > 0 && (
          <Button icon={<Copy aria-hidden size={16} />} onPress={copy}>
            Copy the wording
          </Button>
        )}
        {onDelete !== undefined && (
          <Button look="danger" icon={<Trash2 aria-hidden size={16} />} onPress={onDelete}>
            Delete this draft
          </Button>
        )}
      </div>
    </Card>
  );
}
