import { afterEach, beforeEach, expect, it } from 'vitest';
import { lamps, leaflet, papers, printedAmendmentOf, tides } from '../../tests/adversary/conference-papers';
import { keptFolder, openKept } from '../../tests/adversary/kept-store';
import type { KeptFolder } from '../../tests/adversary/kept-store';
import { addPapers, recordDecision } from './deeds';
import { findHallRecord } from './hall-record';
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

it('rules stand in what is printed beside motions, and in briefings', async () => {
  const { store } = opened;
  const orderPaper = { ...leaflet, dropped: ['If EM1 is lost, 10 falls.'] };
  const motion = { ...tides, dropped: ['If 2 is carried, EM1 falls.'] };
  await addPapers(store, { ...papers, motions: [motion, lamps], briefings: [orderPaper] });
  const { rules } = await findHallRecord(store, tides.conferenceId);
  expect(rules.map(({ printed }) => printed)).toEqual(['If 2 is carried, EM1 falls.', 'If EM1 is lost, 10 falls.']);
});

it('what was recorded in the hall comes before what is printed, on motions and on amendments', async () => {
  const { store } = opened;
  const amendment = printedAmendmentOf(tides, '2.1');
  const motion = { ...lamps, decision: { key: 'lost' as const } };
  await addPapers(store, { ...papers, motions: [tides, motion], amendments: [amendment] });
  expect((await findHallRecord(store, tides.conferenceId)).decided).toEqual([{ number: 'EM1', decision: 'lost' }]);
  await recordDecision(store, { recordId: lamps.id, motionId: lamps.id, decision: { key: 'remitted' } });
  await recordDecision(store, { recordId: amendment.id, motionId: tides.id, decision: { key: 'carried' } });
  const { decided } = await findHallRecord(store, tides.conferenceId);
  expect(decided).toEqual([
    { number: 'EM1', decision: 'remitted' },
    { number: '2.1', decision: 'carried' },
  ]);
});
