// The largest conference on its way through the worker, in a real page: verified, written and restored there, while the
// page only hears of it. (How long the page is kept busy is measured in `tests/bench/sync-in-page.bench.ts`.)

import { Dexie, liveQuery } from 'dexie';
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
import { applyOfficial } from '../storage/official-deeds';
import { restoreOfficial } from '../storage/restore-official';
import { openStore } from '../storage/store';
import type { OpenedStore } from '../storage/store';
import { keptReaderInWorker, verifyAddress } from './verify-in-worker';
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

it('of the papers of the largest conference the page gets what there is to say, and is told part by part', async () => {
  const told: VerificationProgress[] = [];
  const offer = await verify((progress) => told.push(progress)).answer;
  if (!offer.ok) throw new Error(offer.error.kind);
  const { bundle, description, letGo } = offer.value;
  letGo();
  expect(bundle).toMatchObject({ version: 1, isNews: true, signedBy: ['Conference office'] });
  expect(description.counts).toEqual([
    { paper: 'motion', kind: 'added', count: largeConference.motions },
    { paper: 'amendment', kind: 'added', count: largeConference.motions * largeConference.amendmentsOfEach },
  ]);
  expect(told.map(({ parts }) => parts)).toEqual(told.map((_, at) => at + 1));
  expect(told.at(-1)?.parts).toBe(told.at(-1)?.of);
}, 60_000);

it('the worker writes the rows, and a live query of the page sees them', async () => {
  const { store } = opened;
  const seen: number[] = [];
  const watching = liveQuery(async () => store.database.motions.count()).subscribe((count) => seen.push(count));
  const offer = await verify(() => undefined).answer;
  if (!offer.ok) throw new Error(offer.error.kind);
  expect(await applyOfficial(store, offer.value.news)).toEqual({ ok: true, value: { isShown: true } });
  offer.value.letGo();
  await expect.poll(() => seen.at(-1)).toBe(largeConference.motions);
  watching.unsubscribe();
  expect(await store.database.amendments.count()).toBe(largeConference.motions * largeConference.amendmentsOfEach);
  expect((await store.database.trusted.get(founded.conference))?.head?.version).toBe(1);
}, 60_000);

it('papers whose rows are gone are made again from what is kept, in a worker too', async () => {
  const { store } = opened;
  await store.database.dexie.transaction('rw', store.database.dexie.tables, async () => {
    for (const table of ['motions', 'textVersions', 'amendments', 'official', 'trusted']) {
      await store.database.dexie.table(table).clear();
    }
  });
  expect(await restoreOfficial(store, keptReaderInWorker)).toEqual([]);
  expect(await store.database.motions.count()).toBe(largeConference.motions);
  expect((await store.database.trusted.get(founded.conference))?.head?.version).toBe(1);
}, 60_000);

function verify(onProgress: (progress: VerificationProgress) => void): Verifying {
  return verifyAddress(opened.store, { address, conference: founded.conference, isExpected: true }, onProgress);
}

async function newKey(label: string): Promise<ConferenceKey> {
  const { publicKey, privateKey } = await cryptography.generateEd25519();
  return { publicKey, privateKey, label, keyid: await keyIdOf(publicKey, cryptography) };
}

/** The doorkeeper's side of an address that publishes this one version. */
function office(): Partial<DesktopApi> {
  const objects = new Map(published.newObjects.map(({ sha256, bytes }) => [sha256, bytes]));
  return {
    keepOfficial: async ({ objects: kept, roots }) => succeed({ kept: kept.length + roots.length + 1 }),
    readOfficial: async ({ what }) => {
      const bytes = what.kind === 'root' ? (what.version === 1 ? founded.root : undefined) : undefined;
      const found = what.kind === 'head' ? published.head : what.kind === 'object' ? objects.get(what.sha256) : bytes;
      return found === undefined ? fail({ kind: 'not-kept' }) : succeed(found);
    },
    fetchRoot: async ({ version }) => (version === 1 ? succeed(founded.root) : fail({ kind: 'not-found' })),
    fetchHead: async () => succeed(published.head),
    fetchObject: async ({ sha256 }) => {
      fetched.push(sha256);
      const bytes = objects.get(sha256);
      return bytes === undefined ? fail({ kind: 'not-found' }) : succeed(bytes);
    },
  };
}
