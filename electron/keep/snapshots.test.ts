import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreLostJournal, takeSnapshot } from './snapshots';

let storeFolder = '';
beforeEach(async () => {
  storeFolder = await mkdtemp(join(tmpdir(), 'snapshots-'));
});
afterEach(async () => {
  await rm(storeFolder, { recursive: true, force: true });
});

const day = (number: number): number => Date.UTC(2026, 9, number, 10);
const journalFolder = (): string => join(storeFolder, 'journal');
const copies = async (): Promise<readonly string[]> => (await readdir(join(storeFolder, 'snapshots'))).sort();

async function write(text: string): Promise<void> {
  await mkdir(journalFolder(), { recursive: true });
  await writeFile(join(journalFolder(), '1.ndjson'), text);
  await writeFile(join(journalFolder(), 'journal.json'), '{}');
}

describe('a snapshot', () => {
  it('is a copy of the journal, taken once a day', async () => {
    await write('morning');
    await takeSnapshot(storeFolder, day(1));
    await write('evening');
    await takeSnapshot(storeFolder, day(1) + 3_600_000);
    expect(await copies()).toEqual(['2026-10-01']);
    expect(await readFile(join(storeFolder, 'snapshots/2026-10-01/1.ndjson'), 'utf8')).toBe('morning');
  });

  it('gives way to the newest five', async () => {
    for (let number = 1; number <= 8; number += 1) {
      await write('x'.repeat(100 + number));
      await takeSnapshot(storeFolder, day(number));
    }
    expect(await copies()).toEqual(['2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08']);
  });

  it('of a journal that has lost more than half drives out none of the older', async () => {
    for (let number = 1; number <= 5; number += 1) {
      await write('x'.repeat(1000));
      await takeSnapshot(storeFolder, day(number));
    }
    await write('x'.repeat(400));
    await takeSnapshot(storeFolder, day(6));
    expect(await copies()).toHaveLength(6);
  });

  it('of a store without a journal is not taken', async () => {
    expect(await takeSnapshot(storeFolder, day(1))).toEqual({ ok: true, value: undefined });
    expect(await readdir(storeFolder)).toEqual([]);
  });

  it('that cannot be written says so and leaves nothing behind', async () => {
    await write('morning');
    await writeFile(join(storeFolder, 'snapshots'), 'a file where the folder should be');
    expect(await takeSnapshot(storeFolder, day(1))).toEqual({ ok: false, error: { kind: 'not-writable' } });
  });
});

describe('a journal that is gone', () => {
  it('is put back from the newest copy, without its identity', async () => {
    await write('Monday');
    await takeSnapshot(storeFolder, day(1));
    await write('Tuesday');
    await takeSnapshot(storeFolder, day(2));
    await rm(journalFolder(), { recursive: true });
    await restoreLostJournal(storeFolder);
    expect(await readdir(journalFolder())).toEqual(['1.ndjson']);
    expect(await readFile(join(journalFolder(), '1.ndjson'), 'utf8')).toBe('Tuesday');
    expect(await copies()).toEqual(['2026-10-01', '2026-10-02']);
  });

  it('is not put back over one that is there', async () => {
    await write('Monday');
    await takeSnapshot(storeFolder, day(1));
    await write('Tuesday');
    await restoreLostJournal(storeFolder);
    expect(await readFile(join(journalFolder(), '1.ndjson'), 'utf8')).toBe('Tuesday');
  });
});
