// One draft on the desk: the text to edit, and in the margin the wording it makes.

import { useRef } from 'react';
import { clauseId } from '../../shared/ids';
import { keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { removeAmendment, saveAmendment } from '../storage/deeds';
import { useStore } from '../storage/StoreContext';
import { Notice } from '../ui/Notice';
import { PageLayout } from '../ui/PageLayout';
import { useToast } from '../ui/Toasts';
import { clockTime } from '../ui/time-words';
import { useRemembered } from '../ui/use-remembered';
import { ClauseEditor } from './ClauseEditor';
import type { RunCommand } from './ClauseEditor';
import styles from './draft.module.css';
import { DraftTools } from './DraftTools';
import { PlainClauseEditor } from './PlainClauseEditor';
import { useDraft } from './use-draft';
import type { DraftStart, WorkingDraft } from './use-draft';
import { WordingCard } from './WordingCard';

type DraftDeskProps = DraftStart & { readonly onDeleted: () => void };

export function DraftDesk({ onDeleted, ...start }: DraftDeskProps) {
  const { motion, base, id } = start;
  const store = useStore();
  const showToast = useToast();
  const draft = useDraft(start);
  const [remembered, setManner] = useRemembered('editing-manner', 'in-place');
  const manner = remembered === 'by-clause' ? 'by-clause' : 'in-place';
  const runner = useRef<RunCommand>(() => undefined);
  const newClauseId = () => clauseId(store.newId());
  const name = motion.number === undefined ? motion.text.title : `motion ${motion.number}`;

  const remove = (): void => {
    draft.abandon();
    void removeAmendment(store, id).then((removed) => {
      if (!removed.ok) return showToast({ words: keepMessage(removed.error) });
      const restore = {
        id,
        conferenceId: motion.conferenceId,
        motionId: motion.id,
        standing: 'draft' as const,
        submittedBy: start.kept?.submittedBy ?? [],
        baseVersion: base.id,
        operations: draft.operations,
      };
      showToast({ words: 'Draft deleted.', action: { words: 'Undo', run: () => void saveAmendment(store, restore) } });
      return onDeleted();
    });
  };

  const margin = (
    <WordingCard
      base={base}
      operations={draft.operations}
      saved={savedWords(draft, start.kept?.savedAt)}
      {...(draft.saving.kind === 'saved' || start.kept !== undefined ? { onDelete: remove } : {})}
    />
  );

  return (
    <PageLayout title={`Amending ${name}`} margin={margin} marginLabel="Wording of the draft">
      <p className={styles['kicker']}>
        Amending {name} · <a href={hrefOf({ kind: 'motion', motion: motion.id })}>Back to the text as printed</a>
      </p>
      <h1 className="visually-hidden">Amend “{motion.text.title}”</h1>
      <input
        className={styles['title']}
        aria-label="Title of the motion"
        value={draft.text.title}
        onChange={(event) => draft.change({ ...draft.text, title: event.target.value })}
      />
      {draft.saving.kind === 'refused' && <Notice kind="refused">{keepMessage(draft.saving.error)}</Notice>}
      {base.id !== motion.text.id && (
        <Notice kind="warning">
          The text of this motion has changed since this draft was begun. It is shown against the text it was written
          on.
        </Notice>
      )}
      <DraftTools manner={manner} onManner={setManner} run={(command) => runner.current(command)} />
      {manner === 'in-place' ? (
        <ClauseEditor
          base={base}
          clauses={draft.text.clauses}
          newId={store.newId}
          onChange={(clauses) => draft.change({ ...draft.text, clauses })}
          onReady={(run) => {
            runner.current = run;
          }}
        />
      ) : (
        <PlainClauseEditor
          clauses={draft.text.clauses}
          newClauseId={newClauseId}
          onChange={(clauses) => draft.change({ ...draft.text, clauses })}
        />
      )}
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
