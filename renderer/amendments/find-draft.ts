// What a desk needs to lay out a draft: its motion, the amendment it amends, and the texts it was and would be written on.

import type { Amendment } from '../../shared/amendment/amendment';
import { baseTextOf } from '../../shared/amendment/base-text';
import type { AmendmentId, MotionId, TextVersionId } from '../../shared/ids';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import { findMotion, findTextVersion, listAmendments } from '../storage/questions';
import type { Store } from '../storage/store';
import type { ParentAmendment, WrittenIn } from './amendment-words';
import { readableBases } from './readable-bases';

export type FoundDraft = {
  readonly motion: Motion;
  /** The text that it was written on; of a new one, the present. */
  readonly base: TextVersion;
  /**
   * The text that it would be written on now: the motion's, or what the amendment that it amends makes of it. Absent
   * when that one is not held, or was itself written on an earlier text.
   */
  readonly present?: TextVersion;
  /** The amendment that it amends. */
  readonly parent?: ParentAmendment;
  /** The draft as it was kept; absent for a new one. */
  readonly kept?: Amendment;
};

type Sought = { readonly motionId: MotionId; readonly id: AmendmentId; readonly amends: AmendmentId | undefined };

/** Null when there is no such motion, or nothing that a new draft could be written on. `amends` is for a new draft. */
export async function findDraft(store: Store, { motionId, id, amends }: Sought): Promise<FoundDraft | null> {
  const motion = await findMotion(store, motionId);
  if (motion === null) return null;
  const { printed, own } = await listAmendments(store, motionId);
  const amendments = [...printed, ...own];
  const kept = amendments.find((amendment) => amendment.id === id);
  const parentId = kept === undefined ? amends : kept.amends;
  const parent = await findParent(store, motion.text, { amendments, parentId });
  const present = presentText(motion.text, amendments, { id, amends: parentId });
  const written = kept === undefined ? present : await findTextVersion(store, motionId, kept.baseVersion);
  const base = written ?? present ?? (kept === undefined ? undefined : motion.text);
  if (base === undefined) return null;
  return {
    motion,
    base,
    ...(present === undefined ? {} : { present }),
    ...(parent === undefined ? {} : { parent }),
    ...(kept === undefined ? {} : { kept }),
  };
}

type Parentage = { readonly amendments: readonly Amendment[]; readonly parentId: AmendmentId | undefined };

async function findParent(
  store: Store,
  text: TextVersion | undefined,
  { amendments, parentId }: Parentage,
): Promise<ParentAmendment | undefined> {
  const amendment = amendments.find(({ id }) => id === parentId);
  if (amendment === undefined) return undefined;
  const now = text === undefined ? undefined : readableBases(text, amendments).get(amendment.id);
  const own = now ?? (await findTextVersion(store, amendment.motionId, amendment.baseVersion));
  return own === null ? undefined : { amendment, text: own };
}

/** What an amendment is written in, whether or not its motion is still held; null when its text is not. */
export async function findWrittenIn(store: Store, amendment: Amendment): Promise<WrittenIn | null> {
  const { motionId, baseVersion, amends } = amendment;
  const { printed, own } = await listAmendments(store, motionId);
  const amendments = [...printed, ...own];
  const motion = await findMotion(store, motionId);
  const parent = await findParent(store, motion?.text, { amendments, parentId: amends });
  const now = motion === null ? undefined : readableBases(motion.text, amendments).get(amendment.id);
  const base = now ?? (await findTextVersion(store, motionId, baseVersion));
  return base === null ? null : { base, ...(parent === undefined ? {} : { parent }) };
}

/** The text that an amendment would be written on now; see `FoundDraft.present`. */
export function presentText(
  text: TextVersion,
  amendments: readonly Amendment[],
  { id, amends }: { readonly id: AmendmentId; readonly amends: AmendmentId | undefined },
): TextVersion | undefined {
  if (amends === undefined) return text;
  if (!readableBases(text, amendments).has(amends)) return undefined;
  const base = baseTextOf({ id, operations: [], amends }, text, amendments);
  return base.ok ? base.value : undefined;
}

/** Of those of `amendments` that amend an amendment: the id of the text that each would be written on now. */
export async function presentTextsOf(
  store: Store,
  amendments: readonly Amendment[],
): Promise<ReadonlyMap<AmendmentId, TextVersionId>> {
  const texts = new Map<AmendmentId, TextVersionId>();
  for (const { id, motionId, amends } of amendments) {
    if (amends === undefined) continue;
    const found = await findDraft(store, { motionId, id, amends });
    if (found?.present !== undefined) texts.set(id, found.present.id);
  }
  return texts;
}
