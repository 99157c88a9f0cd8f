// What a disk may give back of a journal after a crash, a power cut or a bad sector.

import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJournal, type Journal } from '../../electron/keep/journal';
import type { JournalDeed } from '../../shared/desktop-contract';

const note = (id: string, length = 20): JournalDeed => ({
  stream: 'self',
  t: 'note.set',
  id,
  val: { text: 'Größe '.repeat(length / 5) },
});

let storeFolder = '';
beforeAll(async () => {
  storeFolder = await mkdtemp(join(tmpdir(), 'journal-torn-'));
});
afterAll(async () => rm(storeFolder, { recursive: true, force: true }));

const file = (): string => join(storeFolder, 'journal', '1.ndjson');
const damagedFolder = (): string => join(storeFolder, 'damaged');

async function open(): Promise<Journal> {
  const opened = await openJournal({ storeFolder, now: Date.now, newId: () => crypto.randomUUID() });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

async function entriesOf(journal: Journal): Promise<readonly { readonly id: string; readonly seq: number }[]> {
  const page = await journal.read(0, 5000);
  if (!page.ok) throw new Error(page.error.kind);
  return page.value.entries.map(({ id, seq }) => ({ id, seq }));
}

async function idsAfterReopening(): Promise<readonly string[]> {
  const journal = await open();
  const entries = await entriesOf(journal);
  await journal.close();
  return entries.map((entry) => entry.id);
}

/** A journal of `appends`, each a list of ids: its bytes, and where each append ends in them. */
async function journalOf(appends: readonly (readonly JournalDeed[])[]): Promise<{ bytes: Buffer; ends: number[] }> {
  await rm(storeFolder, { recursive: true, force: true });
  const journal = await open();
  const ends: number[] = [];
  for (const deeds of appends) {
    expect(await journal.append(deeds)).toMatchObject({ ok: true });
    ends.push((await readFile(file())).length);
  }
  await journal.close();
  return { bytes: await readFile(file()), ends };
}

describe('a journal cut off', () => {
  it('at any byte of its last record keeps every earlier one and takes new ones', async () => {
    const { bytes, ends } = await journalOf([[note('n1')], [note('n2')], [note('n3', 300)]]);
    const [, start = 0] = ends;
    for (let length = start; length < bytes.length; length += 1) {
      await writeFile(file(), bytes.subarray(0, length));
      const journal = await open();
      // Whole but for its newline, the record is whole.
      const kept = length === bytes.length - 1 ? ['n1', 'n2', 'n3'] : ['n1', 'n2'];
      expect((await entriesOf(journal)).map((entry) => entry.id)).toEqual(kept);
      await journal.append([note('n4')]);
      await journal.close();
      const again = await open();
      expect(await entriesOf(again)).toEqual([...kept, 'n4'].map((id, index) => ({ id, seq: index + 1 })));
      await again.close();
    }
    const setAside = await readdir(damagedFolder());
    expect(setAside).toHaveLength(bytes.length - start - 2);
  });

  it('at any byte of an append of three keeps none of the three', async () => {
    const { bytes, ends } = await journalOf([[note('n1')], [note('n2'), note('n3'), note('n4')]]);
    const [start = 0] = ends;
    for (let length = start; length < bytes.length - 1; length += 1) {
      await writeFile(file(), bytes.subarray(0, length));
      const journal = await open();
      expect((await entriesOf(journal)).map((entry) => entry.id)).toEqual(['n1']);
      expect(await journal.append([note('n5')])).toMatchObject({ value: { from: 1, entries: [{ seq: 2 }] } });
      await journal.close();
    }
  });

  it.each([
    ['zeros', Buffer.alloc(4096)],
    ['half a length', Buffer.from('12')],
    ['a length that promises more than there is', Buffer.from('900000000 00000000 {')],
    ['another program’s bytes', Buffer.from([0xff, 0xfe, 0x00, 0x31, 0x20])],
  ])('and continued by %s loses nothing', async (_name, tail) => {
    const { bytes } = await journalOf([[note('n1')], [note('n2')]]);
    await writeFile(file(), Buffer.concat([bytes, tail]));
    const journal = await open();
    expect((await entriesOf(journal)).map((entry) => entry.id)).toEqual(['n1', 'n2']);
    await journal.append([note('n3')]);
    await journal.close();
    expect(await idsAfterReopening()).toEqual(['n1', 'n2', 'n3']);
    const [aside = ''] = await readdir(damagedFolder());
    expect(await readFile(join(damagedFolder(), aside))).toEqual(tail);
  });
});

describe('a journal with a flipped bit', () => {
  it('loses at most the line it is in, sets it aside, and never gives a number out twice', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `n${index + 1}`);
    const { bytes, ends } = await journalOf(ids.map((id) => [note(id, 60)]));
    const identity = await readFile(join(storeFolder, 'journal', 'journal.json'));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (position, bit) => {
        const flipped = Buffer.from(bytes);
        flipped[position] = (flipped[position] ?? 0) ^ (1 << bit);
        await rm(damagedFolder(), { recursive: true, force: true });
        await writeFile(file(), flipped);
        await writeFile(join(storeFolder, 'journal', 'journal.json'), identity);
        const journal = await open();
        const hit = ends.findIndex((end) => position < end);
        const isNewline = ends.includes(position + 1);
        const expected = isNewline ? ids : ids.filter((_, index) => index !== hit);
        expect((await entriesOf(journal)).map((entry) => entry.id)).toEqual(expected);
        if (!isNewline) {
          const [aside = ''] = await readdir(damagedFolder());
          expect((await readFile(join(damagedFolder(), aside))).includes(0x0a)).toBe(true);
        }
        const appended = await journal.append([note('n13')]);
        // Nobody knows which number the damaged line had, so another device goes on.
        expect(appended.ok && appended.value.entries[0]?.seq).toBe(isNewline ? 13 : 1);
        await journal.close();
      }),
      { seed: 7, numRuns: 250 },
    );
  });

  it('opens whatever its bytes are', async () => {
    await journalOf([[note('n1')]]);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        await writeFile(file(), noise);
        const journal = await open();
        expect(await journal.append([note('n1')])).toMatchObject({ ok: true });
        await journal.close();
        expect(await idsAfterReopening()).toEqual(['n1']);
      }),
      { seed: 8, numRuns: 150 },
    );
  });
});
