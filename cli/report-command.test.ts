import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../electron/keep/folder';
import { keepOfficial } from '../electron/keep/official';
import { store } from '../electron/keep/store';
import { deedOf } from '../shared/journal/entry';
import type { JournalDeed } from '../shared/desktop-contract';
import { conference, papers, tides } from '../tests/adversary/conference-papers';
import { accept, bundleOf, motionOf, openOffice, recordsOf } from '../tests/adversary/conference-office';
import { mandateId, noteId } from '../shared/ids';
import { dispatch } from './dispatch';
import { exportCommand } from './export-command';
import { reportCommand } from './report-command';

const world = { now: () => Date.UTC(2027, 5, 22), newId: randomUUID };
let folder: string;
const inFolder = (name: string): string => join(folder, name);

async function rostrum(...words: readonly string[]) {
  let out = '';
  let err = '';
  const code = await dispatch(words, [exportCommand, reportCommand], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async () => readFile(inFolder('data.json')),
  });
  return { code, out, err };
}

const deeds: readonly JournalDeed[] = [
  deedOf('conference.set', conference.id, conference),
  ...papers.motions.map((motion) => deedOf('motion.set', motion.id, motion)),
  ...papers.amendments.map((amendment) => deedOf('amendment.set', amendment.id, amendment)),
  deedOf('note.set', 'n1', {
    id: noteId('n1'),
    motionId: tides.id,
    baseVersion: tides.text.id,
    body: 'Ask the pilots.',
    savedAt: 1,
  }),
  deedOf('note.set', 'n2', {
    id: noteId('n2'),
    motionId: tides.id,
    baseVersion: tides.text.id,
    body: 'Thought better of it.',
    savedAt: 1,
  }),
  deedOf('note.remove', 'n2'),
  deedOf('mandate.set', tides.id, { id: mandateId(tides.id), motionId: tides.id, position: 'support' }),
  deedOf('decision.set', tides.id, { key: 'lost', motionId: tides.id, recordedAt: 2 }),
];

