// A list of decisions: its rows tied to the motions held, recorded with one button and taken back with another. Rows that
// fit nothing here stay in sight.

import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import type { ReadDecisions } from '../../shared/import/paper';
import { keepMessage } from '../app/failure-message';
import { recordDecisionList, takeBackDecisionList } from '../storage/decision-list-deeds';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { counted } from '../ui/time-words';
import { useToast } from '../ui/Toasts';
import { DecisionRowItem } from './DecisionRowItem';
import { listFrom } from './decision-list';
import styles from './decisions.module.css';
import { matchDecisions } from './match-decisions';
import type { DecidedPapers } from './match-decisions';

type DecisionsPreviewProps = {
  readonly paper: ReadDecisions;
  /** The papers of the conference that the list is about. */
  readonly papers: DecidedPapers;
  /** What the delegate's notes on those motions say already. */
  readonly noted: ReadonlySet<string>;
};

export function DecisionsPreview({ paper, papers, noted }: DecisionsPreviewProps) {
  const store = useStore();
  const showToast = useToast();
  const rows = useMemo(() => matchDecisions(paper.rows, papers), [paper.rows, papers]);
  const list = useMemo(() => listFrom(rows, paper.file, noted), [rows, paper.file, noted]);
  const count = list.decisions.length + list.notes.length;
  const unmatched = rows.filter(({ target }) => target === undefined).length;

  const record = async (): Promise<void> => {
    const kept = await recordDecisionList(store, list);
    if (!kept.ok) return showToast({ words: keepMessage(kept.error) });
    const takeBack = (): void => void takeBackDecisionList(store, kept.value.record);
    return showToast({ words: recordedWords(list), action: { words: 'Undo', run: takeBack } });
  };

  if (rows.length === 0) {
    return <EmptyState title="No decision was found in it.">Say above what it is, if it is something else.</EmptyState>;
  }
  return (
    <section aria-label="Decisions in the list">
      <div className={styles['head']}>
        <p>
          {counted(rows.length, 'row')}
          {unmatched > 0 && ` · ${unmatched} about papers that are not here`}
        </p>
        <Button
          look="primary"
          icon={<ListChecks aria-hidden size={16} />}
          isDisabled={count === 0}
          onPress={() => void record()}
        >
          {buttonWords(list)}
        </Button>
      </div>
      <ol className={styles['rows']} aria-label="Rows of the list">
        {rows.map((match) => (
          <DecisionRowItem
            key={`${match.row.lines.from} ${match.row.number ?? ''} ${match.row.title ?? ''}`}
            match={match}
          />
        ))}
      </ol>
    </section>
  );
}

type Counted = { readonly decisions: readonly unknown[]; readonly notes: readonly unknown[] };

function buttonWords({ decisions, notes }: Counted): string {
  if (decisions.length === 0 && notes.length === 0) return 'Nothing new to record';
  return `Record ${partsOf({ decisions, notes })}`;
}

function recordedWords(list: Counted): string {
  return `${partsOf(list)} recorded.`;
}

function partsOf({ decisions, notes }: Counted): string {
  return [
    decisions.length > 0 ? counted(decisions.length, 'decision') : '',
    notes.length > 0 ? counted(notes.length, 'position') : '',
  ]
    .filter((words) => words !== '')
    .join(' and ');
}
