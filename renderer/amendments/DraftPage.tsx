// Finds the motion, the draft and the text it was written on, and lays them on the desk.

import { useState } from 'react';
import { useLocation } from 'wouter';
import { amendmentId } from '../../shared/ids';
import type { AmendmentId, MotionId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { hrefOf, pathOf } from '../app/routes';
import { saveAmendment } from '../storage/deeds';
import type { AmendmentDraft } from '../storage/deeds';
import { findAmendment, findMotion, findTextVersion } from '../storage/questions';
import type { Store } from '../storage/store';
import { useQuestion, useStore } from '../storage/StoreContext';
import { useUnsavedTexts } from '../storage/UnsavedTextsContext';
import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { useToast } from '../ui/Toasts';
import type { CarriedDraft } from './carry-draft';
import { DraftDesk } from './DraftDesk';
import type { NotCarried } from './DraftDesk';
import { draftOf } from './kept-draft';
import type { DraftStart, WorkingDraft } from './use-draft';

type DraftPageProps = { readonly motion: MotionId; readonly amendment?: AmendmentId };

/** The page of a new draft, or of the draft named in the address. */
export function DraftPage({ motion: motionId, amendment }: DraftPageProps) {
  const store = useStore();
  const showToast = useToast();
  const [, go] = useLocation();
  const { drafts } = useUnsavedTexts();
  // A new draft that could not be saved yet is gone on with.
  const [fresh] = useState(() => {
    const held = drafts.unsaved().find(({ about }) => about.isNew && about.motionId === motionId);
    return held?.about.id ?? amendmentId(store.newId());
  });
  const id = amendment ?? fresh;
  const found = useQuestion((asked) => findStart(asked, motionId, id), [motionId, id]);
  const [begun, setBegun] = useState<{ readonly id: AmendmentId; readonly start: Start }>();
  // What is on the desk is what was found first: saving the draft must not lay it anew under the delegate's hands.
  if (found !== undefined && found !== null && begun?.id !== id) setBegun({ id, start: found });
  const start = begun?.id === id ? begun.start : undefined;

  /** Keeps the draft on the motion's present text, and offers the way back to the earlier one. */
  const carry = async (from: Start, { carried, draft }: Carrying): Promise<void> => {
    const { motion, base, kept } = from;
    await draft.flush();
    const before = draftOf({ id, motion, base, ...(kept === undefined ? {} : { kept }) });
    const now = { ...before, id: draft.id(), standing: draft.standing };
    const lay = async (next: AmendmentDraft, on: TextVersion, lost?: CarriedDraft['lost']): Promise<void> => {
      const saved = await saveAmendment(store, next);
      if (!saved.ok) return showToast({ words: keepMessage(saved.error) });
      const laid = { motion, base: on, kept: saved.value.record };
      return setBegun({ id, start: lost === undefined ? laid : { ...laid, lost: { changes: lost, base } } });
    };
    await lay({ ...now, operations: carried.operations, baseVersion: motion.text.id }, motion.text, carried.lost);
    showToast({
      words: carried.operations.length === 0 ? 'The new text has all of it already.' : 'Carried over to the new text.',
      action: { words: 'Undo', run: () => void lay({ ...now, operations: draft.operations }, base) },
    });
  };

  if (found === undefined && start === undefined) return <PageLayout title="Draft">{null}</PageLayout>;
  if (start === undefined || (amendment !== undefined && amendment !== fresh && start.kept === undefined)) {
    return (
      <PageLayout title="Draft">
        <h1 className="visually-hidden">Draft</h1>
        <EmptyState
          title="This draft is not here"
          action={<LinkButton href={hrefOf({ kind: 'front-door' })}>To the papers</LinkButton>}
        >
          It may have been deleted, or its motion is no longer among the papers.
        </EmptyState>
      </PageLayout>
    );
  }
  const { lost, ...laid } = start;
  return (
    <DraftDesk
      key={`${id} ${start.base.id}`}
      id={id}
      {...laid}
      notCarried={lost}
      onCarry={(carried, draft) => void carry(start, { carried, draft })}
      onFirstKept={() => go(pathOf({ kind: 'amend', motion: motionId, amendment: id }), { replace: true })}
      onDeleted={() => go(pathOf({ kind: 'motion', motion: motionId }))}
    />
  );
}

type Start = Pick<DraftStart, 'motion' | 'base' | 'kept'> & { readonly lost?: NotCarried };
type Carrying = { readonly carried: CarriedDraft; readonly draft: WorkingDraft };

async function findStart(store: Store, motionId: MotionId, id: AmendmentId): Promise<Start | null> {
  const motion = await findMotion(store, motionId);
  if (motion === null) return null;
  const kept = await findAmendment(store, id);
  if (kept === null) return { motion, base: motion.text };
  const base = await findTextVersion(store, motionId, kept.baseVersion);
  return { motion, base: base ?? motion.text, kept };
}
