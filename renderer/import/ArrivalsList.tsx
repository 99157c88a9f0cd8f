// The papers that came in together: which are to be kept, which could not be read and why.

import { X } from 'lucide-react';
import { paperMessage } from '../app/failure-message';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import styles from './import.module.css';
import { currentReading } from './import-session';
import type { ArrivingPaper, ImportSession } from './import-session';

type ArrivalsListProps = {
  readonly session: ImportSession;
  readonly onShow: (key: string) => void;
  readonly onChoose: (key: string, isChosen: boolean) => void;
  readonly onRemove: (key: string) => void;
};

export function ArrivalsList({ session, onShow, onChoose, onRemove }: ArrivalsListProps) {
  return (
    <ul className={styles['arrivals']} aria-label="Papers that came in">
      {session.papers.map((paper) => (
        <li key={paper.key} className={styles['arrival']} data-shown={paper.key === session.shown}>
          {paper.reading.kind === 'read' ? (
            <>
              <Checkbox isSelected={paper.isChosen} onChange={(isChosen) => onChoose(paper.key, isChosen)}>
                <span className={styles['arrivalName']}>{nameOf(paper)}</span>
              </Checkbox>
              <Button look="quiet" aria-label={`Look at ${nameOf(paper)}`} onPress={() => onShow(paper.key)}>
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
