// One draft on the desk: the text to edit, and in the margin the wording it makes.

import { RotateCcw, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { whyNotFitting } from '../../shared/amendment/apply-operations';
import type { TextOperation } from '../../shared/amendment/operation';
import { clauseId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { removeAmendment, saveAmendment } from '../storage/deeds';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { PageLayout } from '../ui/PageLayout';
import { useToast } from '../ui/Toasts';
import { clockTime } from '../ui/time-words';
import { useRemembered } from '../ui/use-remembered';
import { CarryOver } from './CarryOver';
import type { CarriedDraft, LostChange } from './carry-draft';
import { ClauseEditor } from './ClauseEditor';
import type { RunCommand } from './ClauseEditor';
import styles from './draft.module.css';
import { draftTextOf } from './draft-text';
import { DraftTools } from './DraftTools';
import type { EditingManner } from './DraftTools';
import { draftOf } from './kept-draft';
import { LostChanges } from './LostChanges';
import { PrintedWording } from './PrintedWording';
import { PlainClauseEditor } from './PlainClauseEditor';
import { StandingControl } from './StandingControl';
import { useDraft } from './use-draft';
import type { DraftStart, WorkingDraft } from './use-draft';
import { useHouse } from './use-house';
import { useUndoKeys } from './use-undo-keys';
import { WordingCard } from './WordingCard';

/** What carrying the draft over left behind, and the text it was written on. */
export type NotCarried = { readonly changes: readonly LostChange[]; readonly base: TextVersion };

type DraftDeskProps = DraftStart & {
  readonly notCarried: NotCarried | undefined;
  readonly onDeleted: () => void;
  /** The draft is now on another text: lay it on the desk anew. */
  readonly onCarry: (carried: CarriedDraft, draft: WorkingDraft) => void;
};

export function DraftDesk({ notCarried, onDeleted, onCarry, ...start }: DraftDeskProps) {
  const { motion, base } = start;
  const store = useStore();
  const showToast = useToast();
  const draft = useDraft(start);
  const [house, chooseHouse] = useHouse(motion.conferenceId);
  const [remembered, setManner] = useRemembered('editing-manner', 'in-place');
  const isPrinted = start.kept?.standing === 'published';
  const [isFromPrint, setIsFromPrint] = useState(isPrinted);
  const ownManner = remembered === 'by-clause' ? 'by-clause' : 'in-place';
  const manner = isFromPrint ? 'from-print' : ownManner;
  const choose = (next: EditingManner): void => {
    setIsFromPrint(next === 'from-print');
    if (next !== 'from-print') setManner(next);
  };
  const runner = useRef<RunCommand>(() => undefined);
  const desk = useRef<HTMLDivElement>(null);
  useUndoKeys(desk, draft);
  const name = motion.number === undefined ? motion.text.title : `motion ${motion.number}`;
  const isKept = draft.saving.kind === 'saved' || start.kept !== undefined;

  const remove = (): void => {
    draft.abandon();
    // A save under way comes first, or it would bring the draft back.
    const removing = draft.flush().then(async () => removeAmendment(store, draft.id()));
    void removing.then((removed) => {
      if (!removed.ok) return showToast({ words: keepMessage(removed.error) });
      const restore = { ...draftOf(start), id: draft.id(), operations: draft.operations, standing: draft.standing };
      showToast({ words: 'Draft deleted.', action: { words: 'Undo', run: () => void saveAmendment(store, restore) } });
      return onDeleted();
    });
  };
  const startAgain = (): void => {
    draft.replace(base);
    showToast({ words: 'Back to the text as printed.', action: { words: 'Undo', run: draft.undo } });
  };

  const take = (operations: readonly TextOperation[]): void => {
    const together = [...draft.operations, ...operations];
    const isBoth = whyNotFitting(base, together) === undefined;
    draft.replace(draftTextOf(base, isBoth ? together : operations));
    setIsFromPrint(false);
    const words = isBoth ? 'Taken into the draft.' : 'Taken in place of what the draft changed.';
    showToast({ words, action: { words: 'Undo', run: draft.undo } });
  };

  const margin = (
    <WordingCard
      title={isPrinted ? `Amendment ${start.kept?.number ?? ''} as read` : 'My draft'}
      base={base}
      operations={draft.operations}
      house={house}
      onHouse={chooseHouse}
      saved={savedWords(draft, start.kept?.savedAt)}
    >
      {isKept && !isPrinted && <StandingControl standing={draft.standing} onChange={draft.setStanding} />}
      <div className={styles['actions']}>
        {draft.operations.length > 0 && (
          <Button icon={<RotateCcw aria-hidden size={16} />} onPress={startAgain}>
            Start again
          </Button>
        )}
        {isKept && !isPrinted && (
          <Button look="danger" icon={<Trash2 aria-hidden size={16} />} onPress={remove}>
            Delete this draft
          </Button>
        )}
      </div>
    </WordingCard>
  );

  return (
    <PageLayout title={`Amending ${name}`} margin={margin} marginLabel="Wording of the draft">
      <div ref={desk}>
        <p className={styles['kicker']}>
          Amending {name} · <a href={hrefOf({ kind: 'motion', motion: motion.id })}>Back to the text as printed</a>
        </p>
        <h1 className="visually-hidden">Amend “{motion.text.title}”</h1>
        <input
          className={styles['title']}
          aria-label="Title of the motion"
          value={draft.text.title}
          onChange={(event) => draft.changeTitle(event.target.value)}
        />
        {draft.saving.kind === 'refused' && <Notice kind="refused">{keepMessage(draft.saving.error)}</Notice>}
        {base.id !== motion.text.id && (
          <CarryOver
            base={base}
            changed={motion.text}
            operations={draft.operations}
            onCarry={(carried) => onCarry(carried, draft)}
          />
        )}
        {notCarried !== undefined && notCarried.changes.length > 0 && (
          <Notice>
            Carried over, but for this:
            <LostChanges lost={notCarried.changes} base={notCarried.base} />
          </Notice>
        )}
        <DraftTools
          base={base}
          draft={draft}
          manner={manner}
          onManner={choose}
          run={(command) => runner.current(command)}
        />
        {manner === 'from-print' && (
          <PrintedWording base={base} printed={start.kept?.instruction ?? ''} onTake={take} />
        )}
        {manner === 'in-place' && (
          <ClauseEditor
            base={base}
            clauses={draft.text.clauses}
            revision={draft.revision}
            newId={store.newId}
            onChange={draft.changeClauses}
            onReady={(run) => {
              runner.current = run;
            }}
          />
        )}
        {manner === 'by-clause' && (
          <PlainClauseEditor
            printed={base.clauses}
            clauses={draft.text.clauses}
            newClauseId={() => clauseId(store.newId())}
            onChange={draft.changeClauses}
          />
        )}
      </div>
    </PageLayout>
  );
}

function savedWords(draft: WorkingDraft, keptAt: number | undefined): string {
  switch (draft.saving.kind) {
    case 'untouched':
      return keptAt === undefined ? 'nothing changed yet' : `saved ${clockTime(keptAt)}`;
    case 'saving':
      return 'saving…';
    case 'saved':
      return 'saved on this computer';
    case 'refused':
      return 'not saved';
  }
}
