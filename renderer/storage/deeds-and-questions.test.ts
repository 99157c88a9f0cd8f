import { keptFolder, openKept } from '../../tests/adversary/kept-store';
import type { KeptFolder } from '../../tests/adversary/kept-store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conference, cranes, lamps, leaflet, motionOf, papers, tides } from '../../tests/adversary/conference-papers';
import { officialId } from '../../shared/bundle/official-ids';
import { amendmentId, clauseId, conferenceId, motionId } from '../../shared/ids';
import {
  addPapers,
  clearDecision,
  clearMandate,
  linkBriefing,
  recordDecision,
  removeAmendment,
  removeBriefing,
  removeMotion,
  removeNote,
  saveAmendment,
  saveMandate,
  saveNote,
  unlinkBriefing,
} from './deeds';
import {
  findBriefing,
  findDecision,
  findMandate,
  findMotion,
  findNumberedAmendments,
  findTextVersion,
  listAllNotes,
  listAmendments,
  listBriefings,
  listConferences,
  listLinkedBriefings,
  listLinkedMotions,
  listMotions,
  listNotes,
  listOwnAmendments,
  loadForReport,
} from './questions';
import type { OpenedStore, Store } from './store';

let folder: KeptFolder;
let opened: OpenedStore;
let store: Store;

beforeEach(async () => {
  folder = await keptFolder();
  opened = await openKept(await folder.start());
  store = opened.store;
});

afterEach(async () => {
  opened.close();
  await folder.remove();
});

const draftOn = (motion: typeof tides) => ({
  conferenceId: motion.conferenceId,
  motionId: motion.id,
  standing: 'draft' as const,
  submittedBy: [],
  baseVersion: motion.text.id,
  operations: [{ kind: 'insert' as const, clause: clauseId('c1'), at: 0, text: 'Again: ' }],
});
const printedOn = (motion: typeof tides) => ({
  ...draftOn(motion),
  id: amendmentId('printed-late'),
  origin: 'delegate' as const,
  standing: 'published' as const,
  savedAt: 0,
});
const noteOn = (motion: typeof tides, body: string) => ({ motionId: motion.id, baseVersion: motion.text.id, body });

