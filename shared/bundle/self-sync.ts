// One round of the delegate's own devices: the list, then what each other device has written, then what this one has.
// Each step keeps what it learnt, so that a round that is cut off anywhere goes on from there.

import { assert } from '../assert';
import { fail, succeed, type Result } from '../result';
import { toHex } from './hex';
import type { LogFailure } from './log-failure';
import type { LogFolder } from './push-device-log';
import type { DeviceSigner } from './seal-device-log';
import type { SelfCipher } from './self-age';
import {
  readOwnDevices,
  recipientsOf,
  type OwnDevice,
  type OwnDevices,
  type OwnDevicesFailure,
  type VerifiedDevices,
} from './self-identity';
import { entriesOfLog, selfLines, selfPlace, type EntryOfSelf, type ReceivedEntry } from './self-operations';
import { pushSelfLog, type SelfPushFailure } from './self-push';
import { readSelfLog, type LockedSegment, type SelfLog } from './self-read';
import { heldList, nothingPushed, withList, type KnownPeer, type SelfMember } from './self-state';
import { nothingKnown } from './verify-device-log';
import type { Platform } from './verification';

/** What a round needs of this computer and of the folder. `E`: why either did not do what it was asked. */
export type SelfPorts<E extends { readonly kind: string }> = {
  readonly platform: Platform;
  /** The file of the list; undefined when there is none (yet). */
  readonly readList: () => Promise<Result<Uint8Array | undefined, E>>;
  /** The folder of one device's log. */
  readonly logOf: (device: string) => LogFolder<E>;
  readonly signer: DeviceSigner<E>;
  /** The journal's name for this device. */
  readonly author: string;
  /** What is encrypted to this device. */
  readonly recipient: string;
  readonly cipherFor: (readers: readonly string[]) => SelfCipher;
  readonly journalId: string;
  /** Every entry of the journal from a position on, in its order. */
  readonly readEntries: (from: number) => Promise<Result<readonly EntryOfSelf[], E>>;
  /** Lands entries of another device, all or none. */
  readonly receive: (entries: readonly ReceivedEntry[]) => Promise<Result<unknown, E>>;
  /** Keeps the bytes of a segment that cannot be read yet. */
  readonly keepLocked: (segment: LockedSegment) => Promise<Result<unknown, E>>;
  /** The bytes that were kept; undefined when there are none. */
  readonly readLocked: (sha256: string) => Promise<Uint8Array | undefined>;
  /** Remembers; a round that is cut off goes on from what was remembered last. */
  readonly remember: (state: SelfMember) => Promise<Result<unknown, E>>;
  readonly now: number;
};

/** What is wrong with one device's log, or with sending this one's. The others are read all the same. */
export type PeerTrouble<E extends { readonly kind: string }> = {
  readonly device: string;
  readonly label: string;
  readonly failure: LogFailure<E> | E;
};

export type SelfReport<E extends { readonly kind: string }> = {
  readonly state: SelfMember;
  readonly list: OwnDevices;
  /** Whether this device is on the list, with the key that it has now. */
  readonly standing: 'listed' | 'not-listed' | 'removed';
  /** Entries of other devices that landed. */
  readonly received: number;
  readonly sent: number;
  /** Own entries that the folder had lost, and that were sent again (S22). */
  readonly lost: number;
  /** Entries of other devices that no key here opens (S23). */
  readonly locked: number;
  readonly troubles: readonly PeerTrouble<E>[];
  readonly lostList?: LostList;
  /** Another computer signs with this device's key (S21): from this own number on, its words stand in the folder. */
  readonly forkedFrom?: number;
};

export type SelfSyncFailure<E extends { readonly kind: string }> =
  | E
  /** There is no list in the folder, and none is remembered. */
  | { readonly kind: 'no-list' }
  | { readonly kind: 'list-refused'; readonly why: OwnDevicesFailure };

/** A round. What failed for one device is in the report; only what stops the whole round is a failure. */
export async function syncOwnDevices<E extends { readonly kind: string }>(
  before: SelfMember,
  ports: SelfPorts<E>,
): Promise<Result<SelfReport<E>, SelfSyncFailure<E> | SelfPushFailure<E>>> {
  const start = ofJournal(before, ports);
  const found = await findList(start, ports);
  if (!found.ok) return found;
  const { list } = found.value.verified;
  const standing = standingOf(list, ports);
  const { lostList } = found.value;
  const lost = lostList === undefined ? {} : { lostList };
  const report: SelfReport<E> = { state: found.value.state, list, standing, ...nothing, ...lost };
  const remembered = await ports.remember(report.state);
  if (!remembered.ok) return remembered;
  if (standing !== 'listed') return succeed(report);
  const others = list.devices.filter(({ device }) => device !== ports.signer.device);
  let read: SelfReport<E> = report;
  for (const other of others) {
    const after = await readPeer(read, other, ports);
    if (!after.ok) return after;
    read = after.value;
  }
  return pushOwn(read, ports);
}

