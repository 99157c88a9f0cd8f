// An agenda before it is kept: all its papers in a list, each to be looked at, put right, kept or left out.

import { useEffect, useMemo, useState } from 'react';
import type { ReadAgenda } from '../../shared/import/paper';
import { Checkbox } from '../ui/Checkbox';
import { Disclosure } from '../ui/Disclosure';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { counted } from '../ui/time-words';
import styles from './agenda.module.css';
import { AgendaRowItem } from './AgendaRowItem';
import { agendaRows } from './agenda-rows';
import type { AgendaRow } from './agenda-rows';
import type { HeldIndex } from './held-copies';
import type { PartDeed } from './import-session';
import type { Part } from './parts';
import { warningWords } from './warning-words';

type AgendaPreviewProps = {
  readonly agenda: ReadAgenda;
  readonly parts: readonly Part[];
  readonly held: HeldIndex;
  /** The paper that was looked at last: the list goes on from there. */
  readonly cameFrom: number | undefined;
  readonly onOpen: (index: number) => void;
  readonly onSay: (index: number, deed: PartDeed) => void;
};

export function AgendaPreview({ agenda, parts, held, cameFrom, onOpen, onSay }: AgendaPreviewProps) {
  const rows = useMemo(() => agendaRows(parts, held), [parts, held]);
  const [isDoubtfulOnly, setIsDoubtfulOnly] = useState(false);
  const doubtful = rows.filter((row) => row.doubts.length > 0);
  const shown = isDoubtfulOnly ? doubtful : rows;
  useEffect(() => {
    if (cameFrom !== undefined) document.querySelector<HTMLElement>(`[data-part="${cameFrom}"]`)?.focus();
  }, [cameFrom]);

  return (
    <section aria-label="Papers of the agenda">
      {agenda.warnings.map((warning) => (
        <Notice key={warningWords(warning)} kind="warning">
          {warningWords(warning)}
        </Notice>
      ))}
      <div className={styles['head']}>
        <p>{summary(rows)}</p>
        {doubtful.length > 0 && (
          <Checkbox isSelected={isDoubtfulOnly} onChange={setIsDoubtfulOnly}>
            Only the {doubtful.length} to look at twice
          </Checkbox>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title="No motion was found in it.">
          Say above what it is, if it is no agenda; or paste its text, which sometimes reads better.
        </EmptyState>
      ) : (
        <ol className={styles['rows']} aria-label="Papers found">
          {shown.map((row) => (
            <AgendaRowItem key={row.part.index} row={row} onOpen={onOpen} onSay={onSay} />
          ))}
        </ol>
      )}
      {agenda.dropped.length > 0 && (
        <Disclosure summary={`In none of the papers: ${counted(agenda.dropped.length, 'line')}`}>
          <ol className={styles['dropped']}>
            {agenda.dropped.map(({ line, text }) => (
              <li key={`${line} ${text}`}>
                <span>{line + 1}</span> {text}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </section>
  );
}

function summary(rows: readonly AgendaRow[]): string {
  const amendments = rows.filter(({ paper }) => paper.kind === 'amendment').length;
  const leftOut = rows.filter(({ part }) => part.deed === 'leave-out' && !part.isSame).length;
  const same = rows.filter(({ part }) => part.isSame && part.deed === 'leave-out').length;
  const updated = rows.filter(({ part }) => part.deed === 'update').length;
  return [
    counted(rows.length - amendments, 'motion'),
    amendments > 0 ? counted(amendments, 'amendment') : '',
    updated > 0 ? `${updated} update yours` : '',
    same > 0 ? `${same} as you have them` : '',
    leftOut > 0 ? `${leftOut} left out` : '',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
