// What a delegate says to the conference office and the delegation: first into the journal, like every deed. Sending it
// comes after, and is another matter (renderer/sending).

import type { Amendment } from '../../shared/amendment/amendment';
import type { DelegationDeed } from '../../shared/bundle/delegation-words';
import { isOfficialId } from '../../shared/bundle/official-ids';
import { submitDeed, withdrawDeed } from '../../shared/bundle/submission';
import { nextSubmissionId, type OwnSubmission } from '../../shared/bundle/submission-steps';
import { deedOf, type Delivery, type HeardLog, type Unsaid } from '../../shared/journal/entry';
import { deliveryKey, heardLogKey } from '../../shared/journal/row';
import { fail } from '../../shared/result';
import type { Deed } from './deeds';
import type { JournalMemory } from './memory';
import { perform, withRecord, type KeptRecord } from './perform';
import type { Store } from './store';

/** What is submitted: one's own amendment to an official motion, in the wording it is sent with. */
export type AmendmentToSubmit = {
  readonly amendment: Amendment;
  readonly instruction: string;
  /** Earlier submissions of the same amendment; the last that is not taken back yet is taken back with this one. */
  readonly before: readonly OwnSubmission[];
};

/**
 * Submits: the deed for the office and the amendment's new standing are kept both or neither. What it stands in place of
 * is taken back. Answers the submission's id. Refused for a motion that no conference office publishes.
 */
export async function submitAmendment(
  store: Store,
  { amendment, instruction, before }: AmendmentToSubmit,
): Deed<KeptRecord<string>> {
  if (!mayBeSubmitted(amendment)) return fail({ kind: 'refused' });
  const id = nextSubmissionId(
    amendment.id,
    before.map((submission) => submission.id),
  );
  const open = before.find(({ step }) => isOpen(step));
  const { val, ...submit } = submitDeed(id, amendment, instruction);
  const submitted: Amendment = { ...amendment, standing: 'submitted', savedAt: store.now() };
  const deeds = [
    { ...submit, val: open === undefined ? val : { ...val, replaces: open.id } },
    ...(open === undefined ? [] : [withdrawDeed(open.id, open.motionId)]),
    deedOf('amendment.set', amendment.id, submitted),
  ];
  return withRecord(await perform(store, deeds), id);
}

/** Whether an amendment can go to a conference office at all: to an official motion, and to official text alone. */
export function mayBeSubmitted({ motionId, amends }: Pick<Amendment, 'motionId' | 'amends'>): boolean {
  return isOfficialId(motionId) && (amends === undefined || isOfficialId(amends));
}

/** Whether the office may still decide about a submission, as far as this computer knows. */
export function isOpen(step: OwnSubmission['step']): boolean {
  return step === 'queued' || step === 'delivered' || step === 'received';
}

/** Takes a submission back; `amendment` is what it was made of, where that is still here. */
export function withdrawSubmission(
  store: Store,
  { id, motionId }: Pick<OwnSubmission, 'id' | 'motionId'>,
  amendment: Amendment | null,
): Deed {
  const withdrawn = (kept: Amendment): Amendment => ({ ...kept, standing: 'withdrawn', savedAt: store.now() });
  return perform(store, [
    withdrawDeed(id, motionId),
    ...(amendment === null ? [] : [deedOf('amendment.set', amendment.id, withdrawn(amendment))]),
  ]);
}

/** Says something to the delegation; what was typed of it under `unsaid` is no longer unsaid then. */
export function sayToDelegation(store: Store, deed: DelegationDeed, unsaid?: string): Deed {
  return perform(store, [deed, ...(unsaid === undefined ? [] : [deedOf('unsaid.remove', unsaid)])]);
}

/** Keeps what is typed for the delegation, or forgets it when nothing is. Asks the journal before it first waits. */
export function saveUnsaid(store: Store, key: string, unsaid: Unsaid): Deed {
  const isEmpty = unsaid.body.trim() === '';
  return perform(store, [isEmpty ? deedOf('unsaid.remove', key) : deedOf('unsaid.set', key, unsaid)]);
}

/** Remembers what was read back from a folder. */
export function saveDelivery(memory: JournalMemory, delivery: Delivery): Deed {
  return perform(memory, [deedOf('delivery.set', deliveryKey(delivery.conferenceId, delivery.stream), delivery)]);
}

/** Operations that one entry of the journal takes: few enough for any of their size. */
const operationsPerEntry = 64;

/**
 * Keeps what is new in another member's log, so that an answer comes after what it answers. Keeping the same again
 * changes nothing.
 */
export function keepHeard(memory: JournalMemory, { operations, ...log }: HeardLog): Deed {
  const starts = Array.from({ length: Math.max(1, Math.ceil(operations.length / operationsPerEntry)) }, (_, at) => at);
  const key = heardLogKey(log.conferenceId, log.device);
  const some = starts.map((at) => operations.slice(at * operationsPerEntry, (at + 1) * operationsPerEntry));
  return perform(
    memory,
    some.map((part) => deedOf('team.heard', key, { ...log, operations: part })),
    log.known.lamport,
  );
}