/** A data folder as the app leaves it: a journal, and an office's papers as received. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-report-'));
  const office = await openOffice();
  const id = office.founded.conference;
  const bundle = await accept(
    await bundleOf(office, recordsOf([motionOf(id, 'm7', 'On lamps', 'They are dim.')])),
    undefined,
  );
  const data = await openFolder(inFolder('data'), randomUUID);
  if (!data.ok) throw new Error(data.error.kind);
  const own = store(data.value, 'own', world);
  const journal = await own.journal();
  if (!journal.ok) throw new Error(journal.error.kind);
  const { roots, objects, head } = bundle.received;
  await keepOfficial(own.folder, { conference: id, roots: [...roots], objects: [...objects], head });
  const applied = deedOf('official.applied', id, { version: bundle.version, head: bundle.headHash });
  const official = { id: noteId('n3'), motionId: bundle.papers.motions[0]?.id ?? tides.id, baseVersion: tides.text.id };
  const note = deedOf('note.set', 'n3', { ...official, body: 'Bring a lamp.', savedAt: 3 });
  const appended = await journal.value.append([...deeds, applied, note]);
  expect(appended.ok).toBe(true);
  await own.close();
  await data.value.close();
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('rostrum export', () => {
  it('writes everything in the folder, and nothing that was removed', async () => {
    const answer = await rostrum('export', '--data', inFolder('data'), '--out', inFolder('data.json'), '--json');
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(answer.out)).toMatchObject({
      motions: 5,
      amendments: 2,
      notes: 2,
      mandates: 1,
      decisions: 1,
      lostOfficial: [],
    });
    const written = await readFile(inFolder('data.json'), 'utf8');
    expect(written).toContain('Ask the pilots.');
    expect(written).not.toContain('Thought better of it.');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    ['no folder', ['--data', '/nowhere/at/all', '--out', '-'], 1, 'holds no papers of Rostrum'],
    ['no sample', ['--data', '.', '--out', '-', '--sample'], 1, 'holds no sample conference of Rostrum'],
    ['no place to write', ['--data', '.'], 2, 'Say where to write with --out FILE.'],
  ])('refuses %s', async (_name, words, code, sentence) => {
    const answer = await rostrum('export', ...words);
    expect(answer).toMatchObject({ code, out: '' });
    expect(answer.err).toContain(sentence);
  });

  it('refuses while Rostrum has the folder open', async () => {
    const held = await openFolder(inFolder('data'), randomUUID);
    const answer = await rostrum('export', '--data', inFolder('data'), '--out', '-');
    expect(answer.err).toContain('Close it, then try again.');
    if (held.ok) await held.value.close();
  });
});

describe('rostrum report', () => {
  const report = async (format: string, ...words: readonly string[]): Promise<string> => {
    const out = inFolder(`report.${format}`);
    const answer = await rostrum('report', inFolder('data.json'), '--format', format, '--out', out, ...words);
    expect(answer).toMatchObject({ code: 0, err: `${out} is written.\n` });
    return readFile(out, 'latin1');
  };

  it.each([
    ['md', '# Report back from 2 conferences'],
    ['html', '<!doctype html>'],
    ['csv', '"Conference","Motion","Subject"'],
    ['txt', 'Report back from 2 conferences\n===='],
    ['json', '"format": "rostrum-report"'],
  ])('writes %s with every conference in it', async (format, start) => {
    const text = await report(format);
    expect(text).toContain(start);
    expect(text).toContain('Working with the tides');
    expect(text).toContain('On lamps');
    expect(text).toContain('Ask the pilots.');
    expect(text).toContain('Bring a lamp.');
  });

  it('keeps to one conference, to what is ours, and leaves notes out, when told', async () => {
    const text = await report('txt', '--conference', 'harbour', '--motions', 'ours', '--without-notes');
    expect(text).toMatch(/^Report back: Harbour Workers 2027\n/);
    expect(text).toContain('our mandate: support; conference: lost');
    expect(text).not.toContain('Safe cranes');
    expect(text).not.toContain('Ask the pilots.');
  });

  it('reads the data from standard input and writes to standard output', async () => {
    const answer = await rostrum('report', '-', '--format', 'md', '--out', '-');
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out).toMatch(/^# Report back/);
  });

  it('prints PDF', async () => {
    expect(await report('pdf')).toMatch(/^%PDF-/);
  });

  it.each([
    [
      'a format that is not written yet',
      ['--format', 'docx', '--out', 'x'],
      1,
      'The formats are md|html|pdf|csv|txt|json.',
    ],
    [
      'an unknown conference',
      ['--format', 'md', '--out', 'x', '--conference', 'Moon'],
      1,
      'It holds “Harbour Workers 2027”',
    ],
    ['a folder that is not there', ['--format', 'md', '--out', '/nowhere/at/all/x'], 1, 'its folder is not there'],
    ['no format', ['--out', 'x'], 2, 'Say which format'],
    ['no place to write', ['--format', 'md'], 2, 'Say where to write'],
    ['PDF on standard output', ['--format', 'pdf', '--out', '-'], 2, 'name a file'],
  ])('refuses %s', async (_name, words, code, sentence) => {
    const answer = await rostrum('report', inFolder('data.json'), ...words);
    expect(answer).toMatchObject({ code, out: '' });
    expect(answer.err).toContain(sentence);
  });

  it.each([
    ['another file', '{"format":"other"}', 'not-data-file'],
    ['a newer one', '{"format":"rostrum-data","version":9}', 'newer-version'],
    ['a damaged one', '{"format":"rostrum-data","version":1}', 'malformed'],
  ])('refuses %s by name', async (_name, text, kind) => {
    await writeFile(inFolder('bad.json'), text);
    const answer = await rostrum('report', inFolder('bad.json'), '--format', 'md', '--out', 'x', '--json');
    expect(answer.code).toBe(1);
    expect(JSON.parse(answer.out)).toMatchObject({ error: { kind } });
  });

  it('refuses a file that is not there', async () => {
    const answer = await rostrum('report', inFolder('none.json'), '--format', 'md', '--out', 'x');
    expect(answer).toMatchObject({ code: 1, err: `There is no file ${inFolder('none.json')}.\n` });
  });
});
