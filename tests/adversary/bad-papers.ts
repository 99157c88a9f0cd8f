// A conference office that publishes everything a delegate should refuse, and how each reaches the delegate: as bytes of
// a file, or as what an address answers. On whatever platform it is run, so that Node and Chromium are shown the same.

import { fromBase64, toBase64 } from '../../shared/base64';
import type { BundleSource } from '../../shared/bundle/bundle-source';
import { payloadTypes, sealEnvelope } from '../../shared/bundle/envelope';
import { toHex } from '../../shared/bundle/hex';
import { singleFileLimit } from '../../shared/bundle/limits';
import { officialId } from '../../shared/bundle/official-ids';
import { publishBundle, type Publication } from '../../shared/bundle/publish-bundle';
import { recordOfConference, recordOfMotion, type OfficialRecord } from '../../shared/bundle/records';
import { rotateRoot } from '../../shared/bundle/rotate-root';
import { foundConference, type ConferenceKey, type FoundedConference } from '../../shared/bundle/seal-root';
import { writeSingleFile, type BundleParts } from '../../shared/bundle/single-file';
import type { Platform } from '../../shared/bundle/verification';
import { verifyBundle, type VerifiedBundle } from '../../shared/bundle/verify-bundle';
import { keyIdOf } from '../../shared/bundle/verify-roots';
import type { DesktopApi, FetchFailure } from '../../shared/desktop-contract';
import { clauseId, motionId, type ConferenceId } from '../../shared/ids';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import { fail, succeed, type Result } from '../../shared/result';

export const now = Date.parse('2027-05-02T12:00:00Z');
const day = 24 * 60 * 60 * 1000;

export type FetchApi = Pick<DesktopApi, 'fetchRoot' | 'fetchHead' | 'fetchObject'>;

/** What comes to the delegate. */
export type Offered =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'address'; readonly conference: ConferenceId; readonly desktop: FetchApi };

export type BadOffice = {
  readonly conference: ConferenceId;
  /** Version 2, which the delegate holds. */
  readonly held: VerifiedBundle;
  readonly offers: Readonly<Record<OfferName, Offered>>;
};

export type OfferName =
  | 'no agenda at all'
  | 'a sign-in page'
  | 'changed after signing'
  | 'signed by a stranger'
  | 'signed with a withdrawn key'
  | 'a change of keys by one of two'
  | 'an older version'
  | 'the version that is held'
  | 'another version of the same number'
  | 'expired'
  | 'of the day after tomorrow'
  | 'cut short'
  | 'a damaged object'
  | 'a bomb'
  | 'too large'
  | 'an entry that cannot be read'
  | 'another conference'
  | 'a newer format'
  | 'a root that is missing'
  | 'only the changes since a version that is not held'
  | 'an address that does not answer';

