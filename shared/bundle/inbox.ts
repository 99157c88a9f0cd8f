// The office's side of submitting: what arrived from which device, and what was decided about it. A value that only
// grows; the same log read twice, or sent again under another key, changes nothing.

import * as v from 'valibot';
import { fail, succeed, type Result } from '../result';
import { conferenceIdPattern } from './conference-id';
import { deviceKeyPattern } from './device-id';
import { sha256Pattern, toHex } from './hex';
import type { Receipt, RosterEntry } from './office-records';
import { alsoSaidBy, sayersOf, settled, takenBackBy } from './said-by-several';
import { officeWordOf, submissionSchema, type Submission } from './submission';
import type { LogLine } from './segment';
import type { Platform } from './verification';
import { knownLogSchema, nothingKnown, type KnownLog, type VerifiedLog } from './verify-device-log';

const device = v.pipe(v.string(), v.regex(deviceKeyPattern));

const entrySchema = v.object({
  /** Short, for people: 12 hexadecimal digits of the hash of id and content. */
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  id: v.string(),
  device,
  op: v.pipe(v.string(), v.regex(sha256Pattern)),
  submission: submissionSchema,
  standing: v.picklist(['waiting', 'accepted', 'refused', 'withdrawn']),
  /** Epoch milliseconds by the office's clock. */
  receivedAt: v.number(),
  number: v.exactOptional(v.string()),
  reason: v.exactOptional(v.string()),
  /** The name of the amendment's record, from when it was accepted. */
  record: v.exactOptional(v.string()),
  /** Other keys that have said the very same, and whether each has taken it back (said-by-several.ts). */
  copies: v.exactOptional(v.array(v.object({ device, op: v.string(), isTakenBack: v.boolean() }))),
  /** Whether `device` itself has taken it back. */
  isTakenBack: v.exactOptional(v.boolean()),
});

const logSchema = v.object({ ...knownLogSchema.entries, x: v.string(), name: v.exactOptional(v.string()) });

const inboxSchema = v.object({
  v: v.literal(1),
  conference: v.pipe(v.string(), v.regex(conferenceIdPattern)),
  logs: v.record(v.string(), logSchema),
  submissions: v.array(entrySchema),
});

export type SubmissionEntry = Omit<Readonly<v.InferOutput<typeof entrySchema>>, 'submission'> & {
  readonly submission: Submission;
};
export type Inbox = Omit<Readonly<v.InferOutput<typeof inboxSchema>>, 'submissions'> & {
  readonly submissions: readonly SubmissionEntry[];
};

export function emptyInbox(conference: string): Inbox {
  return { v: 1, conference, logs: {}, submissions: [] };
}

/** The inbox as it was kept; undefined when it is none. */
export function parseInbox(json: unknown): Inbox | undefined {
  const shape = v.safeParse(inboxSchema, json);
  return shape.success ? shape.output : undefined;
}

/** How far the log of `device` was read. */
export function knownLogOf(inbox: Inbox, id: string): KnownLog {
  return inbox.logs[id] ?? nothingKnown;
}

/** The inbox as it stands with this roster; the same one when that changes nothing. */
export function settledInbox(inbox: Inbox, roster: readonly RosterEntry[]): Inbox {
  const submissions = inbox.submissions.map((entry) => settled(entry, roster));
  return submissions.every((entry, at) => entry === inbox.submissions[at]) ? inbox : { ...inbox, submissions };
}

/** The inbox after what is new in a device's log, and the submissions that are new or were withdrawn. */
export async function receiveLog(
  inbox: Inbox,
  { signed, lines, known }: VerifiedLog,
  { now, roster }: { readonly now: number; readonly roster: readonly RosterEntry[] },
  platform: Pick<Platform, 'cryptography' | 'text'>,
): Promise<{ readonly inbox: Inbox; readonly news: readonly SubmissionEntry[] }> {
  const { device: id, x, name } = signed.head;
  const entries = new Map(inbox.submissions.map((entry) => [entry.key, entry]));
  const own = ownKeys(inbox, id);
  const news: SubmissionEntry[] = [];
  for (const line of lines) {
    const changed = await applyLine({ entries, own }, line, { device: id, now }, platform);
    if (changed === undefined) continue;
    const before = entries.get(changed.key);
    const entry = settled(changed, roster);
    entries.set(entry.key, entry);
    own.set(entry.id, entry.key);
    if (before?.standing !== entry.standing) news.push(entry);
  }
  const log = { ...known, x, ...(name === undefined ? {} : { name }) };
  return { inbox: { ...inbox, logs: { ...inbox.logs, [id]: log }, submissions: [...entries.values()] }, news };
}

