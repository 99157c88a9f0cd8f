// Which words of its clause a note is about, chosen with any keyboard and told by any screen reader: a first word and a
// last one.

import { TextSelect } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/Button';
import { RangeField } from '../ui/RangeField';
import type { NotedRange } from './noted-clauses';
import styles from './notes.module.css';
import { chosenIn, rangeOf, wordsIn } from './word-range';
import type { ChosenWords } from './word-range';

type WordChooserProps = {
  /** The clause's words. */
  readonly text: string;
  /** Undefined while the note is about the whole clause. */
  readonly range: NotedRange | undefined;
  readonly onChoose: (range: NotedRange | undefined) => void;
};

/** Closed at first. Each slider says the word it is at; the words chosen are told when they change. */
export function WordChooser({ text, range, onChoose }: WordChooserProps) {
  const [isOpen, setIsOpen] = useState(false);
  const words = wordsIn(text);
  const most = words.length;
  const chosen = chosenIn(text, range) ?? { first: 0, last: most - 1 };
  const choose = (next: ChosenWords): void => {
    const isWhole = next.first === 0 && next.last === most - 1;
    onChoose(isWhole ? undefined : rangeOf(text, next));
  };
  const word = (index: number): string => text.slice(words[index]?.from, words[index]?.to);
  if (most < 2) return null;
  return (
    <div className={styles['chooser']}>
      <Button
        look="quiet"
        icon={<TextSelect aria-hidden size={14} />}
        aria-expanded={isOpen}
        onPress={() => setIsOpen(!isOpen)}
      >
        Only on some of its words
      </Button>
      {isOpen && (
        <>
          <RangeField
            label="From the word"
            value={chosen.first + 1}
            least={1}
            most={most}
            step={1}
            words={word(chosen.first)}
            onChange={(value) => choose({ first: value - 1, last: Math.max(chosen.last, value - 1) })}
          />
          <RangeField
            label="To the word"
            value={chosen.last + 1}
            least={1}
            most={most}
            step={1}
            words={word(chosen.last)}
            onChange={(value) => choose({ first: Math.min(chosen.first, value - 1), last: value - 1 })}
          />
          <p role="status" className={styles['state']}>
            {range === undefined ? 'On the whole clause' : `On “${text.slice(range.from, range.to)}”`}
          </p>
        </>
      )}
    </div>
  );
}
