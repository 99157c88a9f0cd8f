// Submitting from the command line: what is to be submitted or taken back goes into the journal first, then the journal's
// log for this conference to the office's inbox.

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { receiptsIn } from '../shared/bundle/office-records';
import { sendLog, type LogKeeper } from '../shared/bundle/send-log';
import {
  readSubmission,
  submissionOf,
  submitDeed,
  submitKind,
  withdrawDeed,
  withdrawKind,
} from '../shared/bundle/submission';
import { nothingPushed } from '../shared/bundle/push-device-log';
import type { FolderFailure, JournalEntry } from '../shared/desktop-contract';
import { fail, succeed, type Result } from '../shared/result';
import { writeWhole } from '../electron/keep/files';
import { bundlePlatform } from './bundle-platform';
import type { CommandIo } from './command';
import type { Identity } from './identity';
import { deviceFolder, readPushMemory } from './device-folder';
import { amendmentsTo, papersSentence } from './official-papers';
import { folderSentence, type Place } from './place-at';
import type { Pulled } from './pull-bundle';
import { readPapersToPublish } from './read-papers-to-publish';

export type PushAmendments = {
  /** Files of amendments. */
  readonly amendments: readonly string[];
  /** Ids of submissions to take back. */
  readonly withdraw: readonly string[];
  readonly name?: string;
  readonly place: Place;
  readonly pulled: Pulled;
  readonly identity: Identity;
};

export type SubmittedAmendment = {
  readonly id: string;
  /** `sent` until the office has published a receipt. */
  readonly standing: 'sent' | 'received' | 'accepted' | 'refused' | 'withdrawn';
  readonly reason?: string;
  readonly instruction: string;
};

export type PushReport = {
  readonly conference: string;
  readonly device: string;
  readonly sent: number;
  readonly lost: number;
  readonly isRenewed: boolean;
  readonly requests: number;
  readonly bytes: number;
  readonly submissions: readonly SubmittedAmendment[];
};

export type PushRefusal = { readonly kind: 'not-pushed'; readonly code: string; readonly message: string };

/** Submits and sends. A refusal before sending leaves the journal as it was; one while sending is mended by the next. */
export async function pushAmendments(request: PushAmendments, io: CommandIo): Promise<Result<PushReport, PushRefusal>> {
  const { identity, pulled, place } = request;
  const conference = pulled.bundle.conference.id;
  const written = await writeDeeds(request, io);
  if (!written.ok) return written;
  const memoryPath = join(identity.storeFolder, `pushed-${conference}.json`);
  const sent = await sendLog<FolderFailure>(
    {
      conference,
      stream: 'office',
      ...(request.name === undefined ? {} : { name: request.name }),
      seen: { version: pulled.bundle.version, head: pulled.bundle.headHash },
      memory: (await readPushMemory(memoryPath)) ?? nothingPushed,
      now: Date.now(),
    },
    keeperOf(request),
    bundlePlatform,
  );
  if (!sent.ok) return refuse(sent.error.kind, sentence(sent.error));
  await writeWhole(memoryPath, Buffer.from(`${JSON.stringify(sent.value.memory)}\n`));
  const entries = await identity.entries();
  if (!entries.ok) return refuse(entries.error.kind, 'The journal cannot be read.');
  const { device, sent: count, lost, isRenewed } = sent.value;
  return succeed({
    conference,
    device,
    sent: count,
    lost,
    isRenewed,
    requests: pulled.traffic.requests + place.traffic.requests,
    bytes: pulled.traffic.bytes + place.traffic.bytes,
    submissions: submissionsIn(entries.value, pulled),
  });
}

function refuse(code: string, message: string): Result<never, PushRefusal> {
  return fail({ kind: 'not-pushed', code, message });
}

type SendFailure = Extract<Awaited<ReturnType<typeof sendLog<FolderFailure>>>, { ok: false }>['error'];

function sentence(failure: SendFailure): string {
  switch (failure.kind) {
    case 'log-too-large':
      return 'There is more to send than a log may hold.';
    case 'misplaced':
    case 'newer-format':
      return 'What stands in this device’s folder was written by somebody else, or by a newer version of rostrum.';
    case 'not-a-log':
    case 'wrong-signature':
    case 'wrong-hash':
    case 'unsafe':
    case 'unreadable':
    case 'forked':
    case 'shorter':
    case 'not-reached':
    case 'renewed-in-vain':
      return 'What stands in this device’s folder cannot be understood.';
    case 'too-large':
      return 'What stands in this device’s folder is too large.';
    case 'address-refused':
    case 'busy':
    case 'cut-short':
    case 'disk-full':
    case 'folder-full':
    case 'folder-in-use':
    case 'hash-mismatch':
    case 'host-gone':
    case 'credentials-lost':
    case 'key-locked':
    case 'locked':
    case 'no-such-folder':
    case 'not-allowed':
    case 'not-as-written':
    case 'not-found':
    case 'not-writable':
    case 'offline':
    case 'other-writer':
    case 'refused':
    case 'server-trouble':
    case 'sign-in-page':
    case 'timed-out':
    case 'wrong-passphrase':
      return isOfLog(failure) ? 'A part of what stands in this device’s folder is damaged.' : folderSentence(failure);
  }
}