/** What a device has submitted: the key of each submission by the id that it gave it. */
function ownKeys({ submissions }: Inbox, id: string): Map<string, string> {
  const own = submissions.filter((entry) => sayersOf(entry).some((sayer) => sayer.device === id));
  return new Map(own.map((entry) => [entry.id, entry.key]));
}

type Received = {
  readonly entries: ReadonlyMap<string, SubmissionEntry>;
  /** Of the author alone: nobody takes back what another said. */
  readonly own: ReadonlyMap<string, string>;
};

/** The entry that an operation makes or changes; undefined when it changes nothing. */
async function applyLine(
  { entries, own }: Received,
  { operation, sha256 }: LogLine,
  author: { readonly device: string; readonly now: number },
  { cryptography, text }: Pick<Platform, 'cryptography' | 'text'>,
): Promise<SubmissionEntry | undefined> {
  const word = officeWordOf(operation);
  if (word === undefined) return undefined;
  if (word.kind === 'withdraw') {
    const meant = entries.get(own.get(word.id) ?? '');
    return meant === undefined ? undefined : takenBackBy(meant, author.device);
  }
  const content = await cryptography.sha256(text.encode(`${word.id}\n${JSON.stringify(word.submission)}`));
  const key = toHex(content).slice(0, 12);
  const known = entries.get(key);
  // A device that had to take another key says again what it said: the same submission, under that key as well.
  if (known !== undefined) return alsoSaidBy(known, author.device, sha256);
  return {
    key,
    id: word.id,
    device: author.device,
    op: sha256,
    submission: word.submission,
    standing: 'waiting',
    receivedAt: author.now,
  };
}

export type DecisionFailure =
  | { readonly kind: 'no-such-submission'; readonly key: string }
  /** It was accepted, refused or withdrawn before. */
  | { readonly kind: 'decided-already'; readonly standing: SubmissionEntry['standing'] }
  /** Nobody vouches for the device it came from. */
  | { readonly kind: 'unverified-device'; readonly device: string };

export type OfficeDecision =
  | { readonly kind: 'accept'; readonly number?: string }
  | { readonly kind: 'refuse'; readonly reason: string };

/** The inbox after a decision. What was decided once stays: delegates may have been told. */
export function decide(
  inbox: Inbox,
  key: string,
  decision: OfficeDecision,
  roster: readonly RosterEntry[],
): Result<Inbox, DecisionFailure> {
  const entry = inbox.submissions.find((each) => each.key === key);
  if (entry === undefined) return fail({ kind: 'no-such-submission', key });
  if (entry.standing !== 'waiting') return fail({ kind: 'decided-already', standing: entry.standing });
  if (!isVouchedFor(entry, roster)) return fail({ kind: 'unverified-device', device: entry.device });
  const decided: SubmissionEntry =
    decision.kind === 'refuse'
      ? { ...entry, standing: 'refused', reason: decision.reason }
      : {
          ...entry,
          standing: 'accepted',
          record: `a${key}`,
          ...(decision.number === undefined ? {} : { number: decision.number }),
        };
  return succeed({ ...inbox, submissions: inbox.submissions.map((each) => (each === entry ? decided : each)) });
}

/** Whether the roster has the device that a submission came from. */
export function isVouchedFor(entry: SubmissionEntry, roster: readonly RosterEntry[]): boolean {
  return roster.some(({ device: id, isWithdrawn }) => id === entry.device && !isWithdrawn);
}

/** The receipts for what devices of the roster have submitted, each by its submission's key. */
export function receiptsOf(
  inbox: Inbox,
  roster: readonly RosterEntry[],
): readonly { readonly key: string; readonly receipt: Receipt }[] {
  const listed = new Set(roster.map(({ device: id }) => id));
  return inbox.submissions
    .filter((entry) => listed.has(entry.device))
    .map(({ key, id, device: from, op, standing, record, reason }) => ({
      key,
      receipt: {
        device: from,
        submission: id,
        op,
        outcome: standing === 'waiting' ? 'received' : standing,
        ...(record === undefined ? {} : { amendment: record }),
        ...(reason === undefined ? {} : { reason }),
      },
    }));
}

/** The submission that a person means by the first digits of its key, or by its id; undefined unless it is one alone. */
export function findSubmission(inbox: Inbox, typed: string): SubmissionEntry | undefined {
  const matching = inbox.submissions.filter(({ key, id }) => key.startsWith(typed.toLowerCase()) || id === typed);
  return matching.length === 1 ? matching[0] : undefined;
}
