// What an office puts together, on a real journal and a database like the browser's.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptFolder, openKept, type KeptFolder } from '../../tests/adversary/kept-store';
import { papers, tides } from '../../tests/adversary/conference-papers';
import type { ReleaseEntry } from '../../shared/bundle/release-entry';
import { addPapers } from './deeds';
import { listRelease, loadForRelease, nextFingerprint, putInRelease, restoreRelease, takeFromRelease } from './release';
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

it('its fingerprint is another as soon as a paper in it is', async () => {
  await putInRelease(opened.store, [chosen]);
  const before = await nextFingerprint(opened.store, conferenceId);
  const next = nextFingerprint(opened.store, conferenceId, before);
  await addPapers(opened.store, { motions: [{ ...tides, number: '99' }], amendments: [], briefings: [] });
  expect(await next).not.toBe(before);
});