describe('papers that were brought in', () => {
  beforeEach(async () => {
    expect(await addPapers(store, papers)).toEqual({ ok: true, value: { isShown: true } });
  });

  it('are listed as the agenda numbers them', async () => {
    const motions = await listMotions(store, conference.id);
    expect(motions.map((motion) => motion.number)).toEqual(['2', '10', 'A', 'EM1']);
    expect(await listMotions(store, 'another-conference')).toEqual([]);
  });

  it('come back as they were, text and all', async () => {
    expect(await findMotion(store, tides.id)).toEqual(tides);
    expect(await listConferences(store)).toEqual([conference]);
    expect(await findBriefing(store, leaflet.id)).toEqual(leaflet);
    expect(await listBriefings(store, conference.id)).toEqual([leaflet]);
  });

  it('are null when they are not there', async () => {
    expect(await findMotion(store, 'motion-99')).toBeNull();
    expect(await findTextVersion(store, tides.id, 't0')).toBeNull();
    expect(await findDecision(store, tides.id)).toBeNull();
    expect(await findMandate(store, tides.id)).toBeNull();
    expect(await loadForReport(store, 'another-conference')).toBeNull();
  });

  it('keep the amendments of the papers apart from the delegate’s own', async () => {
    const saved = await saveAmendment(store, draftOn(tides));
    const { printed, own } = await listAmendments(store, tides.id);
    expect(printed.map((amendment) => amendment.number)).toEqual(['2.2', '2.10']);
    expect(own).toEqual([saved.ok ? saved.value.record : 'not saved']);
    expect(await listOwnAmendments(store, conference.id)).toEqual(own);
    const summary = (await listMotions(store, conference.id)).find(({ id }) => id === tides.id);
    expect(summary).toMatchObject({ amendmentCount: 2, ownAmendmentCount: 1 });
  });

  it('have their amendments found by how the printed number begins', async () => {
    const numbersOf = async (...beginnings: readonly string[]) =>
      (await findNumberedAmendments(store, conference.id, beginnings)).map(({ number }) => number);
    await saveAmendment(store, draftOn(tides));
    await addPapers(store, { motions: [], amendments: [{ ...printedOn(tides), number: 'EM1.1' }], briefings: [] });
    expect(await numbersOf('2.')).toEqual(['2.2', '2.10']);
    expect(await numbersOf('2.1')).toEqual(['2.10']);
    expect(await numbersOf('em1', 'em 1')).toEqual(['EM1.1']);
    expect(await numbersOf('10')).toEqual([]);
    expect(await numbersOf()).toEqual([]);
    expect(await findNumberedAmendments(store, 'another-conference', ['2.'])).toEqual([]);
  });

  it('show the decision seen in the hall before the one on the paper, and that one again when it is cleared', async () => {
    const printed = { ...cranes, decision: { key: 'lost' as const } };
    await addPapers(store, { motions: [printed], amendments: [], briefings: [] });
    await recordDecision(store, { recordId: cranes.id, motionId: cranes.id, decision: { key: 'carried' } });
    const shown = async () => (await listMotions(store, conference.id)).find(({ id }) => id === cranes.id);
    expect(await shown()).toMatchObject({ decision: { key: 'carried' }, isDecisionRecorded: true });
    expect(await findDecision(store, cranes.id)).toMatchObject({ key: 'carried', recordedAt: 1_800_000_000_000 });
    await clearDecision(store, cranes.id);
    expect(await shown()).toMatchObject({ decision: { key: 'lost' }, isDecisionRecorded: false });
  });

  it('have one mandate each, whichever was saved last', async () => {
    await saveMandate(store, { motionId: tides.id, position: 'oppose' });
    await saveMandate(store, { motionId: tides.id, position: 'support', remark: 'Branch meeting, May' });
    expect(await findMandate(store, tides.id)).toMatchObject({ position: 'support', remark: 'Branch meeting, May' });
    expect((await listMotions(store, conference.id))[0]?.mandate).toBe('support');
    await clearMandate(store, tides.id);
    expect(await findMandate(store, tides.id)).toBeNull();
  });

  it('are linked to briefings both ways, once, until unlinked', async () => {
    await linkBriefing(store, tides.id, leaflet.id);
    await linkBriefing(store, tides.id, leaflet.id);
    await linkBriefing(store, cranes.id, leaflet.id);
    expect(await listLinkedBriefings(store, tides.id)).toEqual([leaflet]);
    expect((await listLinkedMotions(store, leaflet.id)).map(({ number }) => number)).toEqual(['2', '10']);
    await unlinkBriefing(store, tides.id, leaflet.id);
    expect(await listLinkedBriefings(store, tides.id)).toEqual([]);
    await removeBriefing(store, leaflet.id);
    expect(await listLinkedMotions(store, leaflet.id)).toEqual([]);
    expect(await findBriefing(store, leaflet.id)).toBeNull();
  });

  it('keep the text that a draft was written on when the motion is brought in anew', async () => {
    await saveAmendment(store, draftOn(tides));
    const again = motionOf('2', 'Working with the tides', ['Shifts follow the tide tables.', 'Rest does not.']);
    await addPapers(store, { motions: [again], amendments: [], briefings: [] });
    expect(await findMotion(store, tides.id)).toEqual(again);
    expect(await findTextVersion(store, tides.id, tides.text.id)).toEqual(tides.text);
    expect((await loadForReport(store, conference.id))?.earlierTexts).toEqual([tides.text]);
  });

  it('give a report everything of their conference and nothing of another', async () => {
    const strike = { ...motionOf('1', 'Elsewhere', ['Another hall.']), conferenceId: conferenceId('elsewhere') };
    await addPapers(store, { motions: [strike], amendments: [], briefings: [] });
    await saveNote(store, noteOn(tides, 'Ask the mover'));
    await saveNote(store, noteOn(strike, 'Not for this report'));
    await linkBriefing(store, tides.id, leaflet.id);
    const report = await loadForReport(store, conference.id);
    expect(report?.motions.map(({ number }) => number)).toEqual(['2', '10', 'A', 'EM1']);
    expect(report?.notes.map(({ body }) => body)).toEqual(['Ask the mover']);
    expect(report?.links).toHaveLength(1);
    expect(report?.amendments).toHaveLength(2);
    expect(report?.earlierTexts).toEqual([]);
  });

  it('go with everything that hangs on them', async () => {
    await saveNote(store, noteOn(tides, 'Gone too'));
    await saveAmendment(store, draftOn(tides));
    await saveMandate(store, { motionId: tides.id, position: 'support' });
    await recordDecision(store, { recordId: 'amendment-2.2', motionId: tides.id, decision: { key: 'fell' } });
    await linkBriefing(store, tides.id, leaflet.id);
    await removeMotion(store, tides.id);
    expect(await findMotion(store, tides.id)).toBeNull();
    expect(await listNotes(store, tides.id)).toEqual([]);
    expect(await listAmendments(store, tides.id)).toEqual({ printed: [], own: [] });
    expect(await findMandate(store, tides.id)).toBeNull();
    expect(await findDecision(store, 'amendment-2.2')).toBeNull();
    expect(await listLinkedMotions(store, leaflet.id)).toEqual([]);
  });
});

describe('a note', () => {
  it('is found on its motion and in its conference, the last saved first, and is saved again in its place', async () => {
    await addPapers(store, papers);
    const saved = await saveNote(store, noteOn(tides, 'First'));
    const id = saved.ok ? saved.value.record.id : undefined;
    await saveNote({ ...store, now: () => 1_900_000_000_000 }, noteOn(lamps, 'Later'));
    expect((await listAllNotes(store, conference.id)).map(({ body }) => body)).toEqual(['Later', 'First']);
    await saveNote(store, { ...noteOn(tides, 'First, better'), ...(id === undefined ? {} : { id }) });
    expect((await listNotes(store, tides.id)).map(({ body }) => body)).toEqual(['First, better']);
    await removeNote(store, String(id));
    expect(await listNotes(store, tides.id)).toEqual([]);
  });
});

describe('a deed that may not be done', () => {
  it('is refused when it says a paper is the office’s, and nothing is kept', async () => {
    const forged = { ...tides, origin: 'office' as const };
    const answer = await addPapers(store, { motions: [cranes, forged], amendments: [], briefings: [] });
    expect(answer).toEqual({ ok: false, error: { kind: 'refused' } });
    expect(await listMotions(store, conference.id)).toEqual([]);
  });

  it('is refused when it would take the place of an official paper or remove it', async () => {
    const official = officialId(conferenceId(`c${'a'.repeat(26)}`), 'm1');
    const before = await store.database.meta.get('journal');
    const refused = { ok: false, error: { kind: 'refused' } };
    expect(await removeAmendment(store, official)).toEqual(refused);
    expect(await saveAmendment(store, { ...draftOn(tides), id: amendmentId(official) })).toEqual(refused);
    expect(await removeMotion(store, official)).toEqual(refused);
    const usurper = { ...cranes, id: motionId(official) };
    expect(await addPapers(store, { motions: [usurper], amendments: [], briefings: [] })).toEqual(refused);
    expect(await store.database.meta.get('journal')).toEqual(before);
  });
});
