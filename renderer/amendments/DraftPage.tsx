// Finds the motion, the draft and the text it was written on, and lays them on the desk.

import { useState } from 'react';
import { useLocation } from 'wouter';
import { amendmentId } from '../../shared/ids';
import type { AmendmentId, MotionId } from '../../shared/ids';
import { hrefOf, pathOf } from '../app/routes';
import { findAmendment, findMotion, findTextVersion } from '../storage/questions';
import type { Store } from '../storage/store';
import { useQuestion, useStore } from '../storage/StoreContext';
import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { DraftDesk } from './DraftDesk';

type DraftPageProps = { readonly motion: MotionId; readonly amendment?: AmendmentId };

/** The page of a new draft, or of the draft named in the address. */
export function DraftPage({ motion: motionId, amendment }: DraftPageProps) {
  const store = useStore();
  const [, go] = useLocation();
  const [fresh] = useState(() => amendmentId(store.newId()));
  const id = amendment ?? fresh;
  const found = useQuestion((asked) => findStart(asked, motionId, id), [motionId, id]);
  const [begun, setBegun] = useState<{ readonly id: AmendmentId; readonly start: Start }>();
  // What is on the desk is what was found first: saving the draft must not lay it anew under the delegate's hands.
  if (found !== undefined && found !== null && begun?.id !== id) setBegun({ id, start: found });
  const start = begun?.id === id ? begun.start : undefined;

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
  return (
    <DraftDesk
      key={id}
      id={id}
      {...start}
      onFirstKept={() => go(pathOf({ kind: 'amend', motion: motionId, amendment: id }), { replace: true })}
      onDeleted={() => go(pathOf({ kind: 'motion', motion: motionId }))}
    />
  );
}

type Start = Pick<Parameters<typeof DraftDesk>[0], 'motion' | 'base' | 'kept'>;

async function findStart(store: Store, motionId: MotionId, id: AmendmentId): Promise<Start | null> {
  const motion = await findMotion(store, motionId);
  if (motion === null) return null;
  const kept = await findAmendment(store, id);
  if (kept === null) return { motion, base: motion.text };
  const base = await findTextVersion(store, motionId, kept.baseVersion);
  return { motion, base: base ?? motion.text, kept };
}
