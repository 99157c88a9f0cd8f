// A conference office for tests: real keys, real signatures, and every way to publish something that should be refused.

import { compression, cryptography } from '../../cli/cryptography';
import { textCodec as text } from '../../cli/text-codec';
import type { BundleSource } from '../../shared/bundle/bundle-source';
import { payloadTypes, sealEnvelope, type PayloadType } from '../../shared/bundle/envelope';
import { toHex } from '../../shared/bundle/hex';
import { momentOf } from '../../shared/bundle/moment';
import { publishBundle, type Publication, type PublishedVersion } from '../../shared/bundle/publish-bundle';
import {
  recordOfAmendment,
  recordOfConference,
  recordOfMotion,
  type OfficialRecord,
} from '../../shared/bundle/records';
import { officialId } from '../../shared/bundle/official-ids';
import { foundConference, type ConferenceKey, type FoundedConference } from '../../shared/bundle/seal-root';
import { readSingleFile, writeSingleFile, type BundleParts } from '../../shared/bundle/single-file';
import { verifyBundle, type VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { Verification } from '../../shared/bundle/verification';
import { keyIdOf } from '../../shared/bundle/verify-roots';
import { amendmentId, clauseId, motionId, type ConferenceId } from '../../shared/ids';
import type { Amendment } from '../../shared/amendment/amendment';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { Motion } from '../../shared/motion/motion';
import { fail, succeed } from '../../shared/result';

export const platform = { compression, cryptography, text };
export const now = Date.parse('2027-05-02T12:00:00Z');
export const day = 24 * 60 * 60 * 1000;
export const verification: Verification = { ...platform, now };

export async function newKey(label: string): Promise<ConferenceKey> {
  const { publicKey, privateKey } = await cryptography.generateEd25519();
  return { publicKey, privateKey, label, keyid: await keyIdOf(publicKey, cryptography) };
}

export type Office = {
  readonly rootKeys: readonly ConferenceKey[];
  readonly publisher: ConferenceKey;
  readonly founded: FoundedConference;
};

export async function openOffice(title = 'National Conference 2027', rootKeyCount = 1, threshold = 1): Promise<Office> {
  const rootKeys = await Promise.all(
    Array.from({ length: rootKeyCount }, async (_, at) => newKey(`Officer ${at + 1}`)),
  );
  const publisher = await newKey('Conference office');
  const founded = await foundConference(
    {
      title,
      organisation: 'Union of Lamplighters',
      rootKeys,
      threshold,
      publisherKeys: [publisher],
      issuedAt: now - day,
      expires: now + 100 * day,
    },
    platform,
  );
  return { rootKeys, publisher, founded };
}

export function motionOf(conference: ConferenceId, name: string, title: string, ...texts: string[]): Motion {
  const clauses = texts.map((body, at) => ({
    id: clauseId(`k${at + 1}`),
    kind: 'paragraph' as const,
    depth: 0,
    text: body,
  }));
  return {
    id: motionId(officialId(conference, name)),
    conferenceId: conference,
    kind: 'motion',
    origin: 'office',
    number: name.replace(/^m/, ''),
    submittedBy: ['Harbour Branch'],
    text: { id: textVersionIdOf(title, clauses), title, clauses },
    dropped: [],
  };
}

export function amendmentOf(motion: Motion, name: string, added: string): Amendment {
  return {
    id: amendmentId(officialId(motion.conferenceId, name)),
    conferenceId: motion.conferenceId,
    motionId: motion.id,
    origin: 'office',
    standing: 'published',
    number: name.replace(/^a/, ''),
    submittedBy: ['Old Town Branch'],
    baseVersion: motion.text.id,
    operations: [{ kind: 'insert', clause: clauseId('k1'), at: 0, text: added }],
  };
}

export function recordsOf(motions: readonly Motion[], amendments: readonly Amendment[] = []): OfficialRecord[] {
  return [
    recordOfConference({ title: 'National Conference 2027', organisation: 'Union of Lamplighters' }),
    ...motions.map(recordOfMotion),
    ...amendments.map(recordOfAmendment),
  ];
}

/** Publishes; throws when the publisher refuses, because these tests are about what delegates refuse. */
export async function publish(
  office: Office,
  records: readonly OfficialRecord[],
  given: Partial<Publication> = {},
): Promise<PublishedVersion> {
  const published = await publishBundle(
    {
      conference: office.founded.conference,
      rootVersion: 1,
      records,
      publishedAt: now - 60_000,
      expires: now + 14 * day,
      isMassRemovalMeant: false,
      keys: [office.publisher],
      ...given,
    },
    platform,
  );
  if (!published.ok) throw new Error(`not published: ${JSON.stringify(published.error)}`);
  return published.value;
}

/** A whole bundle of one version, from nothing. */
export async function bundleOf(
  office: Office,
  records: readonly OfficialRecord[],
  given: Partial<Publication> = {},
): Promise<BundleParts> {
  const version = await publish(office, records, given);
  return { roots: [office.founded.root], head: version.head, objects: version.newObjects };
}

/** The parts as a source, byte for byte. */
export function sourceOf(parts: BundleParts, kind: 'file' | 'address' = 'file'): BundleSource {
  const objects = new Map(parts.objects.map(({ sha256, bytes }) => [sha256, bytes]));
  return {
    kind,
    root: async (version) => {
      const bytes = parts.roots[version - 1];
      return bytes === undefined ? fail({ kind: 'not-found' }) : succeed(bytes);
    },
    head: async () => succeed(parts.head),
    object: async (sha256) => {
      const bytes = objects.get(sha256);
      return bytes === undefined ? fail({ kind: 'not-found' }) : succeed(bytes);
    },
  };
}

/** The parts as a single file, opened again. */
export function singleFileOf(parts: BundleParts): BundleSource {
  const opened = readSingleFile(writeSingleFile(parts, text), text);
  if (!opened.ok) throw new Error(`not a single file: ${JSON.stringify(opened.error)}`);
  return opened.value;
}

/** Verifies what must be accepted. */
export async function accept(
  parts: BundleParts,
  trusted: VerifiedBundle['state'] | undefined,
  given: Partial<Verification> = {},
): Promise<VerifiedBundle> {
  const verified = await verifyBundle(sourceOf(parts), trusted, { ...verification, ...given });
  if (!verified.ok) throw new Error(`refused: ${JSON.stringify(verified.error)}`);
  return verified.value;
}

/** The JSON inside an envelope, changed and signed again with `keys`. */
export async function resign(
  envelope: Uint8Array,
  change: (payload: Record<string, unknown>) => Record<string, unknown>,
  keys: readonly ConferenceKey[],
  payloadType: PayloadType = payloadTypes.head,
): Promise<Uint8Array> {
  const payload = change(payloadOf(envelope));
  return sealEnvelope(text.encode(JSON.stringify(payload)), payloadType, keys, platform);
}

export function payloadOf(envelope: Uint8Array): Record<string, unknown> {
  return JSON.parse(Buffer.from(String(JSON.parse(Buffer.from(envelope).toString())['payload']), 'base64').toString());
}

/** A bundle whose one chunk is `raw`, properly hashed and signed: what a careless or hostile publisher could make. */
export async function bundleAround(
  office: Office,
  raw: Uint8Array,
  claimed: { readonly raw?: number; readonly records?: number } = {},
): Promise<BundleParts> {
  const chunk = await stored(raw);
  const rows = [['r/000', chunk.sha256, chunk.bytes.length, claimed.raw ?? raw.length, claimed.records ?? 1]];
  return bundleWithIndex(office, text.encode(JSON.stringify({ v: 1, buckets: 1, chunks: rows })), [chunk]);
}

export async function bundleWithIndex(
  office: Office,
  rawIndex: Uint8Array,
  objects: BundleParts['objects'] = [],
  claimed: { readonly raw?: number; readonly size?: number } = {},
): Promise<BundleParts> {
  const index = await stored(rawIndex);
  const model = await publish(office, recordsOf([]));
  const head = await resign(
    model.head,
    (payload) => ({
      ...payload,
      index: { h: index.sha256, size: claimed.size ?? index.bytes.length, raw: claimed.raw ?? rawIndex.length },
    }),
    [office.publisher],
  );
  return { roots: [office.founded.root], head, objects: [index, ...objects] };
}

async function stored(raw: Uint8Array): Promise<BundleParts['objects'][number]> {
  const bytes = await compression.gzip(raw);
  return { sha256: toHex(await cryptography.sha256(bytes)), bytes };
}

/** The next root, with the changes given, signed by `keys`. */
export async function nextRoot(
  office: Office,
  change: (payload: Record<string, unknown>) => Record<string, unknown>,
  keys: readonly ConferenceKey[],
): Promise<Uint8Array> {
  return resign(
    office.founded.root,
    (payload) => change({ ...payload, conf: office.founded.conference, version: 2, issuedAt: momentOf(now) }),
    keys,
    payloadTypes.root,
  );
}

export function publicPart(key: ConferenceKey): Record<string, unknown> {
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key.publicKey).toString('base64url'), label: key.label };
}

export const encode = text.encode;
