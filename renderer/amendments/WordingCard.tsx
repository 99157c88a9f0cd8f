// The formal wording of the draft in the manner of the house, writing itself as the text is edited.

import { Copy, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { checklistOf } from '../../shared/amendment/checklist';
import type { TextOperation } from '../../shared/amendment/operation';
import type { WordingStyleName } from '../../shared/amendment/wording-style';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { SelectField } from '../ui/SelectField';
import { wordingOf } from './amendment-words';
import type { WrittenIn } from './amendment-words';
import { checklistWords } from './checklist-words';
import { copyWords } from './copy-words';
import styles from './draft.module.css';
import { countWords, houses } from './house';
import { keyedSentences } from './keyed-sentences';
import { useSettled } from './use-settled';
import { useToast } from '../ui/Toasts';
import { WordingNews } from './WordingNews';

type WordingCardProps = {
  readonly title: string;
  readonly written: WrittenIn;
  readonly operations: readonly TextOperation[];
  readonly house: WordingStyleName;
  readonly onHouse: (house: WordingStyleName) => void;
  /** How far it is saved, in words. */
  readonly saved: string;
  /** What else can be done with the draft. */
  readonly children: ReactNode;
};

/** The wording waits for a pause in typing: it may take longer than a keystroke may. What is copied is never behind. */
export function WordingCard({ title, written, operations, house, onHouse, saved, children }: WordingCardProps) {
  const showToast = useToast();
  const settled = useSettled(operations, 120);
  const { base, parent } = written;
  const sentences = useMemo(
    () => wordingOf({ base, ...(parent === undefined ? {} : { parent }) }, settled, house),
    [base, parent, settled, house],
  );
  const count = countWords(base, settled, { house, wording: sentences });
  const warnings = useMemo(
    () => checklistOf(base, settled, house).flatMap((fact) => checklistWords(fact) ?? []),
    [base, settled, house],
  );
  return (
    <Card title={title} aside={saved}>
      {sentences.length === 0 ? (
        <p className={styles['quiet']}>Change the text, and the formal wording writes itself here.</p>
      ) : (
        <div className={styles['wording']}>
          {keyedSentences(sentences).map(({ key, sentence }) => (
            <p key={key}>{sentence}</p>
          ))}
        </div>
      )}
      <WordingNews sentences={sentences} />
      {sentences.length > 0 && <p className={styles[count.isOver ? 'warning' : 'quiet']}>{count.words}</p>}
      {warnings.length > 0 && (
        <ul className={styles['checks']} aria-label="What a committee may say">
          {keyedSentences(warnings).map(({ key, sentence }) => (
            <li key={key} className={styles['warning']}>
              <TriangleAlert aria-hidden size={14} /> {sentence}
            </li>
          ))}
        </ul>
      )}
      <SelectField label="Worded for" value={house} choices={houses} onChange={onHouse} />
      {sentences.length > 0 && (
        <div className={styles['actions']}>
          <Button
            icon={<Copy aria-hidden size={16} />}
            onPress={() =>
              copyWords(wordingOf(written, operations, house).join('\n'), { name: 'The wording', showToast })
            }
          >
            Copy the wording
          </Button>
        </div>
      )}
      {children}
    </Card>
  );
}
