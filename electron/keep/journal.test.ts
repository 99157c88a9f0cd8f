import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalDeed } from '../../shared/desktop-contract';
import { openJournal, type Journal } from './journal';

let storeFolder = '';
let ids = 0;
let journals: Journal[] = [];

beforeEach(async () => {
  journals = [];
  storeFolder = await mkdtemp(join(tmpdir(), 'journal-'));
  ids = 0;
});

afterEach(async () => {
  for (const journal of journals) await journal.close();
  await rm(storeFolder, { recursive: true, force: true });
});

const note = (id: string, text = 'Speak to the mover'): JournalDeed => ({
  stream: 'self',
  t: 'note.set',
  id,
  val: { text },
});
const paper = (id: string): JournalDeed => ({ stream: 'local', t: 'motion.set', id, val: { title: 'Mutuals' } });

async function open(options: { readonly fileLimit?: number } = {}): Promise<Journal> {
  const newId = (): string => {
    ids += 1;
    return `id-${ids}`;
  };
  const opened = await openJournal({ storeFolder, now: () => 1_700_000_000_000, newId, ...options });
  if (!opened.ok) throw new Error(opened.error.kind);
  journals.push(opened.value);
  return opened.value;
}

async function readAll(journal: Journal): Promise<readonly { id: string; seq: number; lam: number; stream: string }[]> {
  const page = await journal.read(0, 5000);
  if (!page.ok) throw new Error(page.error.kind);
  return page.value.entries.map(({ id, seq, lam, stream }) => ({ id, seq, lam, stream }));
}

const file = (number: number): string => join(storeFolder, 'journal', `${number}.ndjson`);

