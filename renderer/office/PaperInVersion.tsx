// A motion or amendment of the next version: what happens to it there, and what can be done about that.

import { useState } from 'react';
import type { ConferenceId } from '../../shared/ids';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { ComparedPaper } from './ComparedPaper';
import { DecideInVersion } from './DecideInVersion';
import type { ListedPaper } from './office-messages';
import styles from './office.module.css';
import { changeName } from './release-words';
import type { ReleaseDeeds } from './use-release-deeds';

type PaperInVersionProps = {
  readonly paper: ListedPaper;
  readonly conference: ConferenceId;
  readonly deeds: ReleaseDeeds;
};

export function PaperInVersion({ paper, conference, deeds }: PaperInVersionProps) {
  const { record, number, title, change, isWithdrawn, isPutIn } = paper;
  const [isCompared, setIsCompared] = useState(false);
  const name = `${paper.paper === 'motion' ? 'Motion' : 'Amendment'} ${number ?? title}`;
  const isNew = change === 'added';
  const put = (kind: 'withdrawn' | 'removed', words: string) => () => {
    deeds.put([{ kind, conferenceId: conference, record }], words);
  };
  return (
    <li className={classNames(paper.paper === 'amendment' && styles['amendment'])}>
      <div className={styles['paper']}>
        <span className={styles['number']}>{number}</span>
        <span className={styles['title']}>{shortened(title)}</span>
        <span>
          {change !== undefined && (
            <Badge tone={change === 'removed' || change === 'withdrawn' ? 'warning' : 'accent'}>
              {changeName(change)}
            </Badge>
          )}
        </span>
        <span className={styles['actions']}>
          {change !== 'removed' && <DecideInVersion paper={paper} conference={conference} name={name} />}
          {change !== undefined && (
            <Button
              look="quiet"
              aria-expanded={isCompared}
              aria-label={`Compare ${name}`}
              onPress={() => setIsCompared(!isCompared)}
            >
              Compare
            </Button>
          )}
          {isNew ? (
            <Button
              look="quiet"
              aria-label={`Leave out ${name}`}
              onPress={() => deeds.take([record], `${name} is left out.`)}
            >
              Leave out
            </Button>
          ) : (
            <>
              {isPutIn && change !== undefined && (
                <Button
                  look="quiet"
                  aria-label={`Put back ${name} as published`}
                  onPress={() => deeds.take([record], `${name} stands as published.`)}
                >
                  As published
                </Button>
              )}
              {!isWithdrawn && change !== 'removed' && (
                <Button
                  look="quiet"
                  aria-label={`Withdraw ${name}`}
                  onPress={put('withdrawn', `${name} will be withdrawn.`)}
                >
                  Withdraw
                </Button>
              )}
              {change !== 'removed' && (
                <Button
                  look="quiet"
                  aria-label={`Take out ${name}`}
                  onPress={put('removed', `${name} will be taken out.`)}
                >
                  Take out
                </Button>
              )}
            </>
          )}
        </span>
      </div>
      {isCompared && <ComparedPaper conference={conference} paper={paper} />}
    </li>
  );
}

/** An amendment is listed by the beginning of its wording. */
function shortened(title: string): string {
  const [line = ''] = title.split('\n');
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}
