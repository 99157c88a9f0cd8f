// One publication from beginning to end: keys, the version before, papers, signing, a look at the result with a
// delegate's eyes, and only then writing.

import { randomBytes } from 'node:crypto';
import type { BundleFailure } from '../shared/bundle/bundle-failure';
import type { BundleSource } from '../shared/bundle/bundle-source';
import { recordsOfOffice, type OfficeFiles, type OfficialTexts } from '../shared/bundle/office-papers';
import { publishBundle, type PublishedVersion, type PublishFailure } from '../shared/bundle/publish-bundle';
import { recordOfAmendment, recordOfConference, recordOfMotion } from '../shared/bundle/records';
import { recordOfSession, withMotionsOf } from '../shared/bundle/session-record';
import { readSingleFile, writeSingleFile, type BundleParts } from '../shared/bundle/single-file';
import { verifyBundle, type VerifiedBundle } from '../shared/bundle/verify-bundle';
import type { ReadMotion } from '../shared/import/paper';
import type { ConferenceId } from '../shared/ids';
import type { OrderOfBusiness } from '../shared/motion/order-of-business';
import { fail, succeed, type Result } from '../shared/result';
import { bundlePlatform } from './bundle-platform';
import { bundleSentence } from './bundle-sentence';
import type { CommandIo } from './command';
import { conferenceOfRoots, type NamedConference } from './conference-keys';
import {
  keysSentence,
  readIfThere,
  readLastSigned,
  readPublishingKeys,
  writeLastSigned,
  type PublishingKeys,
} from './keys-folder';
import { officialPapers, papersSentence } from './official-papers';
import { readOfficeFiles } from './office-files';
import { folderSentence, placeSource, type Place } from './place-at';
import { readOrder, type OrderFailure } from './read-order';
import { readPapersToPublish } from './read-papers-to-publish';
import { writeOutput } from './write-output';
import { writeVersion } from './write-version';

export type PublishRequest = {
  readonly papers: readonly string[];
  readonly keys: string;
  readonly out?: Place;
  /** What opens the publisher's key, when it lies under a passphrase. */
  readonly passphrase?: string;
  readonly singleFile?: string;
  /** The file that holds the order of business; without one, it stays as it is published. */
  readonly order?: string;
  readonly note?: string;
  readonly isMassRemovalMeant: boolean;
};

export type Published = {
  readonly conference: ConferenceId;
  readonly title: string;
  readonly version: number;
  readonly words: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
};

/** Why nothing was published: for programs a code, for people a sentence. */
export type PublishRefusal = { readonly kind: 'not-published'; readonly code: string; readonly message: string };

// Delegates are told after this time that they may have missed something.
const twoWeeks = 14 * 24 * 60 * 60 * 1000;

/** Publishes, or says why not; until the head is written, what was published before stands. */
export async function publishVersion(
  request: PublishRequest,
  io: CommandIo,
): Promise<Result<Published, PublishRefusal>> {
  const now = Date.now();
  const keys = await readPublishingKeys(request.keys, request.passphrase);
  if (!keys.ok) return refusal(keys.error.kind, keysSentence(keys.error));
  const conference = await conferenceOfRoots(keys.value.roots);
  if (!conference.ok) return refusal(conference.error.code, bundleSentence(conference.error));
  const previous = await previousVersion(request, conference.value.id, now);
  if (!previous.ok) {
    const sentence = bundleSentence(previous.error);
    return refusal(previous.error.code, `What was published before cannot be built on. ${sentence}`);
  }
  await warnOfOtherVersion(request.keys, previous.value, io);
  const papers = await readPapersToPublish(request.papers, io);
  if (!papers.ok) return refusal(papers.error.code, papers.error.message);
  const texts = textsOf(papers.value, conference.value.id, previous.value);
  if (!texts.ok) return texts;
  const order = await orderOf(request, conference.value.id, texts.value, previous.value);
  if (!order.ok) return refusal(order.error.kind, order.error.message);
  const office = await readOfficeFiles(request.keys, conference.value.id);
  if (!office.ok) return refusal(office.error.kind, office.error.message);
  return signAndWrite(
    request,
    { now, keys: keys.value, conference: conference.value, previous: previous.value, office: office.value, io },
    { ...texts.value, sessions: order.value },
  );
}

