// What an office puts together, on a real journal and a database like the browser's.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptFolder, openKept, type KeptFolder } from '../../tests/adversary/kept-store';
import { papers, tides } from '../../tests/adversary/conference-papers';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import { addPapers, recordDecision, saveNote } from './deeds';
import {
  listRelease,
  loadForRelease,
  loadNamedPapers,
  putInRelease,
  restoreRelease,
  takeFromRelease,
  watchRelease,
  type ReleasePart,
} from './release';
import type { OpenedStore } from './store';

let folder: KeptFolder;
let opened: OpenedStore;

beforeEach(async () => {
  folder = await keptFolder();
  opened = await openKept(await folder.start());
  await addPapers(opened.store, papers);
});

afterEach(async () => {
  opened.close();
  await folder.remove();
});

const conferenceId = `c${'a'.repeat(26)}`;
const chosen: ReleaseEntry = { kind: 'motion', conferenceId, record: 'm1', paper: tides.id };
const withdrawn: ReleaseEntry = { kind: 'withdrawn', conferenceId, record: 'm1' };

it('one entry stands for a record: the last that was put in', async () => {
  await putInRelease(opened.store, [chosen]);
  await putInRelease(opened.store, [withdrawn]);
  expect(await listRelease(opened.store, conferenceId)).toEqual([withdrawn]);
  expect(await listRelease(opened.store, `c${'b'.repeat(26)}`)).toEqual([]);
});

it('undoing puts back what was there, and takes away what was not', async () => {
  await putInRelease(opened.store, [chosen]);
  const note: ReleaseEntry = { kind: 'note', conferenceId, record: 'note', text: 'Report 2' };
  await putInRelease(opened.store, [withdrawn, note]);
  await restoreRelease(opened.store, [withdrawn, note], [chosen]);
  expect(await listRelease(opened.store, conferenceId)).toEqual([chosen]);
});

it('what is taken back is not in the version', async () => {
  await putInRelease(opened.store, [chosen]);
  await takeFromRelease(opened.store, [chosen]);
  expect(await listRelease(opened.store, conferenceId)).toEqual([]);
});

it('a whole agenda goes in, in its order of records', async () => {
  const many = Array.from({ length: 150 }, (_, at): ReleaseEntry => ({ ...chosen, record: `m${at}` }));
  expect(await putInRelease(opened.store, many)).toMatchObject({ ok: true });
  expect(await listRelease(opened.store, conferenceId)).toHaveLength(150);
});

it('the version is made of the papers as they are now', async () => {
  await putInRelease(opened.store, [chosen]);
  const { motions, entries } = await loadForRelease(opened.store, conferenceId);
  expect(entries).toEqual([chosen]);
  expect([...motions.values()]).toEqual([tides]);
});

it('says which part of the version a deed changes, and of other deeds nothing', async () => {
  const heard: ReleasePart[] = [];
  const stop = watchRelease(opened.store, (parts) => heard.push(...parts));
  await putInRelease(opened.store, [chosen]);
  expect(heard.splice(0)).toEqual(['entries']);
  await addPapers(opened.store, { motions: [{ ...tides, number: '99' }], amendments: [], briefings: [] });
  expect(new Set(heard.splice(0))).toEqual(new Set(['papers']));
  await recordDecision(opened.store, { recordId: tides.id, motionId: tides.id, decision: { key: 'carried' } });
  expect(heard.splice(0)).toEqual(['decisions']);
  await saveNote(opened.store, { motionId: tides.id, baseVersion: tides.text.id, body: 'Ask who counts.' });
  expect(heard).toEqual([]);
  stop();
  await takeFromRelease(opened.store, [chosen]);
  expect(heard).toEqual([]);
});

it('reads no paper again that is known', async () => {
  const known = { motions: new Map([[String(tides.id), { ...tides, number: 'as known' }]]), amendments: new Map() };
  const { motions } = await loadNamedPapers(opened.store, [chosen], known);
  expect(motions.get(tides.id)?.number).toBe('as known');
});
