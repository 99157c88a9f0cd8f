// One publication from beginning to end: what stands in the folder, the next version signed and looked at with a
// delegate's eyes, its files written and read back, the head last; then the same version is taken over here.

import type { BundleSource, SourceFailure } from '../../shared/bundle/bundle-source';
import { carryRecords } from '../../shared/bundle/carry-records';
import { readConferenceList, writeConferenceList } from '../../shared/bundle/conference-list';
import { toHex } from '../../shared/bundle/hex';
import { rootLimit } from '../../shared/bundle/limits';
import { writeLastSignedFile } from '../../shared/bundle/office-files';
import { publishBundle, type PublishedVersion } from '../../shared/bundle/publish-bundle';
import type { OfficialRecord } from '../../shared/bundle/records';
import { verifyBundle, type VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { StoredObject } from '../../shared/bundle/verify-objects';
import { listPath, versionFiles } from '../../shared/bundle/version-files';
import { deedOf } from '../../shared/journal/entry';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import { fail, succeed, type Result } from '../../shared/result';
import { cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { findTrusted, heldChunks } from '../storage/official-questions';
import { writeOfficialRows } from '../storage/official-rows';
import { perform } from '../storage/perform';
import { listRelease, takeFromRelease } from '../storage/release';
import { assembleNext, type NextVersion } from './next-version';
import type { Looked, OfficeTask, OfficeWorkFailure, VersionName } from './office-messages';
import type { OfficeTools } from './office-tools';
import { planHash } from './plan-hash';
import { bundleFailure, lookAtFolder, platform, store, versionInFolder } from './published';

/** Delegates are told after this time that they may have missed something. */
const twoWeeks = 14 * 24 * 60 * 60 * 1000;
/** Bytes that go in one request: so often there is something to see, and a place to stop. */
const bytesAtOnce = 256 * 1024;

type PublishTask = Extract<OfficeTask, { kind: 'publish' }>;
export type PublishedNext = { readonly published: VersionName; readonly isNoted: boolean };

/** Publishes, or says why not; until the head is written, what was published before stands. */
export async function publishNext(
  tools: OfficeTools,
  task: PublishTask,
): Promise<Result<PublishedNext, OfficeWorkFailure>> {
  tools.onProgress({ step: 'reading', done: 0, of: 1 });
  const looked = await lookAtFolder(tools, task.folder);
  if (!looked.ok) return looked;
  if (looked.value.kind === 'other') return fail({ kind: 'other-station', published: looked.value.published });
  const next = await assembleNext(tools);
  if (!next.ok) return next;
  if ((await planHash(next.value, platform)) !== task.plan) return fail({ kind: 'changed-since' });
  tools.onProgress({ step: 'signing', done: 0, of: 1 });
  const signed = await sign(tools, task, next.value);
  if (!signed.ok) return signed;
  const { published, seen, roots } = signed.value;
  const isEmpty = looked.value.kind === 'empty';
  const objects = isEmpty ? await everyObject(tools, published) : published.newObjects;
  const written = await write(tools, task.folder, { published, objects, roots, looked: looked.value });
  if (!written.ok) return written;
  const applied = await apply(tools, seen);
  if (!applied.ok) return applied;
  const { version, words, headHash } = published;
  const bytes = writeLastSignedFile({ version, headHash }, textCodec);
  const forgotten = await forgetWhatWasSaid(tools);
  if (!forgotten.ok) return forgotten;
  const noted = await tools.desktop.keepOfficeFile({ office: tools.office, file: 'last-signed.json', bytes });
  return succeed({ published: { version, words }, isNoted: noted.ok });
}

/** What is said, done or taken over whole by the version that is published: the next one begins without it. */
const saidOnce: ReadonlySet<ReleaseEntry['kind']> = new Set(['note', 'withdrawn', 'removed', 'session']);

async function forgetWhatWasSaid(tools: OfficeTools): Promise<Result<undefined, OfficeWorkFailure>> {
  const entries = await listRelease(tools, tools.conference.id);
  return forget(
    tools,
    entries.filter(({ kind }) => saidOnce.has(kind)),
  );
}

async function forget(
  tools: OfficeTools,
  entries: readonly ReleaseEntry[],
): Promise<Result<undefined, OfficeWorkFailure>> {
  const done = await takeFromRelease(tools, entries);
  return done.ok ? succeed(undefined) : fail({ kind: 'keep', failure: done.error });
}

/** Takes over what stands in the folder, when it continues what is known here. Papers that are newer there stand as published. */
export async function takeOver(tools: OfficeTools, folder: string): Promise<Result<VersionName, OfficeWorkFailure>> {
  const looked = await lookAtFolder(tools, folder);
  if (!looked.ok) return looked;
  if (looked.value.kind === 'empty') return fail({ kind: 'nothing-there' });
  const bundle = await versionInFolder(tools, folder);
  if (!bundle.ok) return bundle;
  const { version, words } = bundle.value;
  const published = { version, words };
  if (!bundle.value.isNews) return succeed(published);
  const next = await assembleNext(tools);
  if (!next.ok) return next;
  const theirs = bundle.value.chunks.flatMap((chunk) => chunk.records);
  const applied = await apply(tools, bundle.value);
  if (!applied.ok) return applied;
  const outdated = new Set(changedByOthers(next.value, theirs));
  const entries = await listRelease(tools, tools.conference.id);
  const forgotten = await forget(
    tools,
    entries.filter(({ record }) => outdated.has(record)),
  );
  return forgotten.ok ? succeed(published) : forgotten;
}

/** What the others changed since the version before, and is not changed here. */
function changedByOthers({ before, carried }: NextVersion, theirs: readonly OfficialRecord[]): readonly string[] {
  const here = new Set([...carried.added, ...carried.changed]);
  return carryRecords(before, theirs).changed.filter((name) => !here.has(name));
}

type Signed = {
  readonly published: PublishedVersion;
  readonly seen: VerifiedBundle;
  readonly roots: readonly Uint8Array[];
};

async function sign(
  tools: OfficeTools,
  { note, isMassRemovalMeant }: PublishTask,
  { previous, records }: NextVersion,
): Promise<Result<Signed, OfficeWorkFailure>> {
  const { conference, now, desktop, office } = tools;
  const roots = await readRoots(tools);
  if (!roots.ok) return roots;
  const published = await publishBundle(
    {
      conference: conference.id,
      rootVersion: roots.value.length,
      records,
      ...(previous === undefined ? {} : { previous }),
      publishedAt: now,
      expires: now + twoWeeks,
      ...(note === undefined || note === '' ? {} : { note }),
      isMassRemovalMeant,
      keys: async (payload) => {
        const signatures = await desktop.signForOffice({ office, what: 'head', payload });
        return signatures.ok ? signatures.value.map(({ keyid, signature }) => ({ keyid, sig: signature })) : undefined;
      },
    },
    platform,
  );
  if (!published.ok) return fail({ kind: 'publish', failure: published.error });
  const seen = await seenByDelegates(tools, published.value, roots.value);
  return seen.ok ? succeed({ published: published.value, seen: seen.value, roots: roots.value }) : seen;
}

/** Roots 1, 2, … as they are kept beside the keys. */
async function readRoots({ desktop, office }: OfficeTools): Promise<Result<readonly Uint8Array[], OfficeWorkFailure>> {
  const roots: Uint8Array[] = [];
  for (;;) {
    const root = await desktop.readOfficeFile({ office, file: `root/${roots.length + 1}.json` });
    if (!root.ok) return fail({ kind: 'office', failure: root.error });
    if (root.value === null) return succeed(roots);
    roots.push(root.value);
  }
}

/** The version as a delegate would find it who has the version before. */
async function seenByDelegates(
  tools: OfficeTools,
  published: PublishedVersion,
  roots: readonly Uint8Array[],
): Promise<Result<VerifiedBundle, OfficeWorkFailure>> {
  const objects = new Map(published.newObjects.map(({ sha256, bytes }) => [sha256, bytes]));
  const source: BundleSource = {
    kind: 'file',
    root: async (version) => give(roots[version - 1]),
    head: async () => give(published.head),
    object: async (sha256) => give(objects.get(sha256)),
  };
  const trusted = await findTrusted(tools, tools.conference.id);
  const verified = await verifyBundle(source, trusted ?? undefined, {
    ...platform,
    now: tools.now,
    held: heldChunks(tools, tools.conference.id),
    expectedConference: tools.conference.id,
  });
  return verified.ok ? verified : bundleFailure(verified.error);
}

function give(bytes: Uint8Array | undefined): Result<Uint8Array, SourceFailure> {
  return bytes === undefined ? fail({ kind: 'not-found' }) : succeed(bytes);
}

/** All objects of the version: new ones, and those kept here from the versions before. */
async function everyObject(
  { desktop, conference }: OfficeTools,
  { objects, newObjects }: PublishedVersion,
): Promise<readonly StoredObject[]> {
  const fresh = new Map(newObjects.map((object) => [object.sha256, object]));
  const all: StoredObject[] = [];
  for (const sha256 of objects) {
    const known = fresh.get(sha256);
    if (known !== undefined) {
      all.push(known);
      continue;
    }
    const kept = await desktop.readOfficial({ store, conference: conference.id, what: { kind: 'object', sha256 } });
    if (kept.ok) all.push({ sha256, bytes: kept.value });
  }
  return all;
}

type ToWrite = {
  readonly published: PublishedVersion;
  readonly objects: readonly StoredObject[];
  readonly roots: readonly Uint8Array[];
  readonly looked: Looked;
};

/** Roots and objects in lots, each read back by the doorkeeper; then the head, in the place of the one before. */
async function write(
  tools: OfficeTools,
  folder: string,
  { published, objects, roots, looked }: ToWrite,
): Promise<Result<undefined, OfficeWorkFailure>> {
  const { conference, desktop, onProgress } = tools;
  const { version, headHash } = published;
  const files = versionFiles({ conference: conference.id, version, headHash, roots, head: published.head, objects });
  let done = 0;
  for (const immutable of inLots(files.immutable)) {
    onProgress({ step: 'writing', done, of: files.immutable.length });
    const written = await desktop.writeToFolder({ store, folder, immutable });
    if (!written.ok) return fail({ kind: 'folder', failure: written.error });
    done += immutable.length;
  }
  onProgress({ step: 'last', done: 0, of: 1 });
  const replaces = looked.kind === 'empty' ? null : await keptHeadHash(tools);
  const head = { ...files.head, replaces };
  const written = await desktop.writeToFolder({ store, folder, immutable: [], head });
  if (!written.ok) {
    if (written.error.kind !== 'other-writer') return fail({ kind: 'folder', failure: written.error });
    const now = await lookAtFolder(tools, folder);
    return fail({
      kind: 'other-station',
      published: now.ok && now.value.kind !== 'empty' ? now.value.published : undefined,
    });
  }
  return list(tools, folder);
}

/** Runs of files of `bytesAtOnce` together, or one larger file. */
function inLots<T extends { readonly bytes: Uint8Array }>(files: readonly T[]): readonly T[][] {
  const lots: T[][] = [];
  let room = 0;
  for (const file of files) {
    const lot = lots.at(-1);
    if (lot === undefined || file.bytes.length > room) {
      lots.push([file]);
      room = bytesAtOnce;
    } else lot.push(file);
    room -= file.bytes.length;
  }
  return lots;
}

async function keptHeadHash({ desktop, conference }: OfficeTools): Promise<string | null> {
  const head = await desktop.readOfficial({ store, conference: conference.id, what: { kind: 'head' } });
  return head.ok ? toHex(await cryptography.sha256(head.value)) : null;
}

/** Puts the conference on the address's list. */
async function list(
  { desktop, conference }: OfficeTools,
  folder: string,
): Promise<Result<undefined, OfficeWorkFailure>> {
  const found = await desktop.readFromFolder({ store, folder, path: listPath, limit: rootLimit });
  if (!found.ok) return fail({ kind: 'folder', failure: found.error });
  const before = found.value === null ? undefined : readConferenceList(found.value, textCodec);
  const { id, title } = conference;
  const bytes = writeConferenceList(before?.ok === true ? before.value : [], { id, title }, textCodec);
  if (found.value !== null && toHex(found.value) === toHex(bytes)) return succeed(undefined);
  const written = await desktop.writeToFolder({ store, folder, immutable: [], head: { path: listPath, bytes } });
  return written.ok ? succeed(undefined) : fail({ kind: 'folder', failure: written.error });
}

/** Keeps a verified version here and makes it the one that is shown, as for any delegate (`official-deeds.ts`). */
async function apply(tools: OfficeTools, bundle: VerifiedBundle): Promise<Result<undefined, OfficeWorkFailure>> {
  const { conference, desktop, database } = tools;
  const { roots, objects, head } = bundle.received;
  for (const some of inLots(objects)) {
    const kept = await desktop.keepOfficial({ store, conference: conference.id, roots: [], objects: some });
    if (!kept.ok) return fail({ kind: 'keep', failure: kept.error });
  }
  const last = { roots: [...roots], objects: [], head };
  const kept = await desktop.keepOfficial({ store, conference: conference.id, ...last });
  if (!kept.ok) return fail({ kind: 'keep', failure: kept.error });
  const deed = deedOf('official.applied', conference.id, { version: bundle.version, head: bundle.headHash });
  const journalled = await perform(tools, [deed]);
  if (!journalled.ok) return fail({ kind: 'keep', failure: journalled.error });
  await writeOfficialRows(database, bundle);
  return succeed(undefined);
}
