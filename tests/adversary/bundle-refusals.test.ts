import { beforeAll, describe, expect, it } from 'vitest';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { BundleSource } from '../../shared/bundle/bundle-source';
import { payloadTypes, sealEnvelope } from '../../shared/bundle/envelope';
import type { BundleParts } from '../../shared/bundle/single-file';
import { verifyBundle, type VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { Verification } from '../../shared/bundle/verification';
import {
  accept,
  bundleAround,
  bundleOf,
  bundleWithIndex,
  day,
  encode,
  motionOf,
  newKey,
  now,
  openOffice,
  payloadOf,
  platform,
  publish,
  recordsOf,
  resign,
  sourceOf,
  verification,
  type Office,
} from './conference-office';

let office: Office;
let first: VerifiedBundle;
let parts: BundleParts;
let stateBefore: string;

beforeAll(async () => {
  office = await openOffice();
  const { conference } = office.founded;
  const motions = [motionOf(conference, 'm1', 'Lamps', 'Conference notes the dark.', 'Conference calls for lamps.')];
  parts = await bundleOf(office, recordsOf(motions));
  first = await accept(parts, undefined);
  stateBefore = JSON.stringify(first.state);
});

/** Offers a bundle to someone who trusts version 1; it must be refused, and what is trusted must be as it was. */
async function refusalOf(offered: BundleParts, given: Partial<Verification> = {}): Promise<BundleFailure> {
  const answer = await verifyBundle(sourceOf(offered), first.state, { ...verification, ...given });
  expect(JSON.stringify(first.state)).toBe(stateBefore);
  if (answer.ok) throw new Error('accepted');
  return answer.error;
}

/** Offers a bundle to someone who trusts nothing yet. */
async function firstRefusalOf(offered: BundleParts, given: Partial<Verification> = {}): Promise<BundleFailure> {
  const answer = await verifyBundle(sourceOf(offered), undefined, { ...verification, ...given });
  if (answer.ok) throw new Error('accepted');
  return answer.error;
}

async function nextVersion(motions: Parameters<typeof recordsOf>[0]): Promise<BundleParts> {
  const next = await bundleOf(office, recordsOf(motions), { previous: first, isMassRemovalMeant: true });
  return { ...next, objects: [...parts.objects, ...next.objects] };
}

describe('a bundle is refused, and nothing changes, when', () => {
  it('it is no JSON (S01)', async () => {
    expect(await refusalOf({ ...parts, head: encode('<!doctype html><title>Sign in</title>') })).toMatchObject({
      code: 'S01',
    });
  });

  it('its head is larger than heads may be (S01)', async () => {
    const head = await resign(parts.head, (payload) => ({ ...payload, more: 'x'.repeat(20_000) }), [office.publisher]);
    expect(await refusalOf({ ...parts, head })).toMatchObject({ code: 'S01' });
  });

  it('a root or device head is replayed as a head (S01)', async () => {
    const root = await sealEnvelope(
      encode(JSON.stringify(payloadOf(parts.head))),
      payloadTypes.root,
      [office.publisher],
      platform,
    );
    expect(await refusalOf({ ...parts, head: root })).toMatchObject({ code: 'S01' });
    const relabelled = Buffer.from(root).toString().replace('vnd.rostrum.root', 'vnd.rostrum.head');
    expect(await refusalOf({ ...parts, head: encode(relabelled) })).toMatchObject({ code: 'S02' });
  });

  it('it holds nine signatures (S01)', async () => {
    const keys = await Promise.all(Array.from({ length: 9 }, async () => newKey('one of many')));
    const head = await resign(parts.head, (payload) => payload, keys);
    expect(await refusalOf({ ...parts, head })).toMatchObject({ code: 'S01' });
  });

  it('it was changed after it was signed (S02)', async () => {
    const envelope = JSON.parse(Buffer.from(parts.head).toString());
    envelope.payload = Buffer.from(JSON.stringify({ ...payloadOf(parts.head), version: 2 })).toString('base64');
    expect(await refusalOf({ ...parts, head: encode(JSON.stringify(envelope)) })).toMatchObject({ code: 'S02' });
  });

  it('it is signed with another key (S03)', async () => {
    const head = await resign(parts.head, (payload) => ({ ...payload, version: 2 }), [await newKey('Impostor')]);
    expect(await refusalOf({ ...parts, head })).toMatchObject({ code: 'S03' });
  });

  it('it is signed with another key under the publisher’s key id (S02)', async () => {
    const impostor = { ...(await newKey('Impostor')), keyid: office.publisher.keyid };
    const head = await resign(parts.head, (payload) => ({ ...payload, version: 2 }), [impostor]);
    expect(await refusalOf({ ...parts, head })).toMatchObject({ code: 'S02' });
  });

  it('it is signed by a root key, which may not publish (S03)', async () => {
    const head = await resign(parts.head, (payload) => ({ ...payload, version: 2 }), office.rootKeys);
    expect(await refusalOf({ ...parts, head })).toMatchObject({ code: 'S03' });
  });

  it('it is older than what is held (S06)', async () => {
    const second = await accept(await nextVersion([]), first.state);
    const answer = await verifyBundle(sourceOf(parts), second.state, verification);
    expect(answer).toMatchObject({ ok: false, error: { code: 'S06', offered: 1, held: 2 } });
  });

  it('it is another version 1 (S08)', async () => {
    const { conference } = office.founded;
    const other = await bundleOf(
      office,
      recordsOf([motionOf(conference, 'm1', 'Lamps', 'Conference prefers the dark.')]),
    );
    const failure = await refusalOf(other);
    expect(failure).toMatchObject({ code: 'S08', version: 1, heldWords: first.words });
    expect(failure).not.toMatchObject({ offeredWords: first.words });
  });

  it('it is a version 2 that follows another version 1 (S08)', async () => {
    const other = await accept(await bundleOf(office, recordsOf([])), undefined);
    const second = await bundleOf(office, recordsOf([]), { previous: other });
    expect(await refusalOf(second)).toMatchObject({ code: 'S08', version: 1, offeredWords: other.words });
  });

  it('an object is cut short (S11)', async () => {
    for (const at of parts.objects.keys()) {
      const objects = parts.objects.map((object, each) =>
        each === at ? { ...object, bytes: object.bytes.subarray(0, -1) } : object,
      );
      expect(await firstRefusalOf({ ...parts, objects })).toMatchObject({ code: 'S11' });
    }
  });

  it('a byte of an object is another (S12)', async () => {
    for (const at of parts.objects.keys()) {
      const objects = parts.objects.map((object, each) =>
        each === at ? { ...object, bytes: object.bytes.with(12, (object.bytes[12] ?? 0) ^ 1) } : object,
      );
      expect(await firstRefusalOf({ ...parts, objects })).toMatchObject({ code: 'S12' });
    }
  });

  it('one object stands in for another valid one (S12)', async () => {
    const objects = parts.objects.map(({ sha256 }, at) => ({
      sha256,
      bytes: parts.objects.at(at - 1)?.bytes ?? new Uint8Array(),
    }));
    const failure = await firstRefusalOf({ ...parts, objects });
    expect(['S11', 'S12']).toContain(failure.code);
  });

  it('a chunk inflates beyond its stated size (S13)', async () => {
    const bomb = await bundleAround(office, new Uint8Array(16 * 1024 * 1024), { raw: 1024 * 1024 });
    expect(await firstRefusalOf(bomb)).toMatchObject({ code: 'S13', why: 'expands' });
  });

  it('a chunk states that it inflates two hundredfold and more (S13)', async () => {
    const raw = new Uint8Array(4 * 1024 * 1024);
    expect(await firstRefusalOf(await bundleAround(office, raw))).toMatchObject({ code: 'S13', why: 'expands' });
  });

  it('the index inflates beyond its stated size (S13)', async () => {
    const bomb = await bundleWithIndex(office, new Uint8Array(8 * 1024 * 1024), [], { raw: 1000 });
    expect(await firstRefusalOf(bomb)).toMatchObject({ code: 'S13', part: { kind: 'index' } });
  });

  it('it nests deeper than 32 (S13)', async () => {
    const deep = `{"v":1,"key":"r/000","records":[{"id":"m1","kind":"motion","rev":1,"status":"published","x":${'['.repeat(31)}${']'.repeat(31)}}]}`;
    expect(await firstRefusalOf(await bundleAround(office, encode(deep)))).toMatchObject({
      code: 'S13',
      why: 'too-deep',
    });
  });

  it('a chunk has 2,001 records (S13)', async () => {
    expect(await firstRefusalOf(await bundleAround(office, encode('{}'), { records: 2001 }))).toMatchObject({
      code: 'S13',
      why: 'too-many',
    });
  });

  it('an object is stated to be larger than objects may be (S14)', async () => {
    const claims = [
      ['r/000', 'a'.repeat(64), 2 * 1024 * 1024, 1000, 1],
      ['r/000', 'a'.repeat(64), 1024 * 1024, 5 * 1024 * 1024, 1],
    ];
    for (const claim of claims) {
      const index = encode(JSON.stringify({ v: 1, buckets: 1, chunks: [claim] }));
      expect(await firstRefusalOf(await bundleWithIndex(office, index))).toMatchObject({ code: 'S14' });
    }
    const largeIndex = await bundleWithIndex(office, encode('{}'), [], { size: 2 * 1024 * 1024 });
    expect(await firstRefusalOf(largeIndex)).toMatchObject({ code: 'S14', part: { kind: 'index' } });
  });

  it('a size is not the one that was signed (S15)', async () => {
    const shorter = await bundleAround(office, encode('{"v":1,"key":"r/000","records":[]}'), { raw: 1000, records: 0 });
    expect(await firstRefusalOf(shorter)).toMatchObject({ code: 'S15', where: 'size' });
  });

  it('it is for another conference than the one expected (S16)', async () => {
    const other = await openOffice('Women’s Conference 2027');
    const theirs = await bundleOf(other, recordsOf([]));
    expect(await refusalOf(theirs)).toMatchObject({
      code: 'S16',
      expected: office.founded.conference,
      offered: other.founded.conference,
      offeredTitle: 'Women’s Conference 2027',
    });
    expect(await firstRefusalOf(parts, { expectedConference: other.founded.conference })).toMatchObject({
      code: 'S16',
      offered: office.founded.conference,
    });
  });

  it('its head names another conference than its root (S16)', async () => {
    const other = await openOffice();
    const head = await resign(parts.head, (payload) => ({ ...payload, conf: other.founded.conference, version: 2 }), [
      office.publisher,
    ]);
    expect(await refusalOf({ ...parts, head })).toMatchObject({ code: 'S16' });
  });

  it('its records are of a newer major version (S17)', async () => {
    const head = await resign(
      parts.head,
      (payload) => ({ ...payload, version: 2, schema: { major: 2, minor: 0 }, odd: [] }),
      [office.publisher],
    );
    expect(await refusalOf({ ...parts, head })).toMatchObject({ code: 'S17', major: 2 });
  });

  it('it needs a root that is not there (S18)', async () => {
    const head = await resign(parts.head, (payload) => ({ ...payload, version: 2, rootVersion: 2 }), [
      office.publisher,
    ]);
    expect(await refusalOf({ ...parts, head })).toMatchObject({ code: 'S18', why: 'missing-root' });
    expect(await firstRefusalOf({ ...parts, roots: [] })).toMatchObject({ code: 'S18' });
  });

  it('the keys have expired (S18)', async () => {
    expect(await refusalOf(await nextVersion([]), { now: now + 400 * day })).toMatchObject({
      code: 'S18',
      why: 'expired',
    });
  });

  it('it holds only some of the objects and the others are not held (S19)', async () => {
    const second = await bundleOf(office, recordsOf([motionOf(office.founded.conference, 'm2', 'Oil', 'Dear.')]), {
      previous: first,
      isMassRemovalMeant: true,
    });
    const partial = { ...second, objects: second.objects.slice(-1) };
    expect(await refusalOf(partial)).toMatchObject({ code: 'S19', missing: 2, held: 1 });
  });

  it('nothing is published at an address (S24)', async () => {
    const nothing = sourceOf({ roots: [], head: parts.head, objects: [] }, 'address');
    expect(await verifyBundle(nothing, undefined, verification)).toMatchObject({
      ok: false,
      error: { code: 'S24', why: 'not-published' },
    });
  });
});

const motionRecord = {
  id: 'm1',
  kind: 'motion',
  rev: 1,
  status: 'published',
  submittedBy: [],
  title: 'T',
  clauses: [],
};
const chunkOf = (...records: object[]): string => JSON.stringify({ v: 1, key: 'r/000', records });

describe('an agenda with an entry that cannot be read is refused whole (S15): ', () => {
  const cases: readonly (readonly [string, Uint8Array, number])[] = [
    ['bad UTF-8', Uint8Array.of(...encode('{"v":1,"key":"r/000","records":["'), 0xc3, 0x28, ...encode('"]}')), 1],
    ['a byte-order mark', encode(`\u{feff}${chunkOf(motionRecord)}`), 1],
    ['a repeated key', encode(chunkOf(motionRecord).replace('"title":"T"', '"title":"T","title":"U"')), 1],
    [
      'a repeated key in other letters',
      encode(chunkOf(motionRecord).replace('"title":"T"', '"title":"T","\\u0074itle":"U"')),
      1,
    ],
    ['the key __proto__', encode(chunkOf(motionRecord).replace('"title":"T"', '"title":"T","__proto__":{"x":1}')), 1],
    ['the key constructor', encode(chunkOf({ ...motionRecord, constructor: 1 })), 1],
    ['the key prototype', encode(chunkOf({ ...motionRecord, prototype: 1 })), 1],
    ['half a character', encode(chunkOf(motionRecord).replace('"T"', '"\\ud83d"')), 1],
    ['a number no two programs read alike', encode(chunkOf({ ...motionRecord, rev: 2 ** 53 + 2 })), 1],
    ['a fraction', encode(chunkOf({ ...motionRecord, rev: 1.5 })), 1],
    [
      'a string of more than 256 KiB',
      encode(chunkOf({ ...motionRecord, more: Array.from({ length: 60_000 }, (_, at) => at).join(' ') })),
      1,
    ],
    ['no title', encode(chunkOf({ ...motionRecord, title: undefined })), 1],
    ['a title that is a number', encode(chunkOf({ ...motionRecord, title: 12 })), 1],
    [
      'two clauses of one id',
      encode(
        chunkOf({
          ...motionRecord,
          clauses: Array.from({ length: 2 }, () => ({ id: 'k', kind: 'paragraph', depth: 0, text: '' })),
        }),
      ),
      1,
    ],
    ['an id that is a path', encode(chunkOf({ ...motionRecord, id: '../m1' })), 1],
    ['two records of one id', encode(chunkOf(motionRecord, motionRecord)), 2],
    ['records out of order', encode(chunkOf({ ...motionRecord, id: 'm2' }, motionRecord)), 2],
    ['fewer records than the index says', encode(chunkOf(motionRecord)), 2],
    ['another chunk’s key', encode(chunkOf(motionRecord).replace('r/000', 'r/001')), 1],
    ['no JSON', encode(chunkOf(motionRecord).slice(0, -1)), 1],
  ];
  it.each(cases)('%s', async (_name, raw, records) => {
    const bundle = await bundleAround(office, raw, { records });
    expect(await firstRefusalOf(bundle)).toMatchObject({ code: 'S15' });
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  const hash = 'a'.repeat(64);
  const indexes: readonly (readonly [string, unknown])[] = [
    ['a chunk named like a path', [['../head', hash, 10, 10, 1]]],
    ['a chunk named o/', [['o/000', hash, 10, 10, 1]]],
    ['a chunk named with ?', [['r/00?', hash, 10, 10, 1]]],
    [
      'chunks out of order',
      [
        ['r/001', hash, 10, 10, 1],
        ['r/000', hash, 10, 10, 1],
      ],
    ],
    [
      'a chunk twice',
      [
        ['r/000', hash, 10, 10, 1],
        ['r/000', hash, 10, 10, 1],
      ],
    ],
    ['a hash that is none', [['r/000', 'A'.repeat(64), 10, 10, 1]]],
    ['another number of fields', [['r/000', hash, 10]]],
    ['a negative size', [['r/000', hash, -1, 10, 1]]],
  ];
  it.each(indexes)('an index with %s', async (_name, chunks) => {
    const bundle = await bundleWithIndex(office, encode(JSON.stringify({ v: 1, buckets: 1, chunks })));
    expect(await firstRefusalOf(bundle)).toMatchObject({ code: 'S15', part: { kind: 'index' } });
  });

  it('an index of 4,097 chunks (S13)', async () => {
    const chunks = Array.from({ length: 4097 }, (_, at) => [`agenda/${String(at).padStart(5, '0')}`, hash, 10, 10, 1]);
    const bundle = await bundleWithIndex(office, encode(JSON.stringify({ v: 1, buckets: 1, chunks })));
    expect(await firstRefusalOf(bundle)).toMatchObject({ code: 'S13', why: 'too-many' });
  });

  it('an index that commits to more than 512 MiB (S14)', async () => {
    const chunks = Array.from({ length: 200 }, (_, at) => [
      `agenda/${String(at).padStart(5, '0')}`,
      hash,
      1_000_000,
      4_000_000,
      1,
    ]);
    const bundle = await bundleWithIndex(office, encode(JSON.stringify({ v: 1, buckets: 1, chunks })));
    expect(await firstRefusalOf(bundle)).toMatchObject({ code: 'S14' });
  });
});

describe('a bundle is used, with a remark, when', () => {
  it('it is the one that is held (S07)', async () => {
    const again = await accept(parts, first.state);
    expect(again).toMatchObject({ notes: ['S07'], isNews: false, state: first.state });
  });

  it('it is the one that is held and the file has only its head (S07)', async () => {
    expect(await accept({ ...parts, objects: [] }, first.state)).toMatchObject({ notes: ['S07'], isNews: false });
  });

  it('it is newer but has expired (S09)', async () => {
    expect(await accept(await nextVersion([]), first.state, { now: now + 30 * day })).toMatchObject({ notes: ['S09'] });
  });

  it('it is from the day after tomorrow (S10)', async () => {
    expect(await accept(parts, undefined, { now: now - 3 * day })).toMatchObject({ notes: ['S10'] });
  });

  it('versions were missed in between', async () => {
    const second = await accept(await nextVersion([]), first.state);
    const third = await bundleOf(
      office,
      recordsOf([motionOf(office.founded.conference, 'm3', 'Wicks', 'Conference notes.')]),
      {
        previous: second,
      },
    );
    const whole = { ...third, objects: [...second.received.objects, ...third.objects] };
    expect(await accept(whole, first.state)).toMatchObject({ version: 3, notes: [], isNews: true });
  });

  it('it has fields, kinds and a minor version that this app does not know', async () => {
    const raw = encode(
      chunkOf(
        { ...motionRecord, colour: 'amber' },
        { id: 'x1', kind: 'timetable', rev: 1, status: 'published', slots: [1] },
        { id: 'x2', kind: 'motion', rev: 1, status: 'superseded', by: 'c1' },
      ),
    );
    const bundle = await bundleAround(office, raw, { records: 3 });
    const head = await resign(
      bundle.head,
      (payload) => ({ ...payload, schema: { major: 1, minor: 7 }, weather: 'fair' }),
      [office.publisher],
    );
    const verified = await accept({ ...bundle, head }, undefined);
    expect(verified.papers.motions.map((motion) => motion.text.title)).toEqual(['T']);
    expect(verified.papers.unknown.map((record) => record.id)).toEqual(['x1', 'x2']);
    expect(verified.countsAgree).toBe(false);
  });

  it('one broken signature stands beside a good one', async () => {
    const impostor = { ...(await newKey('Impostor')), keyid: 'nobody' };
    const head = await resign(parts.head, (payload) => payload, [impostor, office.publisher]);
    expect(await accept({ ...parts, head }, undefined)).toMatchObject({ signedBy: ['Conference office'] });
  });
});

it('an object that is not there yet at an address is like one cut short: to be fetched again later (S11)', async () => {
  const source = sourceOf({ ...parts, objects: parts.objects.slice(1) }, 'address');
  expect(await verifyBundle(source, undefined, verification)).toMatchObject({ ok: false, error: { code: 'S11' } });
});

it('an unchanged head at an address ends the reading: nothing else is fetched', async () => {
  let fetched = 0;
  const source = sourceOf(parts, 'address');
  const counting: BundleSource = {
    ...source,
    object: async (...args) => {
      fetched += 1;
      return source.object(...args);
    },
  };
  const answer = await verifyBundle(counting, first.state, verification);
  expect(answer).toMatchObject({ ok: true, value: { isNews: false } });
  expect(fetched).toBe(0);
});

it('chunks whose records are held are not fetched again', async () => {
  const second = await publish(office, recordsOf([motionOf(office.founded.conference, 'm1', 'Lamps', 'Changed.')]), {
    previous: first,
  });
  const only = { roots: [], head: second.head, objects: second.newObjects };
  const held = new Map(first.chunks.map(({ entry, records }) => [entry.sha256, records]));
  const verified = await accept(only, first.state, { held: async (sha256) => held.get(sha256) });
  expect(verified.version).toBe(2);
  expect(verified.papers.conference?.title).toBe('National Conference 2027');
  expect(verified.received.objects).toHaveLength(2);
});
