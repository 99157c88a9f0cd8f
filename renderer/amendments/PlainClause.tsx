// One clause in the plain editor: its field, and what can be done with the whole of it.

import type { Clause } from '../../shared/motion/clause';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import styles from './draft.module.css';

type PlainClauseProps = {
  readonly clause: Clause;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onText: (text: string) => void;
  readonly onAdd: () => void;
  readonly onDelete: () => void;
  readonly onMove: (by: 1 | -1) => void;
};

/** Enter in the field adds a clause after this one: a clause is one paragraph, and holds no line breaks. */
export function PlainClause(props: PlainClauseProps) {
  const { clause, name, isFirst, isLast, onText, onAdd, onDelete, onMove } = props;
  return (
    <li className={styles['plainClause']} data-plain={clause.id}>
      <TextField
        label={name}
        isMultiline
        value={clause.text}
        onChange={(text) => onText(text.replace(/\s*[\r\n]+\s*/gu, ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          onAdd();
        }}
      />
      <div className={styles['plainActions']}>
        <Button look="quiet" onPress={onAdd}>
          Add a clause after this
        </Button>
        <Button look="quiet" onPress={onDelete} aria-label={`Delete ${name}`}>
          Delete
        </Button>
        <Button
          look="quiet"
          data-move="-1"
          isDisabled={isFirst}
          onPress={() => onMove(-1)}
          aria-label={`Move up: ${name}`}
        >
          Move up
        </Button>
        <Button
          look="quiet"
          data-move="1"
          isDisabled={isLast}
          onPress={() => onMove(1)}
          aria-label={`Move down: ${name}`}
        >
          Move down
        </Button>
      </div>
    </li>
  );
}