function refusal(code: string, message: string): Result<never, PublishRefusal> {
  return fail({ kind: 'not-published', code, message });
}

/** Two versions of one number are what delegates are warned of loudest: a word to the office before it signs a second. */
async function warnOfOtherVersion(keys: string, previous: VerifiedBundle | undefined, io: CommandIo): Promise<void> {
  const last = await readLastSigned(keys);
  if (last === undefined || last.headHash === previous?.headHash) return;
  io.err(
    `These keys last signed version ${last.version}, which is not what is published here. ` +
      'Delegates who have that version will refuse this one.\n',
  );
}

/** The version to build on: what is in the folder, else in the single file; undefined when there is none yet. */
async function previousVersion(
  { out, singleFile }: PublishRequest,
  conference: ConferenceId,
  now: number,
): Promise<Result<VerifiedBundle | undefined, BundleFailure>> {
  const source = await previousSource(out, singleFile, conference);
  if (!source.ok) return source;
  if (source.value === undefined) return succeed(undefined);
  const head = await source.value.head();
  if (!head.ok && head.error.kind === 'not-found') return succeed(undefined);
  return verifyBundle(source.value, undefined, { ...bundlePlatform, now, expectedConference: conference });
}

async function previousSource(
  out: Place | undefined,
  singleFile: string | undefined,
  conference: ConferenceId,
): Promise<Result<BundleSource | undefined, BundleFailure>> {
  if (out !== undefined) return succeed(placeSource(out.place, conference));
  const bytes = singleFile === undefined ? undefined : await readIfThere(singleFile);
  return bytes === undefined ? succeed(undefined) : readSingleFile(bytes, bundlePlatform.text);
}

function textsOf(
  papers: readonly ReadMotion[],
  conference: ConferenceId,
  previous: VerifiedBundle | undefined,
): Result<OfficialTexts, PublishRefusal> {
  const texts = officialPapers({
    conference,
    papers,
    previous: previous?.papers ?? { motions: [], amendments: [] },
    newId: () => randomBytes(8).toString('hex'),
  });
  if (texts.ok) return texts;
  return refusal(texts.error.kind, papersSentence(texts.error));
}

async function orderOf(
  { order }: PublishRequest,
  conference: ConferenceId,
  { motions }: OfficialTexts,
  previous: VerifiedBundle | undefined,
): Promise<Result<OrderOfBusiness, OrderFailure>> {
  const published = previous?.papers.sessions ?? [];
  if (order !== undefined) {
    return readOrder(order, { conference, motions, previous: published, newId: () => randomBytes(8).toString('hex') });
  }
  const here = new Set<string>(motions.map(({ id }) => id));
  return succeed(published.map((session) => withMotionsOf(session, here)));
}

type Circumstances = {
  readonly now: number;
  readonly keys: PublishingKeys;
  readonly conference: NamedConference;
  readonly previous: VerifiedBundle | undefined;
  readonly office: OfficeFiles;
  readonly io: CommandIo;
};

