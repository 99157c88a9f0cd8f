// What is to be asked of what was said to the office and the delegation, and what became of it.

import { addCommentKind } from '../../shared/bundle/delegation-words';
import { ownOperationHashes } from '../../shared/bundle/own-log';
import { amendmentOfSubmission, submissionSteps, type OwnSubmission } from '../../shared/bundle/submission-steps';
import type { DeliveryRow, HeardLogRow, SaidRow, UnsaidRow } from '../../shared/journal/row';
import { deliveryKey } from '../../shared/journal/row';
import { saidOn, type SaidByDelegation, type SaidOperation } from '../../shared/merge/delegation';
import type { RosterRow } from './database';
import type { Store } from './store';

/** Every submission from this computer to a conference's office, the last first. */
export async function listSubmissions(store: Store, conferenceId: string): Promise<readonly OwnSubmission[]> {
  const { dexie, said, receipts, deliveries } = store.database;
  const known = await dexie.transaction('r', [said, receipts, deliveries], async () => {
    const delivery = await deliveries.get(deliveryKey(conferenceId, 'office'));
    return {
      entries: await listSaid(store, conferenceId, 'office'),
      receipts: await receipts.where({ conferenceId }).toArray(),
      ...(delivery === undefined ? {} : { delivery }),
    };
  });
  const log = { conference: conferenceId, stream: 'office' } as const;
  return submissionSteps({ ...known, operations: await ownOperationHashes(known.entries, log, store.platform) });
}

/** The submissions of one amendment, the last first. */
export async function listSubmissionsOf(
  store: Store,
  { id, conferenceId }: { readonly id: string; readonly conferenceId: string },
): Promise<readonly OwnSubmission[]> {
  const submissions = await listSubmissions(store, conferenceId);
  return submissions.filter((submission) => amendmentOfSubmission(submission.id) === id);
}

/** What a log for others is made of, in the journal's order. */
export async function listSaid(
  store: Pick<Store, 'database'>,
  conferenceId: string,
  stream: 'office' | 'team',
): Promise<readonly SaidRow[]> {
  const rows = await store.database.said.where({ conferenceId, stream }).toArray();
  return rows.toSorted((before, after) => before.lam - after.lam);
}

/** How far each log stands in its folder. */
export async function findDelivery(
  store: Pick<Store, 'database'>,
  conferenceId: string,
  stream: 'office' | 'team',
): Promise<DeliveryRow | null> {
  return (await store.database.deliveries.get(deliveryKey(conferenceId, stream))) ?? null;
}

/** Logs that have more than stands in their folders, as `conference/stream`. */
export async function listWaiting(store: Store): Promise<readonly string[]> {
  const { dexie, said, deliveries } = store.database;
  return dexie.transaction('r', [said, deliveries], async () => {
    const delivered = new Map((await deliveries.toArray()).map(({ key, lamport }) => [key, lamport]));
    const waiting = new Set<string>();
    await said.each(({ conferenceId, stream, lam }) => {
      const key = deliveryKey(conferenceId, stream);
      if (lam > (delivered.get(key) ?? 0)) waiting.add(key);
    });
    return [...waiting].sort();
  });
}

/** Logs of members of a delegation that were read, in no order. */
export async function listHeardLogs(
  store: Pick<Store, 'database'>,
  conferenceId: string,
): Promise<readonly HeardLogRow[]> {
  return store.database.heardLogs.where({ conferenceId }).toArray();
}

/** What is typed about a motion and not shared yet, by `unsaidKey`. */
export async function listUnsaid(store: Store, motionId: string): Promise<ReadonlyMap<string, UnsaidRow>> {
  const rows = await store.database.unsaid.where({ motionId }).toArray();
  return new Map(rows.map((row) => [row.key, row]));
}