const nothing = { received: 0, sent: 0, lost: 0, locked: 0, troubles: [] } as const;

/**
 * What was read is known of one journal, and what was sent of one key. Of others (lines were lost, a twin was found) it
 * is found out again.
 */
function ofJournal<E extends { readonly kind: string }>(
  state: SelfMember,
  { journalId, signer: { device } }: SelfPorts<E>,
): SelfMember {
  const isSame = state.device === device && state.journalId === journalId;
  if (isSame) return state;
  const { sentUpTo: _elsewhere, ...rest } = state;
  const pushed = state.device === device ? state.pushed : nothingPushed;
  if (state.journalId === journalId) return { ...rest, device, pushed };
  const peers = Object.fromEntries(
    Object.entries(state.peers).map(([name, peer]) => [name, { ...peer, known: nothingKnown }]),
  );
  return { ...rest, journalId, device, pushed, peers };
}

/** The newest list that was verified, and the memory with it. */
export type FoundList = {
  readonly verified: VerifiedDevices;
  readonly state: SelfMember;
  readonly lostList?: LostList;
};

/** The folder has no list, or an older one with the SHA-256 `replaces`, where the one that is remembered should stand. */
export type LostList = { readonly replaces: string | null };

/**
 * The newest list there is. One that the folder lost, or went back behind, is still remembered here: no device that was
 * removed comes in again.
 */
export async function findList<E extends { readonly kind: string }>(
  state: SelfMember,
  { readList, platform }: Pick<SelfPorts<E>, 'readList' | 'platform'>,
): Promise<Result<FoundList, SelfSyncFailure<E>>> {
  const bytes = await readList();
  if (!bytes.ok) return bytes;
  const held = await heldList(state, platform);
  if (bytes.value === undefined)
    return held === undefined
      ? fail({ kind: 'no-list' })
      : succeed({ verified: held, state, lostList: { replaces: null } });
  const expected = { identity: state.identity, ...(held === undefined ? {} : { held }) };
  const offered = await readOwnDevices(bytes.value, expected, platform);
  if (offered.ok) return succeed({ verified: offered.value, state: withList(state, bytes.value) });
  if (offered.error.kind === 'older-list' && held !== undefined) {
    const replaces = toHex(await platform.cryptography.sha256(bytes.value));
    return succeed({ verified: held, state, lostList: { replaces } });
  }
  return fail({ kind: 'list-refused', why: offered.error });
}

function standingOf<E extends { readonly kind: string }>(
  { devices, removed }: OwnDevices,
  { signer, recipient }: SelfPorts<E>,
): SelfReport<E>['standing'] {
  if (devices.some(({ device, age }) => device === signer.device && age === recipient)) return 'listed';
  return removed.some(({ device }) => device === signer.device) ? 'removed' : 'not-listed';
}

async function readPeer<E extends { readonly kind: string }>(
  report: SelfReport<E>,
  { device, label }: OwnDevice,
  ports: SelfPorts<E>,
): Promise<Result<SelfReport<E>, E>> {
  const { state, list } = report;
  const peer: KnownPeer = state.peers[device] ?? { known: nothingKnown, locked: [] };
  const place = await selfPlace(state.identity, device, ports.platform);
  const cipher = ports.cipherFor(recipientsOf(list));
  const log = await readSelfLog(sourceOf(device, peer, ports), peer.known, { place, cipher }, ports.platform);
  const withTrouble = (failure: LogFailure<E>): SelfReport<E> => {
    const locked = report.locked + countOf(peer.locked);
    return { ...report, locked, troubles: [...report.troubles, { device, label, failure }] };
  };
  if (!log.ok) return succeed(withTrouble(log.error));
  if (log.value === undefined) return succeed(report);
  const entries = entriesOfLog(log.value.lines, peer.author);
  if (!entries.ok) return succeed(withTrouble(entries.error));
  for (const segment of log.value.locked) {
    const kept = await ports.keepLocked(segment);
    if (!kept.ok) return kept;
  }
  const landed = entries.value.length === 0 ? succeed(undefined) : await ports.receive(entries.value);
  if (!landed.ok) return landed;
  const peers = { ...state.peers, [device]: peerAfter(peer, log.value, entries.value) };
  const next = { ...state, peers };
  const remembered = await ports.remember(next);
  if (!remembered.ok) return remembered;
  const troubles: readonly PeerTrouble<E>[] =
    log.value.quarantinedFrom === undefined
      ? []
      : [{ device, label, failure: { kind: 'unreadable', code: 'S15', where: String(log.value.quarantinedFrom) } }];
  return succeed({
    ...report,
    state: next,
    received: report.received + entries.value.length,
    locked: report.locked + countOf(log.value.locked),
    troubles: [...report.troubles, ...troubles],
  });
}