/** Founds the office and makes all that it offers. */
export async function openBadOffice(platform: Platform): Promise<BadOffice> {
  const newKey = async (label: string): Promise<ConferenceKey> => {
    const { publicKey, privateKey } = await platform.cryptography.generateEd25519();
    return { publicKey, privateKey, label, keyid: await keyIdOf(publicKey, platform.cryptography) };
  };
  const officers = [await newKey('General secretary'), await newKey('President')];
  const [publisher, impostor, nextPublisher] = [
    await newKey('Conference office'),
    await newKey('Impostor'),
    await newKey('Conference office, second key'),
  ];
  const found = async (title: string): Promise<FoundedConference> =>
    foundConference(
      {
        title,
        organisation: 'Union of Lamplighters',
        rootKeys: officers,
        threshold: 2,
        publisherKeys: [publisher],
        issuedAt: now - day,
        expires: now + 100 * day,
      },
      platform,
    );
  const publish = async (
    { conference, root }: FoundedConference,
    text: string,
    previous?: VerifiedBundle,
    given: Partial<Publication> = {},
  ): Promise<BundleParts> => {
    const version = await publishBundle(
      {
        conference,
        rootVersion: 1,
        records: recordsOf(conference, text),
        publishedAt: now - 60_000,
        expires: now + 14 * day,
        isMassRemovalMeant: false,
        keys: [publisher],
        ...(previous === undefined ? {} : { previous }),
        ...given,
      },
      platform,
    );
    if (!version.ok) throw new Error(version.error.kind);
    const before = previous?.received.objects ?? [];
    return { roots: [root], head: version.value.head, objects: [...before, ...version.value.newObjects] };
  };
  const accepted = async (parts: BundleParts): Promise<VerifiedBundle> => {
    const verified = await verifyBundle(sourceOf(parts), undefined, { ...platform, now });
    if (!verified.ok) throw new Error(JSON.stringify(verified.error));
    return verified.value;
  };

  const founded = await found('National Conference 2027');
  const v1 = await publish(founded, 'Conference notes the dark.');
  const first = await accepted(v1);
  const v2 = await publish(founded, 'Conference notes the light.', first);
  const second = await accepted(v2);
  const v3 = await publish(founded, 'Conference notes the dawn.', second);
  const other = await found('Women’s Conference 2027');

  const file = (parts: BundleParts): Offered => ({ kind: 'file', bytes: writeSingleFile(parts, platform.text) });
  const signed = async (change: (payload: Payload) => Payload, key = publisher): Promise<Uint8Array> => {
    const payload = JSON.stringify(change(payloadOf(v3.head)));
    return sealEnvelope(platform.text.encode(payload), payloadTypes.head, [key], platform);
  };
  const withHead = async (change: (payload: Payload) => Payload, key = publisher): Promise<Offered> =>
    file({ ...v3, head: await signed(change, key) });
  /** A version 3 whose only chunk is `raw`, hashed and signed as it should be. */
  const around = async (raw: Uint8Array, claimed = raw.length): Promise<Offered> => {
    const chunk = await stored(raw, platform);
    const row = ['r/000', chunk.sha256, chunk.bytes.length, claimed, 1];
    const index = platform.text.encode(JSON.stringify({ v: 1, buckets: 1, chunks: [row] }));
    const object = await stored(index, platform);
    const head = await signed((payload) => ({
      ...payload,
      index: { h: object.sha256, size: object.bytes.length, raw: index.length },
    }));
    return file({ ...v3, head, objects: [object, chunk] });
  };
  const rootTwo = async (signers: readonly ConferenceKey[]): Promise<Uint8Array> => {
    const rotation = { conference: founded.conference, signers, publisherKeys: [nextPublisher], reason: 'lost', now };
    return rotateRoot(
      { ...rotation, payload: fromBase64(envelopeOf(founded.root).payload) ?? new Uint8Array() },
      platform,
    );
  };
  const address = (parts: BundleParts, answers: Partial<FetchApi> = {}): Offered => ({
    kind: 'address',
    conference: founded.conference,
    desktop: { ...fetchApi(parts), ...answers },
  });
  const objectOf = (sha256: string): Uint8Array | undefined =>
    v3.objects.find((object) => object.sha256 === sha256)?.bytes;
  const page = platform.text.encode('<!doctype html><h1>Hotel Meridian: sign in</h1>');
  const dates = { publishedAt: now - 3 * day, expires: now - day };
  const garbled =
    '{"v":1,"key":"r/000","records":[{"id":"m7","kind":"motion","rev":1,"status":"published","title":7}]}';

  return {
    conference: founded.conference,
    held: second,
    offers: {
      'no agenda at all': { kind: 'file', bytes: platform.text.encode('Dear delegates, please find enclosed') },
      'a sign-in page': address(v3, { fetchHead: async () => succeed(page) }),
      'changed after signing': file({ ...v3, head: withOtherPayload(v3.head, platform) }),
      'signed by a stranger': await withHead((payload) => payload, impostor),
      'signed with a withdrawn key': file({ ...v3, roots: [founded.root, await rootTwo(officers)] }),
      'a change of keys by one of two': file({ ...v3, roots: [founded.root, await rootTwo(officers.slice(0, 1))] }),
      'an older version': file(v1),
      'the version that is held': file(v2),
      'another version of the same number': file(await publish(founded, 'Conference prefers the dark.', first)),
      expired: file(await publish(founded, 'Conference waits.', second, dates)),
      'of the day after tomorrow': file(
        await publish(founded, 'Conference hurries.', second, { publishedAt: now + 2 * day }),
      ),
      'cut short': address(v3, { fetchObject: async ({ sha256 }) => answer(objectOf(sha256)?.subarray(0, -1)) }),
      'a damaged object': address(v3, { fetchObject: async ({ sha256 }) => answer(flipped(objectOf(sha256))) }),
      'a bomb': await around(new Uint8Array(3 * 1024 * 1024), 1000),
      'too large': { kind: 'file', bytes: new Uint8Array(singleFileLimit + 1).fill(0x20) },
      'an entry that cannot be read': await around(platform.text.encode(garbled)),
      'another conference': address(await publish(other, 'Conference meets.')),
      'a newer format': await withHead((payload) => ({ ...payload, schema: { major: 2, minor: 0 } })),
      'a root that is missing': await withHead((payload) => ({ ...payload, rootVersion: 2 })),
      'only the changes since a version that is not held': file({ ...v3, objects: v3.objects.slice(-1) }),
      'an address that does not answer': address(v3, {
        fetchRoot: async () => fail({ kind: 'offline' }),
        fetchHead: async () => fail({ kind: 'offline' }),
      }),
    },
  };
}