describe('the journal', () => {
  it('adds device, sequence, Lamport time, clock and what was seen to a deed', async () => {
    const journal = await open();
    const appended = await journal.append([note('n1')]);
    expect(appended).toEqual({
      ok: true,
      value: {
        journalId: 'id-1',
        from: 0,
        entries: [{ v: 1, device: 'id-2', seq: 1, lam: 1, ts: 1_700_000_000_000, ctx: {}, ...note('n1') }],
      },
    });
  });

  it('counts each stream for itself and Lamport time over all of them', async () => {
    const journal = await open();
    await journal.append([note('n1'), paper('m1'), note('n2')]);
    await journal.append([paper('m2')]);
    expect(await readAll(journal)).toEqual([
      { id: 'n1', seq: 1, lam: 1, stream: 'self' },
      { id: 'm1', seq: 1, lam: 2, stream: 'local' },
      { id: 'n2', seq: 2, lam: 3, stream: 'self' },
      { id: 'm2', seq: 2, lam: 4, stream: 'local' },
    ]);
  });

  it('goes on counting after it was closed and opened again, under the same identity', async () => {
    const before = await open();
    await before.append([note('n1'), note('n2')]);
    await before.close();
    const after = await open();
    const appended = await after.append([note('n3')]);
    expect(appended).toMatchObject({
      value: { journalId: 'id-1', from: 2, entries: [{ device: 'id-2', seq: 3, lam: 3 }] },
    });
  });

  it('says which entries of other devices its author had seen, and counts Lamport time on from theirs', async () => {
    const frame = { v: 1, device: 'phone', seq: 7, lam: 40, ts: 5, ctx: {} };
    const json = JSON.stringify({ ...frame, ...note('n0') });
    await mkdir(join(storeFolder, 'journal'), { recursive: true });
    await writeFile(file(1), `${json.length} ${crc32(json).toString(16).padStart(8, '0')} ${json}\n`);
    const journal = await open();
    expect(await journal.append([note('n1')])).toMatchObject({
      value: { from: 1, entries: [{ seq: 1, lam: 41, ctx: { phone: 7 } }] },
    });
    expect(await journal.append([paper('m1')])).toMatchObject({ value: { entries: [{ seq: 1, lam: 42, ctx: {} }] } });
  });

  it('writes a line as its length, its CRC-32 and its JSON', async () => {
    const journal = await open();
    await journal.append([note('n1', 'Größe “quoted”\n2nd line')]);
    const text = await readFile(file(1), 'utf8');
    const [, length = '', checksum = '', json = ''] = /^(\d+) ([0-9a-f]{8}) (.*)\n$/u.exec(text) ?? [];
    expect(Buffer.byteLength(json)).toBe(Number(length));
    expect(crc32(json).toString(16).padStart(8, '0')).toBe(checksum);
    expect(JSON.parse(json)).toMatchObject({ id: 'n1', val: { text: 'Größe “quoted”\n2nd line' } });
  });

  it('is readable by its owner only', async () => {
    const journal = await open();
    await journal.append([note('n1')]);
    expect((await stat(file(1))).mode & 0o777).toBe(0o600);
    expect((await stat(join(storeFolder, 'journal'))).mode & 0o777).toBe(0o700);
  });

  it('goes on in the next file when one is full, and reads across them', async () => {
    const journal = await open({ fileLimit: 1000 });
    for (let index = 1; index <= 30; index += 1) await journal.append([note(`n${index}`)]);
    await journal.close();
    expect((await readdir(join(storeFolder, 'journal'))).length).toBeGreaterThan(4);
    const again = await open({ fileLimit: 1000 });
    expect((await readAll(again)).map((entry) => entry.id)).toEqual(
      Array.from({ length: 30 }, (_, index) => `n${index + 1}`),
    );
    expect(await again.read(12, 3)).toMatchObject({
      value: { total: 30, entries: [{ id: 'n13' }, { id: 'n14' }, { id: 'n15' }] },
    });
  });

  it('answers an empty page behind its end', async () => {
    const journal = await open();
    await journal.append([note('n1')]);
    expect(await journal.read(1, 10)).toMatchObject({ value: { entries: [], total: 1 } });
    expect(await journal.read(500, 10)).toMatchObject({ value: { entries: [], total: 1 } });
  });

  it('ends a page early rather than fill the memory with it', async () => {
    const journal = await open();
    for (let index = 1; index <= 4; index += 1) await journal.append([note(`n${index}`, 'x'.repeat(3_000_000))]);
    const page = await journal.read(0, 100);
    expect(page.ok && page.value.entries.length).toBe(2);
    expect(page).toMatchObject({ value: { total: 4 } });
  });

  it('writes one after the other what comes at once', async () => {
    const journal = await open();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => journal.append([note(`n${index}`)])));
    expect(answers.map((answer) => answer.ok && answer.value.from)).toEqual(Array.from({ length: 50 }, (_, at) => at));
    expect((await readAll(journal)).map((entry) => entry.seq)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
  });

  it('refuses an entry above 16 MiB and nothing else of what follows', async () => {
    const journal = await open();
    expect(await journal.append([note('n1', 'x'.repeat(17 * 1024 * 1024))])).toEqual({
      ok: false,
      error: { kind: 'too-large', limit: 16 * 1024 * 1024 },
    });
    expect(await journal.append([note('n2')])).toMatchObject({ value: { from: 0, entries: [{ seq: 1 }] } });
  });

  it('will not write into a file that another process has written to', async () => {
    const journal = await open();
    await journal.append([note('n1')]);
    await writeFile(file(1), 'from elsewhere\n', { flag: 'a' });
    expect(await journal.append([note('n2')])).toEqual({ ok: false, error: { kind: 'folder-in-use' } });
    expect(await readFile(file(1), 'utf8')).toContain('from elsewhere');
  });

  it('will not write into a file that nobody will find again', async () => {
    const journal = await open();
    await journal.append([note('n1')]);
    await rm(storeFolder, { recursive: true });
    expect(await journal.append([note('n2')])).toEqual({ ok: false, error: { kind: 'not-writable' } });
  });

  it('goes on under another id and as another device when a line of it is damaged', async () => {
    const before = await open();
    await before.append([note('n1')]);
    await before.append([note('n2')]);
    await before.append([note('n3')]);
    await before.close();
    const bytes = await readFile(file(1));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(file(1), bytes);
    const after = await open();
    const page = await after.read(0, 10);
    expect(page).toMatchObject({ value: { damaged: 1, total: 2, entries: [{ id: 'n1' }, { id: 'n3' }] } });
    expect(page.ok && page.value.journalId).not.toBe('id-1');
    expect(await after.append([note('n4')])).toMatchObject({
      value: { entries: [{ device: 'id-4', seq: 1, ctx: { 'id-2': 3 } }] },
    });
    expect(await readdir(join(storeFolder, 'damaged'))).toHaveLength(1);
    const third = await open();
    expect(await third.read(0, 1)).toMatchObject({ value: page.ok ? { journalId: page.value.journalId } : {} });
  });

  it('passes over an entry of a newer version and leaves it where it is', async () => {
    const json = JSON.stringify({ v: 2, device: 'id-9', stream: 'self', seq: 1, lam: 1 });
    await mkdir(join(storeFolder, 'journal'), { recursive: true });
    const line = `${json.length} ${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
    await writeFile(file(1), line);
    const journal = await open();
    await journal.append([note('n1')]);
    expect(await journal.read(0, 9)).toMatchObject({ value: { damaged: 1, total: 1, entries: [{ id: 'n1' }] } });
    expect((await readFile(file(1), 'utf8')).startsWith(line)).toBe(true);
  });
});