/** A log's own failures carry a code. */
function isOfLog(failure: SendFailure): failure is Extract<SendFailure, { readonly code: string }> {
  return 'code' in failure;
}

function keeperOf({ identity, pulled, place }: PushAmendments): LogKeeper<FolderFailure> {
  const { journal } = identity;
  const conference = pulled.bundle.conference.id;
  return {
    entries: async () => asFolder(await identity.entries()),
    journalDevice: async () => succeed(journal.device()),
    signer: identity.signer,
    append: async (stream, deeds) => asFolder(await journal.append(deeds.map((deed) => ({ stream, ...deed })))),
    renew: async () => asFolder(await journal.renewDevice()),
    folder: (device) => deviceFolder(place.place, `inbox/${conference}/${device}`),
  };
}

function asFolder<T>(result: Result<T, { readonly kind: string }>): Result<T, FolderFailure> {
  if (result.ok) return result;
  return fail({ kind: result.error.kind === 'disk-full' ? 'disk-full' : 'not-writable' });
}

/** Puts into the journal what is to be submitted and is not submitted yet, and what is to be taken back. */
async function writeDeeds(request: PushAmendments, io: CommandIo): Promise<Result<undefined, PushRefusal>> {
  const { identity, pulled } = request;
  const entries = await identity.entries();
  if (!entries.ok) return refuse(entries.error.kind, 'The journal cannot be read.');
  const papers = await readPapersToPublish(request.amendments, io);
  if (!papers.ok) return refuse(papers.error.code, papers.error.message);
  const other = papers.value.find((paper) => paper.kind !== 'amendment');
  if (other !== undefined) return refuse('not-an-amendment', `${other.file} is no amendment, but a ${other.kind}.`);
  const amendments = amendmentsTo(pulled.papers.motions, papers.value);
  if (!amendments.ok) return refuse(amendments.error.kind, papersSentence(amendments.error));
  const standing = standingSubmissions(entries.value);
  const known = new Set([...standing.values()].map((entry) => JSON.stringify(entry.val)));
  const submitted = amendments.value.filter(
    (amendment) => !known.has(JSON.stringify(submissionOf(amendment, amendment.instruction ?? ''))),
  );
  const unknown = request.withdraw.find((id) => !standing.has(id));
  if (unknown !== undefined) return refuse('no-such-submission', `Nothing was submitted under ${unknown}.`);
  const deeds = [
    ...submitted.map((amendment) => submitDeed(randomUUID(), amendment, amendment.instruction ?? '')),
    ...request.withdraw.map((id) => withdrawDeed(id, standing.get(id)?.base?.motionId ?? '')),
  ];
  if (deeds.length === 0) return succeed(undefined);
  const written = await identity.journal.append(deeds);
  return written.ok ? succeed(undefined) : refuse(written.error.kind, 'The journal cannot be written.');
}

/** Submissions that were not taken back, by their ids, each once. */
function standingSubmissions(entries: readonly JournalEntry[]): ReadonlyMap<string, JournalEntry> {
  const standing = new Map<string, JournalEntry>();
  for (const entry of entries) {
    if (entry.stream !== 'office') continue;
    if (entry.t === submitKind) standing.set(entry.id, entry);
    if (entry.t === withdrawKind) standing.delete(entry.id);
  }
  return standing;
}

/** What became of everything that was submitted to this conference, as far as the office has said. */
function submissionsIn(entries: readonly JournalEntry[], { records, bundle }: Pulled): readonly SubmittedAmendment[] {
  const receipts = new Map(receiptsIn(records).map((receipt) => [receipt.submission, receipt]));
  const standing = standingSubmissions(entries);
  const submitted = new Map(
    entries.filter(({ stream, t }) => stream === 'office' && t === submitKind).map((entry) => [entry.id, entry]),
  );
  return [...submitted.values()].flatMap(({ id, val, base }): readonly SubmittedAmendment[] => {
    const submission = readSubmission(val);
    if (submission === undefined || base?.motionId.startsWith(`${bundle.conference.id}.`) !== true) return [];
    const receipt = receipts.get(id);
    const reason = receipt?.reason === undefined ? {} : { reason: receipt.reason };
    const outcome = receipt?.outcome ?? (standing.has(id) ? 'sent' : 'withdrawn');
    return [{ id, standing: outcome, ...reason, instruction: submission.instruction }];
  });
}
