// One draft on the desk: the text to edit, and in the margin the wording it makes.

import { RotateCcw, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { whyNotFitting } from '../../shared/amendment/apply-operations';
import type { Amendment } from '../../shared/amendment/amendment';
import type { TextOperation } from '../../shared/amendment/operation';
import { clauseId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { removeAmendment, saveAmendment } from '../storage/deeds';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { PageLayout } from '../ui/PageLayout';
import { useToast } from '../ui/Toasts';
import { clockTime } from '../ui/time-words';
import { useRemembered } from '../ui/use-remembered';
import type { CarriedDraft, NotCarried } from './carry-draft';
import { ClauseEditor } from './ClauseEditor';
import type { RunCommand } from './ClauseEditor';
import { copyWords } from './copy-words';
import { DeskNotices } from './DeskNotices';
import styles from './draft.module.css';
import { draftTextOf } from './draft-text';
import { DraftTools } from './DraftTools';
import type { EditingManner } from './DraftTools';
import { draftOf } from './kept-draft';
import { PrintedWording } from './PrintedWording';
import { PlainClauseEditor } from './PlainClauseEditor';
import { StandingControl } from './StandingControl';
import { TitleField } from './TitleField';
import { useDraft } from './use-draft';
import type { DraftStart, WorkingDraft } from './use-draft';
import { useHouse } from './use-house';
import { useUndoKeys } from './use-undo-keys';
import { wordingOf } from './amendment-words';
import { amendmentName } from './what-if';
import { WordingCard } from './WordingCard';

type DraftDeskProps = DraftStart & {
  /** The text that it would be written on now; absent when the amendment that it amends is not there for it. */
  readonly present: TextVersion | undefined;
  /** The draft as it is stored now, whoever stored it. */
  readonly stored: Amendment | undefined;
  readonly notCarried: NotCarried | undefined;
  readonly onDeleted: () => void;
  /** The draft is now on another text: lay it on the desk anew. */
  readonly onCarry: (carried: CarriedDraft, draft: WorkingDraft, present: TextVersion) => void;
  /** Lay the draft out as it is stored now. */
  readonly onShowStored: () => void;
};

export function DraftDesk(props: DraftDeskProps) {
  const { present, stored, notCarried, onDeleted, onCarry, onShowStored, ...start } = props;
  const { motion, base } = start;
  const parent = start.parent?.amendment;
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
  const motionName = motion.number === undefined ? motion.text.title : `motion ${motion.number}`;
  const name = parent === undefined ? motionName : `amendment ${amendmentName(parent)} to ${motionName}`;
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
      written={start}
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
        <h1 className="visually-hidden">
          Amend {parent === undefined ? `“${motion.text.title}”` : `amendment ${amendmentName(parent)}`}
        </h1>
        <TitleField title={draft.text.title} onChange={draft.changeTitle} />
        {parent !== undefined && (
          <p className={styles['quiet']}>
            This is {motionName} as amendment {amendmentName(parent)} would leave it. What you change here amends that
            amendment, is voted on before it, and falls with it.
          </p>
        )}
        <DeskNotices
          motion={motion}
          base={base}
          present={present}
          parent={parent}
          stored={stored}
          draft={draft}
          notCarried={notCarried}
          onCarry={(carried, on) => onCarry(carried, draft, on)}
          onShowStored={onShowStored}
          onCopy={() =>
            copyWords(wordingOf(start, draft.operations, house).join('\n'), { name: 'The wording', showToast })
          }
        />
        <DraftTools
          base={base}
          draft={draft}
          manner={manner}
          onManner={choose}
          run={(command) => runner.current(command)}
        />
        {manner === 'from-print' && (
          <PrintedWording written={start} printed={start.kept?.instruction ?? ''} onTake={take} />
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