/** A member of the delegation, as far as anybody vouches for them. */
export type Member =
  | { readonly kind: 'self' }
  | { readonly kind: 'vouched'; readonly name: string; readonly delegation?: string }
  /** The office has withdrawn its word for the device. */
  | { readonly kind: 'withdrawn'; readonly name: string }
  /** Not on the roster. `claims`: what it calls itself. */
  | { readonly kind: 'unknown'; readonly claims?: string };

export type DelegationOn = SaidByDelegation & {
  readonly memberOf: (device: string) => Member;
  /** How much of what was said here on the motion does not stand in the delegation's folder yet. */
  readonly waiting: number;
};

/** The device of what was said here: it is nobody else's, and its key may not be known yet. */
const ownDevice = 'own';

/** All that the delegation has said on an official motion. */
export async function findDelegationOn(
  store: Store,
  { id, conferenceId }: { readonly id: string; readonly conferenceId: string },
): Promise<DelegationOn> {
  const { dexie, said, heard, heardLogs, roster, deliveries } = store.database;
  return dexie.transaction('r', [said, heard, heardLogs, roster, deliveries], async () => {
    const delivery = await deliveries.get(deliveryKey(conferenceId, 'team'));
    const key = delivery?.device ?? ownDevice;
    const rows = (await said.where({ motionId: id }).toArray()).filter(({ stream }) => stream === 'team');
    const own = rows.map((row) => ownOperation(row, key));
    const added = own.filter(({ operation }) => operation.t === addCommentKind);
    const ownIds = new Set(added.map(({ operation }) => operation.id));
    const others = (await heard.where({ motionId: id }).toArray()).filter(
      // What this person said under a key from before is here already, under the same ids.
      ({ operation, device }) => device !== key && !(operation.t.startsWith('comment.') && ownIds.has(operation.id)),
    );
    const names = new Map((await heardLogs.where({ conferenceId }).toArray()).map((log) => [log.device, log.name]));
    const listed = new Map((await roster.where({ conferenceId }).toArray()).map((row) => [row.device, row]));
    const mine = new Set(own.map(({ device }) => device));
    const myself = listed.get(key);
    const memberOf = (device: string): Member => {
      const entry = listed.get(device);
      const isSelf = mine.has(device) || (myself !== undefined && entry !== undefined && isSamePerson(myself, entry));
      return isSelf ? { kind: 'self' } : memberFor(entry, names.get(device));
    };
    const waiting = rows.filter(({ lam }) => lam > (delivery?.lamport ?? 0)).length;
    return { ...saidOn(id, [...own, ...others], (device) => personOf(memberOf(device), device)), memberOf, waiting };
  });
}

/** Entries under names that this journal went by before are this person's as well. */
function ownOperation(row: SaidRow, key: string): SaidOperation {
  const { seq, lam, ts, t, id, val, base } = row;
  const words = { t, id, ...(val === undefined ? {} : { val }), ...(base === undefined ? {} : { base }) };
  return { device: `${key} ${row.device}`, operation: { seq, lam, ts, ctx: {}, ...words } };
}

function memberFor(entry: RosterRow | undefined, claims: string | undefined): Member {
  if (entry === undefined) return claims === undefined ? { kind: 'unknown' } : { kind: 'unknown', claims };
  const { name, delegation, isWithdrawn } = entry;
  if (isWithdrawn) return { kind: 'withdrawn', name };
  return delegation === undefined ? { kind: 'vouched', name } : { kind: 'vouched', name, delegation };
}

/** A delegate's second computer, or the key they had before. A key that was withdrawn may be in anybody's hands. */
function isSamePerson(before: RosterRow, after: RosterRow): boolean {
  return !after.isWithdrawn && before.name === after.name && before.delegation === after.delegation;
}

/** Whoever is vouched for under one name is one person, whatever the key. */
function personOf(member: Member, device: string): string {
  switch (member.kind) {
    case 'self':
      return 'self';
    case 'vouched':
      return JSON.stringify(['vouched', member.name, member.delegation ?? '']);
    case 'withdrawn':
    case 'unknown':
      return device;
  }
}