type Payload = Readonly<Record<string, unknown>>;

function recordsOf(conference: ConferenceId, text: string): readonly OfficialRecord[] {
  const clauses = [{ id: clauseId('k1'), kind: 'paragraph', depth: 0, text } as const];
  const title = 'Lamps';
  const motion = recordOfMotion({
    id: motionId(officialId(conference, 'm1')),
    conferenceId: conference,
    kind: 'motion',
    origin: 'office',
    number: '1',
    submittedBy: ['Harbour Branch'],
    text: { id: textVersionIdOf(title, clauses), title, clauses },
    dropped: [],
  });
  return [recordOfConference({ title: 'National Conference 2027', organisation: 'Union of Lamplighters' }), motion];
}

function sourceOf(parts: BundleParts): BundleSource {
  const { fetchRoot, fetchHead, fetchObject } = fetchApi(parts);
  const none = { address: '', conference: '' };
  const asked = async (given: ReturnType<typeof fetchHead>): ReturnType<BundleSource['head']> => {
    const offered = await given;
    return offered.ok ? offered : fail({ kind: 'not-found' });
  };
  return {
    kind: 'file',
    root: async (version) => asked(fetchRoot({ ...none, version })),
    head: async () => asked(fetchHead(none)),
    object: async (sha256, size) => asked(fetchObject({ ...none, store: 'own', sha256, size })),
  };
}

/** An address that publishes `parts`. */
function fetchApi({ roots, head, objects }: BundleParts): FetchApi {
  const bytesOf = new Map(objects.map(({ sha256, bytes }) => [sha256, bytes]));
  return {
    fetchRoot: async ({ version }) => answer(roots[version - 1]),
    fetchHead: async () => succeed(head),
    fetchObject: async ({ sha256 }) => answer(bytesOf.get(sha256)),
  };
}

function answer(bytes: Uint8Array | undefined): Result<Uint8Array, FetchFailure> {
  return bytes === undefined ? fail({ kind: 'not-found' }) : succeed(bytes);
}

function flipped(bytes: Uint8Array | undefined): Uint8Array | undefined {
  return bytes?.with(12, (bytes[12] ?? 0) ^ 1);
}

function envelopeOf(bytes: Uint8Array): { payload: string } {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function payloadOf(envelope: Uint8Array): Payload {
  return JSON.parse(new TextDecoder().decode(fromBase64(envelopeOf(envelope).payload)));
}

function withOtherPayload(envelope: Uint8Array, { text }: Platform): Uint8Array {
  const payload = JSON.stringify({ ...payloadOf(envelope), note: 'Motion 1 is withdrawn' });
  return text.encode(JSON.stringify({ ...envelopeOf(envelope), payload: toBase64(text.encode(payload)) }));
}

async function stored(raw: Uint8Array, { compression, cryptography }: Platform) {
  const bytes = await compression.gzip(raw);
  return { sha256: toHex(await cryptography.sha256(bytes)), bytes };
}
