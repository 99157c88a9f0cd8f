import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  accept,
  amendmentOf,
  bundleOf,
  motionOf,
  now,
  openOffice,
  platform,
  publish,
  recordsOf,
  singleFileOf,
  sourceOf,
  verification,
  type Office,
} from '../../tests/adversary/conference-office';
import type { Motion } from '../motion/motion';
import { publishBundle } from './publish-bundle';
import { recordOfMotion, type OfficialRecord } from './records';
import { verifyBundle, type VerifiedBundle } from './verify-bundle';

let office: Office;
let motions: readonly Motion[];
let first: VerifiedBundle;

beforeAll(async () => {
  office = await openOffice();
  const { conference } = office.founded;
  // Words that do not repeat, so that chunks are of real size: about 2 KB a motion.
  const text = (seed: number): string =>
    Array.from({ length: 250 }, (_, at) => ((seed * 7919 + at * 104_729) % 1_000_003).toString(36)).join(' ');
  motions = Array.from({ length: 300 }, (_, at) => motionOf(conference, `m${at + 1}`, `Motion ${at + 1}`, text(at)));
  first = await accept(await bundleOf(office, recordsOf(motions)), undefined);
});

const changedText = (motion: Motion): Motion =>
  motionOf(motion.conferenceId, `m${motion.number}`, 'Motion', 'Changed.');

describe('a next version', () => {
  it('in which one motion changed has two new objects: its chunk and the index', async () => {
    const next = await publish(
      office,
      recordsOf(motions.map((motion, at) => (at === 7 ? changedText(motion) : motion))),
      {
        previous: first,
      },
    );
    expect(first.buckets).toBeGreaterThan(4);
    expect(next.newObjects).toHaveLength(2);
    expect(next.objects.length).toBe(first.chunks.length + 1);
    expect(next.changes).toEqual({ added: [], changed: ['m8'], removed: [] });
  });

  it('in which nothing changed has no new chunk, even when it was compressed by other means', async () => {
    const otherGzip = { ...platform, compression: { ...platform.compression, gzip: async () => new Uint8Array([1]) } };
    const next = await publishBundle(
      {
        conference: office.founded.conference,
        rootVersion: 1,
        records: recordsOf(motions),
        previous: first,
        publishedAt: now,
        expires: now,
        isMassRemovalMeant: false,
        keys: [office.publisher],
      },
      otherGzip,
    );
    expect(next).toMatchObject({ ok: true, value: { newObjects: [{ bytes: new Uint8Array([1]) }] } });
  });

  it('counts the revision of what changed, and only of that', async () => {
    const next = await bundleOf(
      office,
      recordsOf(motions.map((motion, at) => (at === 7 ? changedText(motion) : motion))),
      {
        previous: first,
      },
    );
    const second = await accept({ ...next, objects: [...first.received.objects, ...next.objects] }, first.state);
    const revisions = new Map(second.chunks.flatMap((chunk) => chunk.records).map(({ id, rev }) => [id, rev]));
    expect(revisions.get('m8')).toBe(2);
    expect([...revisions.values()].filter((rev) => rev !== 1)).toHaveLength(1);
  });

  it('keeps an amendment in the chunk of its motion', async () => {
    const [motion] = motions;
    if (motion === undefined) throw new Error('300 motions');
    const bundle = await accept(
      await bundleOf(office, recordsOf(motions, [amendmentOf(motion, 'zz', 'Now ')])),
      undefined,
    );
    const home = bundle.chunks.find((chunk) => chunk.records.some(({ id }) => id === 'zz'));
    expect(home?.records.some(({ id }) => id === 'm1')).toBe(true);
  });

  it('keeps fields and kinds that this version does not know', async () => {
    const [one] = motions.slice(0, 1).map(recordOfMotion);
    const foreign: OfficialRecord = { id: 'x1', kind: 'timetable', rev: 4, status: 'published', slots: [9, 10] };
    const newer = await accept(
      await bundleOf(office, [
        { ...one, id: 'm1', kind: 'motion', rev: 1, status: 'published', colour: 'amber' },
        foreign,
      ]),
      undefined,
    );
    const next = await bundleOf(office, recordsOf(motions.slice(0, 1).map(changedText)), { previous: newer });
    const second = await accept(next, newer.state);
    const records = second.chunks.flatMap((chunk) => chunk.records);
    expect(records.find(({ id }) => id === 'm1')).toMatchObject({ colour: 'amber', title: 'Motion', rev: 2 });
    expect(records.find(({ id }) => id === 'x1')).toEqual(foreign);
  });
});

