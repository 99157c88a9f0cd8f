// A disk that fills up at any byte of a write. The kernel's own limit on a file's size stands for it, because it needs
// no rights: a write up to the limit is cut short there, and one beyond it fails (setrlimit(2), RLIMIT_FSIZE).

import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, type Journal } from '../../electron/keep/journal';
import type { JournalDeed } from '../../shared/desktop-contract';

const note = (id: string): JournalDeed => ({ stream: 'self', t: 'note.set', id, val: { text: 'x'.repeat(150) } });

function limitFiles(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
}

let storeFolder = '';
beforeEach(async () => {
  storeFolder = await mkdtemp(join(tmpdir(), 'journal-full-'));
});
afterEach(async () => {
  limitFiles('unlimited');
  await rm(storeFolder, { recursive: true, force: true });
});

const file = (): string => join(storeFolder, 'journal', '1.ndjson');

async function open(): Promise<Journal> {
  const opened = await openJournal({ storeFolder, now: Date.now, newId: () => crypto.randomUUID() });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

async function ids(journal: Journal): Promise<readonly string[]> {
  const page = await journal.read(0, 5000);
  if (!page.ok) throw new Error(page.error.kind);
  return page.value.entries.map((entry) => entry.id);
}

const full = { ok: false, error: { kind: 'disk-full' } };

describe('a full disk', () => {
  it('at any point of an append takes nothing, says so, and takes everything once there is room', async () => {
    const journal = await open();
    await journal.append([note('n0')]);
    const { size } = await stat(file());
    const kept = ['n0'];
    for (let point = 0; point < 40; point += 1) {
      const before = await readFile(file());
      limitFiles(before.length + Math.floor((point * 2 * size) / 40));
      expect(await journal.append([note('lost'), note('lost')])).toEqual(full);
      expect((await readFile(file())).equals(before)).toBe(true);
      limitFiles('unlimited');
      expect(await journal.append([note(`n${point + 1}`)])).toMatchObject({ ok: true });
      kept.push(`n${point + 1}`);
    }
    expect(await ids(journal)).toEqual(kept);
    await journal.close();
    const again = await open();
    expect(await ids(again)).toEqual(kept);
    await again.close();
  });

  it('from the first byte on lets the journal be opened, and be written once there is room', async () => {
    limitFiles(0);
    const journal = await open();
    expect(await ids(journal)).toEqual([]);
    expect(await journal.append([note('n1')])).toEqual(full);
    limitFiles('unlimited');
    expect(await journal.append([note('n1')])).toMatchObject({ ok: true });
    await journal.close();
    const again = await open();
    expect(await ids(again)).toEqual(['n1']);
    await again.close();
  });

  it('does not keep anybody from reading a journal that a crash has torn', async () => {
    const before = await open();
    await before.append([note('n1')]);
    await before.append([note('n2')]);
    await before.close();
    const bytes = await readFile(file());
    execFileSync('truncate', ['--size', String(bytes.length - 20), file()]);
    limitFiles(0);
    const journal = await open();
    expect(await ids(journal)).toEqual(['n1']);
    limitFiles('unlimited');
    expect(await journal.append([note('n3')])).toMatchObject({ ok: true });
    expect(await ids(journal)).toEqual(['n1', 'n3']);
    await journal.close();
  });
});