/** What was kept because it could not be read is read from there: the folder may have lost it since. */
function sourceOf<E extends { readonly kind: string }>(
  device: string,
  { locked }: KnownPeer,
  { logOf, readLocked }: SelfPorts<E>,
): LogFolder<E> {
  const folder = logOf(device);
  return {
    ...folder,
    object: async (sha256, size) => {
      const kept = locked.some((one) => one.sha256 === sha256) ? await readLocked(sha256) : undefined;
      return kept === undefined ? folder.object(sha256, size) : succeed(kept);
    },
  };
}

function peerAfter(peer: KnownPeer, log: SelfLog, entries: readonly ReceivedEntry[]): KnownPeer {
  const author = peer.author ?? entries[0]?.device;
  return {
    known: log.known,
    ...(author === undefined ? {} : { author }),
    lastSeen: log.signed.head.issuedAt,
    locked: log.locked.map(({ from, to, sha256 }) => ({ from, to, sha256 })),
  };
}

function countOf(locked: readonly Pick<LockedSegment, 'from' | 'to'>[]): number {
  return locked.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** Sends what is new. What was sent is not read again, unless the folder or the readers have changed. */
async function pushOwn<E extends { readonly kind: string }>(
  report: SelfReport<E>,
  ports: SelfPorts<E>,
): Promise<Result<SelfReport<E>, E | SelfPushFailure<E>>> {
  const { segment = 0, end = 0 } = report.state.sentUpTo ?? {};
  const news = await readRun(end, ports);
  if (!news.ok) return news;
  const hasOwn = news.value.entries.some((entry) => isOwn(entry, ports));
  const run = hasOwn && end > 0 ? await readRun(segment, ports) : news;
  if (!run.ok) return run;
  const pushed = await pushRun(run.value, report, ports);
  if (!pushed.ok) return pushed;
  if (pushed.value !== 'needs-all') return succeed(pushed.value);
  const all = await readRun(0, ports);
  const again = all.ok ? await pushRun(all.value, report, ports) : all;
  if (!again.ok) return again;
  assert(again.value !== 'needs-all', 'more than all of a log is not asked for');
  return succeed(again.value);
}

/** Entries of the journal from position `first` to its end. */
type Run = { readonly first: number; readonly entries: readonly EntryOfSelf[] };

async function readRun<E extends { readonly kind: string }>(
  first: number,
  { readEntries }: SelfPorts<E>,
): Promise<Result<Run, E>> {
  const entries = await readEntries(first);
  return entries.ok ? succeed({ first, entries: entries.value }) : entries;
}

function isOwn<E extends { readonly kind: string }>(
  { stream, device }: EntryOfSelf,
  { author }: Pick<SelfPorts<E>, 'author'>,
): boolean {
  return stream === 'self' && device === author;
}

/** `needs-all`: what stands in the journal before the run is needed as well. */
async function pushRun<E extends { readonly kind: string }>(
  { first, entries }: Run,
  report: SelfReport<E>,
  ports: SelfPorts<E>,
): Promise<Result<SelfReport<E> | 'needs-all', E | SelfPushFailure<E>>> {
  const { state, list } = report;
  const { platform, signer, now } = ports;
  const lines = await selfLines(entries, ports.author, platform);
  const place = await selfPlace(state.identity, signer.device, platform);
  const cipher = ports.cipherFor(recipientsOf(list));
  const log = { place, signer, lines, seen: null, memory: state.pushed, now, cipher };
  const pushed = await pushSelfLog(log, ports.logOf(signer.device), platform);
  if (!pushed.ok) return pushed;
  if (pushed.value.kind === 'needs-all') return succeed('needs-all');
  if (pushed.value.kind === 'another-self') {
    const [theirs] = pushed.value.theirs;
    const next = lines.length + 1;
    return succeed({ ...report, forkedFrom: Math.min(theirs?.seq ?? next, next) });
  }
  const { memory } = pushed.value;
  const sealed = { readers: [...memory.sealed.readers], segments: [...memory.sealed.segments] };
  const begins = sealed.segments.at(-1)?.from;
  const at = entries.findIndex((entry) => isOwn(entry, ports) && entry.seq === begins);
  const segment = at === -1 ? (state.sentUpTo?.segment ?? 0) : first + at;
  const sentUpTo = { segment, end: first + entries.length };
  const next: SelfMember = { ...state, pushed: { ...memory, sealed }, sentUpTo, syncedAt: now };
  const remembered = await ports.remember(next);
  if (!remembered.ok) return remembered;
  const news = pushed.value.kind === 'pushed' ? { sent: pushed.value.sent, lost: pushed.value.lost } : {};
  return succeed({ ...report, ...news, state: next });
}