describe('publishing is refused when', () => {
  const refusal = async (records: readonly OfficialRecord[], given: object = {}): Promise<unknown> => {
    const published = await publishBundle(
      {
        conference: office.founded.conference,
        rootVersion: 1,
        records,
        publishedAt: now,
        expires: now,
        isMassRemovalMeant: false,
        keys: [office.publisher],
        ...given,
      },
      platform,
    );
    return published.ok ? 'published' : published.error;
  };

  it('more than a tenth of the records would go', async () => {
    expect(await refusal(recordsOf(motions.slice(31)), { previous: first })).toEqual({
      kind: 'mass-removal',
      removed: 31,
      of: 301,
    });
    expect(await refusal(recordsOf(motions.slice(30)), { previous: first })).toBe('published');
  });

  it('an amendment has no motion', async () => {
    const [motion] = motions;
    const orphan = motion === undefined ? [] : [amendmentOf(motion, 'a1', 'x')];
    expect(await refusal(recordsOf([], orphan))).toEqual({ kind: 'motion-missing', amendment: 'a1' });
  });

  it('two papers have one id', async () => {
    expect(await refusal(recordsOf([...motions.slice(0, 1), ...motions.slice(0, 1)]))).toEqual({
      kind: 'repeated-id',
      id: 'm1',
    });
  });

  it('the note is longer than 500 characters, or one motion larger than a chunk', async () => {
    expect(await refusal(recordsOf([]), { note: 'x'.repeat(501) })).toEqual({ kind: 'note-too-long', limit: 500 });
    const huge = motionOf(
      office.founded.conference,
      'm1',
      'Huge',
      ...Array.from({ length: 20 }, () => 'x'.repeat(250_000)),
    );
    expect(await refusal(recordsOf([huge]))).toEqual({ kind: 'papers-too-large' });
  });
});

it('what is published is what delegates get: the same papers, as a file and by parts', async () => {
  const body = fc.string({ unit: 'grapheme', maxLength: 40 });
  const paper = fc.record({ title: body, texts: fc.array(body, { maxLength: 4 }), amended: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(paper, { maxLength: 6 }), async (papers) => {
      const { conference } = office.founded;
      const printed = papers.map(({ title, texts }, at) => motionOf(conference, `m${at}`, title, ...texts));
      const amendments = printed.flatMap((motion, at) =>
        papers[at]?.amended === true ? [amendmentOf(motion, `a${at}`, 'Now ')] : [],
      );
      const parts = await bundleOf(office, recordsOf(printed, amendments));
      for (const source of [sourceOf(parts), singleFileOf(parts), sourceOf(parts, 'address')]) {
        const verified = await verifyBundle(source, undefined, verification);
        expect(verified).toMatchObject({ ok: true, value: { countsAgree: true, isNews: true } });
        if (!verified.ok) return;
        const byId = <Paper extends { readonly id: string }>(list: readonly Paper[]): Paper[] =>
          [...list].sort((before, after) => (before.id < after.id ? -1 : 1));
        expect(byId(verified.value.papers.motions)).toEqual(byId(printed));
        expect(byId(verified.value.papers.amendments)).toEqual(byId(amendments));
      }
    }),
    { seed: 2027, numRuns: 25 },
  );
});
