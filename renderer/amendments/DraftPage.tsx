// Finds the motion, the draft and the text it was written on, and lays them on the desk.

import { useState } from 'react';
import { useLocation } from 'wouter';
import { amendmentId } from '../../shared/ids';
import type { AmendmentId, MotionId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { hrefOf, pathOf } from '../app/routes';
import { saveAmendment, textWrittenOn } from '../storage/deeds';
import type { AmendmentDraft } from '../storage/deeds';
import { useQuestion, useStore } from '../storage/StoreContext';
import { useUnsavedTexts } from '../storage/UnsavedTextsContext';
import type { HeldDraft } from '../storage/UnsavedTextsContext';
import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { useToast } from '../ui/Toasts';
import type { CarriedDraft, NotCarried } from './carry-draft';
import { DraftDesk } from './DraftDesk';
import { findDraft } from './find-draft';
import type { FoundDraft } from './find-draft';
import { draftOf } from './kept-draft';
import type { WorkingDraft } from './use-draft';

type DraftPageProps = {
  readonly motion: MotionId;
  readonly amendment?: AmendmentId;
  /** The amendment that a new one is to amend. */
  readonly amends?: AmendmentId;
};

/** The page of a new draft, or of the draft named in the address. */
export function DraftPage({ motion: motionId, amendment, amends }: DraftPageProps) {
  const store = useStore();
  const showToast = useToast();
  const [, go] = useLocation();
  const { drafts } = useUnsavedTexts();
  // A new draft that could not be saved yet is gone on with.
  const [fresh] = useState(() => {
    const held = drafts.unsaved().find(({ about }) => about.isNew && isOn(about, motionId, amends));
    return held?.about.id ?? amendmentId(store.newId());
  });
  const id = amendment ?? fresh;
  const found = useQuestion((asked) => findDraft(asked, { motionId, id, amends }), [motionId, id, amends]);
  const [begun, setBegun] = useState<Begun>();
  // What is on the desk is what was found first: saving the draft must not lay it anew under the delegate's hands.
  if (found !== undefined && found !== null && begun?.id !== id) setBegun({ id, start: found, round: 0 });
  const start = begun?.id === id ? begun.start : undefined;
  const lay = (next: Start): void => setBegun((before) => ({ id, start: next, round: (before?.round ?? 0) + 1 }));

  /** Keeps the draft on the present text, and offers the way back to the earlier one. */
  const carry = async (from: Start, { carried, draft, present }: Carrying): Promise<void> => {
    const { base } = from;
    await draft.flush();
    const now = { ...draftOf({ ...from, id }), id: draft.id(), standing: draft.standing };
    const keep = async (next: AmendmentDraft, on: TextVersion, lost?: CarriedDraft['lost']): Promise<void> => {
      const text = await textWrittenOn(store, from.parent === undefined ? next : { ...next, text: on });
      const saved = await saveAmendment(store, next, text);
      if (!saved.ok) return showToast({ words: keepMessage(saved.error) });
      const { lost: _lost, ...rest } = from;
      const laid = { ...rest, base: on, kept: saved.value.record };
      return lay(lost === undefined ? laid : { ...laid, lost: { changes: lost, base } });
    };
    await keep({ ...now, operations: carried.operations, baseVersion: present.id }, present, carried.lost);
    showToast({
      words: carried.operations.length === 0 ? 'The new text has all of it already.' : 'Carried over to the new text.',
      action: { words: 'Undo', run: () => void keep({ ...now, operations: draft.operations }, base) },
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
  const { lost, present: _present, motion, ...laid } = start;
  return (
    <DraftDesk
      key={`${id} ${begun?.round ?? 0}`}
      id={id}
      {...laid}
      motion={found?.motion ?? motion}
      present={found?.present}
      stored={found?.kept}
      notCarried={lost}
      onCarry={(carried, draft, present) => void carry(start, { carried, draft, present })}
      onShowStored={() => {
        if (found !== undefined && found !== null) lay(found);
      }}
      onFirstKept={() => go(pathOf({ kind: 'amend', motion: motionId, amendment: id }), { replace: true })}
      onDeleted={() => go(pathOf({ kind: 'motion', motion: motionId }))}
    />
  );
}

type Start = FoundDraft & { readonly lost?: NotCarried };
type Begun = {
  readonly id: AmendmentId;
  readonly start: Start;
  /** Rises when it is laid on the desk anew. */ readonly round: number;
};
type Carrying = { readonly carried: CarriedDraft; readonly draft: WorkingDraft; readonly present: TextVersion };

function isOn(about: HeldDraft['about'], motionId: MotionId, amends: AmendmentId | undefined): boolean {
  return about.motionId === motionId && about.amends === amends;
}
