// How far each submission of this device is, from what it said to the office, what of that stands in the office's folder,
// and the receipts that the office has published.

import type { Receipt } from './office-records';
import { readSubmission, submitKind, withdrawKind, type Submission } from './submission';
import type { EntryOfLog } from './own-log';

/**
 * - `queued`: on this computer, to be sent
 * - `delivered`: read back from the office's folder; only a receipt says that the office has it
 * - `received`, `accepted`, `refused`: as the office's receipt has it
 * - `withdrawing`: taken back here, and the office's folder does not say so yet
 * - `withdrawn`
 */
export type SubmissionStep = 'queued' | 'delivered' | 'received' | 'accepted' | 'refused' | 'withdrawing' | 'withdrawn';

export type OwnSubmission = {
  readonly id: string;
  /** The official motion it amends. */
  readonly motionId: string;
  readonly submission: Submission;
  /** Epoch milliseconds by this computer's clock. */
  readonly submittedAt: number;
  readonly step: SubmissionStep;
  /** Why it was refused. */
  readonly reason?: string;
  /** The name of the official amendment it became. */
  readonly record?: string;
};

export type KnownOfSubmissions = {
  /** Entries on `office`, in the journal's order. What was said again under another key is the same submission. */
  readonly entries: readonly EntryOfLog[];
  readonly receipts: readonly Receipt[];
  /** Hashes of the operations that `entries` are in this journal's logs: a receipt for another is not for them. */
  readonly operations: ReadonlySet<string>;
  /** How far the log stands in the office's folder; absent: nothing of it is known to be there. */
  readonly delivery?: { readonly device: string; readonly lamport: number };
};

/** Every submission once, the last made first. */
export function submissionSteps({
  entries,
  receipts,
  operations,
  delivery,
}: KnownOfSubmissions): readonly OwnSubmission[] {
  const made = new Map<string, Made>();
  for (const entry of entries) {
    const known = made.get(entry.id);
    if (entry.t === submitKind) {
      const submission = readSubmission(entry.val);
      if (submission === undefined) continue;
      const first = known?.first ?? entry;
      made.set(entry.id, { ...known, first, submission: known?.submission ?? submission, submittedAt: entry.lam });
    } else if (entry.t === withdrawKind && known !== undefined) {
      made.set(entry.id, { ...known, withdrawnAt: entry.lam });
    }
  }
  const delivered = delivery?.lamport ?? 0;
  const own = receipts.filter(({ op }) => operations.has(op));
  return [...made.values()]
    .toSorted((before, after) => after.first.lam - before.first.lam)
    .map((one) => stepOf(one, delivered, receiptFor(one.first.id, own, delivery?.device)));
}

type Made = {
  readonly first: EntryOfLog;
  readonly submission: Submission;
  /** Lamport times of the last entries that say so. */
  readonly submittedAt: number;
  readonly withdrawnAt?: number;
};

function stepOf(
  { first, submission, submittedAt, withdrawnAt }: Made,
  delivered: number,
  receipt: Receipt | undefined,
): OwnSubmission {
  const facts = { id: first.id, motionId: first.base?.motionId ?? '', submission, submittedAt: first.ts };
  if (receipt !== undefined && receipt.outcome !== 'received') {
    const { outcome, reason, amendment } = receipt;
    const why = reason === undefined ? {} : { reason };
    return { ...facts, step: outcome, ...why, ...(amendment === undefined ? {} : { record: amendment }) };
  }
  if (withdrawnAt !== undefined) return { ...facts, step: withdrawnAt <= delivered ? 'withdrawn' : 'withdrawing' };
  if (receipt !== undefined) return { ...facts, step: 'received' };
  return { ...facts, step: submittedAt <= delivered ? 'delivered' : 'queued' };
}

/** What was said under a key from before has its receipt there; one for the key of now counts before it. */
function receiptFor(id: string, receipts: readonly Receipt[], device: string | undefined): Receipt | undefined {
  const matching = receipts.filter(({ submission }) => submission === id);
  return matching.find((receipt) => receipt.device === device) ?? matching[0];
}

/** The id of the next submission of an amendment: its own, and then its own with a number. */
export function nextSubmissionId(amendmentId: string, taken: readonly string[]): string {
  if (!taken.includes(amendmentId)) return amendmentId;
  for (let number = 2; ; number += 1) {
    const id = `${amendmentId}.${String(number)}`;
    if (!taken.includes(id)) return id;
  }
}

/** The amendment of one's own that a submission is of. */
export function amendmentOfSubmission(id: string): string {
  return id.replace(/\.\d+$/u, '');
}
