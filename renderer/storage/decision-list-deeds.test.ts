import { afterEach, beforeEach, expect, it } from 'vitest';
import { papers, lamps, tides } from '../../tests/adversary/conference-papers';
import { keptFolder, openKept } from '../../tests/adversary/kept-store';
import type { KeptFolder } from '../../tests/adversary/kept-store';
import { recordDecisionList, takeBackDecisionList } from './decision-list-deeds';
import { addPapers, recordDecision } from './deeds';
import { findDecision, listNotes } from './questions';
import type { OpenedStore } from './store';

let folder: KeptFolder;
let opened: OpenedStore;

beforeEach(async () => {
  folder = await keptFolder();
  opened = await openKept(await folder.start());
});

afterEach(async () => {
  opened.close();
  await folder.remove();
});

it('a list of decisions is recorded at once, and taken back to what was recorded before', async () => {
  const { store } = opened;
  await addPapers(store, papers);
  await recordDecision(store, {
    recordId: tides.id,
    motionId: tides.id,
    decision: { key: 'remitted', reason: 'to the board' },
  });
  const before = await findDecision(store, tides.id);
  const position = { motionId: lamps.id, baseVersion: lamps.text.id, body: 'Position: Support' };
  const recorded = await recordDecisionList(store, {
    decisions: [tides, lamps].map(({ id }) => ({ recordId: id, motionId: id, decision: { key: 'carried' as const } })),
    notes: [position],
  });
  expect(recorded.ok).toBe(true);
  expect((await findDecision(store, tides.id))?.key).toBe('carried');
  expect((await listNotes(store, lamps.id)).map(({ body }) => body)).toEqual(['Position: Support']);
  if (recorded.ok) await takeBackDecisionList(store, recorded.value.record);
  expect(await findDecision(store, tides.id)).toEqual(before);
  expect(await findDecision(store, lamps.id)).toBeNull();
  expect(await listNotes(store, lamps.id)).toEqual([]);
});
