// The tools above the text: undo and redo, how to edit it, and what can be done to the clause with the cursor.

import { ArrowDown, ArrowUp, IndentDecrease, IndentIncrease, Plus, Redo2, Trash2, Undo2 } from 'lucide-react';
import type { TextVersion } from '../../shared/motion/motion';
import { Button } from '../ui/Button';
import { SegmentedControl } from '../ui/SegmentedControl';
import { changeDepth } from './clause-depth';
import type { RunCommand } from './ClauseEditor';
import styles from './draft.module.css';
import { addClauseAfter, deleteClause, moveClause } from './edit-clauses';
import type { WorkingDraft } from './use-draft';

export type EditingManner = 'in-place' | 'by-clause' | 'from-print';

type DraftToolsProps = {
  readonly base: TextVersion;
  readonly draft: WorkingDraft;
  readonly manner: EditingManner;
  readonly onManner: (manner: EditingManner) => void;
  readonly run: RunCommand;
};

export function DraftTools({ base, draft, manner, onManner, run }: DraftToolsProps) {
  return (
    <div role="group" aria-label="Tools for the text" className={styles['tools']}>
      <Button
        look="quiet"
        icon={<Undo2 aria-hidden size={16} />}
        aria-label="Undo"
        aria-keyshortcuts="Control+Z"
        isDisabled={!draft.canUndo}
        onPress={draft.undo}
      />
      <Button
        look="quiet"
        icon={<Redo2 aria-hidden size={16} />}
        aria-label="Redo"
        aria-keyshortcuts="Control+Y"
        isDisabled={!draft.canRedo}
        onPress={draft.redo}
      />
      {manner === 'in-place' && <ClauseTools base={base} run={run} />}
      <span className={styles['spring']} />
      <SegmentedControl
        label="How to edit"
        value={manner}
        segments={[
          { value: 'in-place', words: 'In place' },
          { value: 'by-clause', words: 'By clause' },
          { value: 'from-print', words: 'From print' },
        ]}
        onChange={onManner}
      />
    </div>
  );
}

/** Setting in and out is for the delegate's own clauses: on a clause of the paper these two do nothing. */
function ClauseTools({ base, run }: Pick<DraftToolsProps, 'base' | 'run'>) {
  return (
    <>
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
        aria-keyshortcuts="Alt+Shift+ArrowUp"
        onPress={() => run(moveClause(-1))}
      />
      <Button
        look="quiet"
        icon={<ArrowDown aria-hidden size={16} />}
        aria-label="Move this clause down"
        aria-keyshortcuts="Alt+Shift+ArrowDown"
        onPress={() => run(moveClause(1))}
      />
      <Button
        look="quiet"
        icon={<IndentDecrease aria-hidden size={16} />}
        aria-label="Set this new clause further out"
        aria-keyshortcuts="Alt+Shift+ArrowLeft"
        onPress={() => run(changeDepth(base, -1))}
      />
      <Button
        look="quiet"
        icon={<IndentIncrease aria-hidden size={16} />}
        aria-label="Set this new clause further in"
        aria-keyshortcuts="Alt+Shift+ArrowRight"
        onPress={() => run(changeDepth(base, 1))}
      />
    </>
  );
}
