// The largest conference on its way through the worker, in a real page: what arrives is what was published, and the page
// never has much to do at once. (How long it is kept waiting by others on this computer is not measured.)

import { Dexie } from 'dexie';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyIdOf } from '../../shared/bundle/verify-roots';
import { foundConference } from '../../shared/bundle/seal-root';
import type { ConferenceKey, FoundedConference } from '../../shared/bundle/seal-root';
import { publishBundle } from '../../shared/bundle/publish-bundle';
import type { PublishedVersion } from '../../shared/bundle/publish-bundle';
import type { VerificationProgress } from '../../shared/bundle/verification';
import type { DesktopApi } from '../../shared/desktop-contract';
import { fail, succeed } from '../../shared/result';
import { journalInPage } from '../../tests/adversary/journal-in-page';
import { largeConference, largeConferenceRecords } from '../../tests/bench/large-conference';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { openStore } from '../storage/store';
import type { OpenedStore } from '../storage/store';
import { joinOffer, sliceOffer } from './offer-slices';
import { verifyAddress } from './verify-in-worker';
import type { Verifying } from './verify-in-worker';

const platform = { compression, cryptography, text: textCodec };
const now = Date.parse('2027-05-02T12:00:00Z');
const day = 24 * 60 * 60 * 1000;
const address = 'https://papers.example.org/';

let founded: FoundedConference;
let published: PublishedVersion;
let opened: OpenedStore;
/** Hashes of the objects that were asked for, in order. */
const fetched: string[] = [];

beforeAll(async () => {
  const [officer, publisher] = [await newKey('Officer'), await newKey('Conference office')];
  const founding = { title: 'National Conference 2027', organisation: 'Union of Lamplighters', threshold: 1 };
  const times = { issuedAt: now - day, expires: now + 100 * day };
  founded = await foundConference({ ...founding, ...times, rootKeys: [officer], publisherKeys: [publisher] }, platform);
  const { conference } = founded;
  const version = await publishBundle(
    {
      conference,
      rootVersion: 1,
      records: largeConferenceRecords(conference),
      publishedAt: now,
      expires: now + day,
      isMassRemovalMeant: false,
      keys: [publisher],
    },
    platform,
  );
  if (!version.ok) throw new Error(version.error.kind);
  published = version.value;
  const folderId = crypto.randomUUID();
  const store = await openStore({
    name: 'own',
    desktop: { ...journalInPage(folderId), ...office() },
    shell: { folderId },
    now: () => now,
    newId: () => crypto.randomUUID(),
    platform,
  });
  if (!store.ok) throw new Error(store.error.kind);
  opened = store.value;
}, 120_000);

afterAll(async () => {
  opened.close();
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await Dexie.delete(name);
});

it('the papers of the largest conference arrive whole, part by part', async () => {
  const told: VerificationProgress[] = [];
  const offer = await verify((progress) => told.push(progress)).answer;
  if (!offer.ok) throw new Error(offer.error.kind);
  const { bundle, plan } = offer.value;
  expect(plan.motions.added).toHaveLength(largeConference.motions);
  expect(plan.amendments.added).toHaveLength(largeConference.motions * largeConference.amendmentsOfEach);
  expect(new Set(bundle.received.objects.map(({ sha256 }) => sha256))).toEqual(new Set(published.objects));
  expect(told.map(({ parts }) => parts)).toEqual(bundle.chunks.map((_, at) => at + 1));
  expect(told.at(-1)?.of).toBe(bundle.chunks.length);
}, 60_000);

it('nothing that the page does to take them over keeps it busy for 16 ms', async () => {
  const offer = await verify(() => undefined).answer;
  if (!offer.ok) throw new Error(offer.error.kind);
  const { slices, outline } = sliceOffer(offer.value);
  const taking = slices.map((slice) => leastTime(() => structuredClone(slice)));
  const answer = leastTime(() => structuredClone(outline));
  const joining = leastTime(() => joinOffer(slices, outline));
  expect({ slice: Math.max(...taking), answer, joining }).toSatisfy(
    (times: Readonly<Record<string, number>>) => Object.values(times).every((time) => time < 16),
    'under 16 ms',
  );
}, 60_000);

it('a verification that is stopped asks for nothing more, and never answers', async () => {
  fetched.length = 0;
  let isAnswered = false;
  const verifying = verify(({ parts }) => {
    if (parts === 3) verifying.stop();
  });
  void verifying.answer.then(() => (isAnswered = true));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(isAnswered).toBe(false);
  expect(fetched.length).toBeGreaterThan(3);
  expect(fetched.length).toBeLessThan(published.objects.length / 2);
});

function verify(onProgress: (progress: VerificationProgress) => void): Verifying {
  return verifyAddress(opened.store, { address, conference: founded.conference, isExpected: true }, onProgress);
}

/** Milliseconds that `work` takes when nothing else on this computer comes between: the least of several times. */
function leastTime(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return Math.min(...times);
}

async function newKey(label: string): Promise<ConferenceKey> {
  const { publicKey, privateKey } = await cryptography.generateEd25519();
  return { publicKey, privateKey, label, keyid: await keyIdOf(publicKey, cryptography) };
}

/** The doorkeeper's side of an address that publishes this one version. */
function office(): Pick<DesktopApi, 'fetchRoot' | 'fetchHead' | 'fetchObject'> {
  const objects = new Map(published.newObjects.map(({ sha256, bytes }) => [sha256, bytes]));
  return {
    fetchRoot: async ({ version }) => (version === 1 ? succeed(founded.root) : fail({ kind: 'not-found' })),
    fetchHead: async () => succeed(published.head),
    fetchObject: async ({ sha256 }) => {
      fetched.push(sha256);
      const bytes = objects.get(sha256);
      return bytes === undefined ? fail({ kind: 'not-found' }) : succeed(bytes);
    },
  };
}
