// The same text one clause at a time in plain fields, for screen readers and for those who prefer it.

import { useLayoutEffect, useRef } from 'react';
import type { ClauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { Button } from '../ui/Button';
import { clauseName } from './clause-name';
import styles from './draft.module.css';
import { plainRows } from './plain-rows';
import { PlainClause } from './PlainClause';

type PlainClauseEditorProps = {
  /** The clauses of the text the draft is written on. */
  readonly printed: readonly Clause[];
  readonly clauses: readonly Clause[];
  readonly newClauseId: () => ClauseId;
  readonly onChange: (clauses: readonly Clause[]) => void;
};

/** Every clause with its field and tools. The focus stays with what was added, moved or put back. */
export function PlainClauseEditor({ printed, clauses, newClauseId, onChange }: PlainClauseEditorProps) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const places = wanted.current.map((place) => list.current?.querySelector<HTMLElement>(place));
    wanted.current = [];
    places.find((place) => place !== null)?.focus();
  });

  /** `focus` names where the focus goes, by what is there. */
  const put = (next: readonly Clause[], ...focus: readonly string[]): void => {
    wanted.current = focus;
    onChange(next);
  };
  const addAt = (index: number): void => {
    const beside = clauses[index - 1];
    const isListed = beside?.kind === 'item' || beside?.kind === 'lead-in';
    const added: Clause = {
      id: newClauseId(),
      kind: isListed ? 'item' : 'paragraph',
      depth: isListed ? Math.max(1, beside.depth) : 0,
      text: '',
    };
    put(clauses.toSpliced(index, 0, added), fieldOf(added));
  };
  const remove = (index: number): void => {
    const next = clauses.toSpliced(index, 1);
    const near = next[Math.min(index, next.length - 1)];
    put(next, near === undefined ? 'button' : fieldOf(near));
  };
  const move = (index: number, by: 1 | -1): void => {
    const clause = clauses[index];
    if (clause === undefined) return;
    const again = `${rowOf(clause)} [data-move="${String(by)}"]:not(:disabled)`;
    put(clauses.toSpliced(index, 1).toSpliced(index + by, 0, clause), again, fieldOf(clause));
  };

  return (
    <ol ref={list} className={styles['plain']}>
      <li>
        <Button look="quiet" onPress={() => addAt(0)}>
          Add a clause at the beginning
        </Button>
      </li>
      {plainRows(printed, clauses).map((row) =>
        row.kind === 'deleted' ? (
          <li key={`deleted ${row.clause.id}`} className={styles['plainDeleted']}>
            <del>{row.clause.text}</del>{' '}
            <Button
              look="quiet"
              onPress={() => put(clauses.toSpliced(row.index, 0, row.clause), fieldOf(row.clause))}
              aria-label={`Put back “${row.clause.text.slice(0, 60)}”`}
            >
              Put back
            </Button>
          </li>
        ) : (
          <PlainClause
            key={row.clause.id}
            clause={row.clause}
            name={clauseName(clauses, row.index)}
            isFirst={row.index === 0}
            isLast={row.index === clauses.length - 1}
            onText={(text) => onChange(clauses.with(row.index, { ...row.clause, text }))}
            onAdd={() => addAt(row.index + 1)}
            onDelete={() => remove(row.index)}
            onMove={(by) => move(row.index, by)}
          />
        ),
      )}
    </ol>
  );
}

function rowOf({ id }: Clause): string {
  return `[data-plain="${CSS.escape(id)}"]`;
}

function fieldOf(clause: Clause): string {
  return `${rowOf(clause)} textarea`;
}
