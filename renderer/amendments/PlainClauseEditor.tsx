// The same text one clause at a time in plain fields, for screen readers and for those who prefer it.

import type { ClauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import { clauseName } from './clause-name';
import styles from './draft.module.css';

type PlainClauseEditorProps = {
  readonly clauses: readonly Clause[];
  readonly newClauseId: () => ClauseId;
  readonly onChange: (clauses: readonly Clause[]) => void;
};

export function PlainClauseEditor({ clauses, newClauseId, onChange }: PlainClauseEditorProps) {
  const addAfter = (index: number): void => {
    const beside = clauses[index];
    const isListed = beside?.kind === 'item' || beside?.kind === 'lead-in';
    const added: Clause = {
      id: newClauseId(),
      kind: isListed ? 'item' : 'paragraph',
      depth: isListed ? Math.max(1, beside.depth) : 0,
      text: '',
    };
    onChange(clauses.toSpliced(index + 1, 0, added));
  };
  return (
    <ol className={styles['plain']}>
      {clauses.map((clause, index) => (
        <li key={clause.id} className={styles['plainClause']}>
          <TextField
            label={clauseName(clauses, index)}
            isMultiline
            value={clause.text}
            onChange={(text) => onChange(clauses.with(index, { ...clause, text }))}
          />
          <div className={styles['plainActions']}>
            <Button look="quiet" onPress={() => addAfter(index)}>
              Add a clause after this
            </Button>
            <Button
              look="quiet"
              onPress={() => onChange(clauses.toSpliced(index, 1))}
              aria-label={`Delete ${clauseName(clauses, index)}`}
            >
              Delete
            </Button>
          </div>
        </li>
      ))}
    </ol>
  );
}
