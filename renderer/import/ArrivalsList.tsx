// The papers that came in together: which are to be kept, which could not be read and why.

import { X } from 'lucide-react';
import { paperMessage } from '../app/failure-message';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { counted } from '../ui/time-words';
import styles from './import.module.css';
import { currentReading } from './import-session';
import type { ArrivingPaper, ImportSession, Shown } from './import-session';

type ArrivalsListProps = {
  readonly session: ImportSession;
  /** Keys of the files that bring only what another of them brings too. */
  readonly again: ReadonlySet<string>;
  readonly onShow: (shown: Shown) => void;
  readonly onChoose: (key: string, isChosen: boolean) => void;
  readonly onRemove: (key: string) => void;
};

export function ArrivalsList({ session, again, onShow, onChoose, onRemove }: ArrivalsListProps) {
  return (
    <ul className={styles['arrivals']} aria-label="Papers that came in">
      {session.papers.map((paper) => (
        <li key={paper.key} className={styles['arrival']} data-shown={paper.key === session.shown?.key}>
          {paper.reading.kind === 'read' ? (
            <>
              <Checkbox isSelected={paper.isChosen} onChange={(isChosen) => onChoose(paper.key, isChosen)}>
                <span className={styles['arrivalName']}>{nameOf(paper)}</span>
              </Checkbox>
              <span className={styles['soft']}>
                {again.has(paper.key) ? 'The same again, kept once' : kindWordsOf(paper)}
              </span>
              <Button look="quiet" aria-label={`Look at ${nameOf(paper)}`} onPress={() => onShow({ key: paper.key })}>
                Look
              </Button>
            </>
          ) : (
            <span role="alert" className={styles['arrivalName']}>
              {paperMessage(paper.reading.failure, paper.name)}
            </span>
          )}
          <Button
            look="quiet"
            icon={<X aria-hidden size={16} />}
            aria-label={`Take ${paper.name} off the list`}
            onPress={() => onRemove(paper.key)}
          />
        </li>
      ))}
    </ul>
  );
}

function nameOf(paper: ArrivingPaper): string {
  const title = currentReading(paper)?.title?.value;
  return title === undefined || title === '' ? paper.name : title;
}

/** What it was understood to be, in a word or two. */
function kindWordsOf(paper: ArrivingPaper): string {
  const reading = currentReading(paper);
  switch (reading?.kind) {
    case undefined:
      return '';
    case 'motion':
      return 'Motion';
    case 'composite':
      return 'Composite';
    case 'rule-amendment':
      return 'Rule amendment';
    case 'amendment':
      return 'Amendment';
    case 'article':
    case 'unknown':
      return 'Briefing';
    case 'agenda':
      return `Agenda, ${counted(reading.papers.length, 'paper')}`;
    case 'decisions':
      return `List of ${counted(reading.rows.length, 'decision')}`;
  }
}