async function signAndWrite(
  request: PublishRequest,
  { now, keys, conference, previous, office, io }: Circumstances,
  texts: OfficialTexts & { readonly sessions: OrderOfBusiness },
): Promise<Result<Published, PublishRefusal>> {
  const submitted = recordsOfOffice(office, texts, conference.id);
  for (const key of submitted.left)
    io.err(`The accepted amendment ${key} is left out: its motion is not among the papers.\n`);
  const records = [
    recordOfConference(conference),
    ...texts.motions.map(recordOfMotion),
    ...texts.amendments.map(recordOfAmendment),
    ...texts.sessions.map(recordOfSession),
    ...submitted.records,
  ];
  const published = await publishBundle(
    {
      conference: conference.id,
      rootVersion: keys.roots.length,
      records,
      ...(previous === undefined ? {} : { previous }),
      publishedAt: now,
      expires: now + twoWeeks,
      ...(request.note === undefined ? {} : { note: request.note }),
      isMassRemovalMeant: request.isMassRemovalMeant,
      keys: [keys.publisher],
    },
    bundlePlatform,
  );
  if (!published.ok) return refusal(published.error.kind, publishSentence(published.error));
  const parts = partsOf(published.value, keys, previous);
  const singleFile = writeSingleFile(parts, bundlePlatform.text);
  const seen = await seenByDelegates(singleFile, { now, conference, previous });
  if (!seen.ok) return refusal(seen.error.code, `Delegates would refuse this version. ${bundleSentence(seen.error)}`);
  const written = await write(request, { published: published.value, parts, singleFile }, { conference, previous });
  if (!written.ok) return written;
  const trouble = await writeLastSigned(request.keys, published.value);
  if (trouble !== undefined) io.err(`Published, but not noted beside the keys: ${trouble}\n`);
  const { added, changed, removed } = published.value.changes;
  return succeed({
    conference: conference.id,
    title: conference.title,
    version: published.value.version,
    words: published.value.words,
    added: added.length,
    changed: changed.length,
    removed: removed.length,
  });
}

/** Everything the version consists of, whether it is new or stands from the version before. */
function partsOf(published: PublishedVersion, keys: PublishingKeys, previous: VerifiedBundle | undefined): BundleParts {
  const known = new Map(
    [...(previous?.received.objects ?? []), ...published.newObjects].map((object) => [object.sha256, object]),
  );
  return {
    roots: keys.roots,
    head: published.head,
    objects: published.objects.flatMap((sha256) => known.get(sha256) ?? []),
  };
}

/** The version as a delegate would find it who has the version before. */
async function seenByDelegates(
  singleFile: Uint8Array,
  { now, conference, previous }: Pick<Circumstances, 'now' | 'conference' | 'previous'>,
): Promise<Result<VerifiedBundle, BundleFailure>> {
  const source = readSingleFile(singleFile, bundlePlatform.text);
  if (!source.ok) return source;
  return verifyBundle(source.value, previous?.state, { ...bundlePlatform, now, expectedConference: conference.id });
}

type ToWrite = {
  readonly published: PublishedVersion;
  readonly parts: BundleParts;
  readonly singleFile: Uint8Array;
};

async function write(
  request: PublishRequest,
  { published, parts, singleFile }: ToWrite,
  { conference, previous }: Pick<Circumstances, 'conference' | 'previous'>,
): Promise<Result<undefined, PublishRefusal>> {
  if (request.out !== undefined) {
    const { id, title } = conference;
    const written = await writeVersion(request.out, {
      conference: { id, title },
      version: published.version,
      headHash: published.headHash,
      ...parts,
      // What the version before consists of was read from there a moment ago.
      objects: previous === undefined ? parts.objects : published.newObjects,
      ...(previous === undefined ? {} : { previousHead: previous.received.head }),
    });
    if (!written.ok) return refusal(written.error.kind, folderSentence(written.error));
  }
  if (request.singleFile === undefined) return succeed(undefined);
  const written = await writeOutput(request.singleFile, singleFile);
  return written.ok
    ? succeed(undefined)
    : refusal(written.error.kind, `${request.singleFile} was not written: ${written.error.why}.`);
}

function publishSentence(failure: PublishFailure): string {
  switch (failure.kind) {
    case 'mass-removal':
      return `${failure.removed} of ${failure.of} records would go. If that is meant, say so with --mass-removal.`;
    case 'motion-missing':
      return `The amendment ${failure.amendment} belongs to a motion that is not among the papers.`;
    case 'repeated-id':
      return `Two papers have the id ${failure.id}.`;
    case 'note-too-long':
      return `The note may have ${failure.limit} characters.`;
    case 'not-signed':
      return 'The version was not signed.';
    case 'papers-too-large':
      return 'A paper, or all of them together, are larger than a bundle may be.';
  }
}
