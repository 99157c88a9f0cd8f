// The tools above the text: how to edit it, and what can be done to the clause with the cursor.

import { ArrowDown, ArrowUp, Plus, Redo2, Trash2, Undo2 } from 'lucide-react';
import { redo, undo } from 'prosemirror-history';
import { Button } from '../ui/Button';
import { SegmentedControl } from '../ui/SegmentedControl';
import type { RunCommand } from './ClauseEditor';
import styles from './draft.module.css';
import { addClauseAfter, deleteClause, moveClause } from './edit-clauses';

export type EditingManner = 'in-place' | 'by-clause';

type DraftToolsProps = {
  readonly manner: EditingManner;
  readonly onManner: (manner: EditingManner) => void;
  readonly run: RunCommand;
};

export function DraftTools({ manner, onManner, run }: DraftToolsProps) {
  return (
    <div role="group" aria-label="Tools for the text" className={styles['tools']}>
      {manner === 'in-place' && (
        <>
          <Button
            look="quiet"
            icon={<Undo2 aria-hidden size={16} />}
            aria-label="Undo"
            aria-keyshortcuts="Control+Z"
            onPress={() => run(undo)}
          />
          <Button
            look="quiet"
            icon={<Redo2 aria-hidden size={16} />}
            aria-label="Redo"
            aria-keyshortcuts="Control+Y"
            onPress={() => run(redo)}
          />
          <Button
            look="quiet"
            icon={<Plus aria-hidden size={16} />}
            aria-keyshortcuts="Control+Enter"
            onPress={() => run(addClauseAfter)}
          >
            Add a clause
          </Button>
          <Button look="quiet" icon={<Trash2 aria-hidden size={16} />} onPress={() => run(deleteClause)}>
            Delete clause
          </Button>
          <Button
            look="quiet"
            icon={<ArrowUp aria-hidden size={16} />}
            aria-label="Move this clause up"
            onPress={() => run(moveClause(-1))}
          />
          <Button
            look="quiet"
            icon={<ArrowDown aria-hidden size={16} />}
            aria-label="Move this clause down"
            onPress={() => run(moveClause(1))}
          />
        </>
      )}
      <span className={styles['spring']} />
      <SegmentedControl
        label="How to edit"
        value={manner}
        segments={[
          { value: 'in-place', words: 'In place' },
          { value: 'by-clause', words: 'By clause' },
        ]}
        onChange={onManner}
      />
    </div>
  );
}
