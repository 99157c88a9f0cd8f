import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  accept,
  amendmentOf,
  bundleOf,
  motionOf,
  openOffice,
  recordsOf,
  type Office,
} from '../../tests/adversary/conference-office';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import { amendmentId, conferenceId, motionId } from '../ids';
import type { Motion } from '../motion/motion';
import { describeMerge } from './describe-merge';
import { changesNothing, planMerge, type HeldPapers, type MergePlan } from './plan-merge';

let office: Office;
let first: VerifiedBundle;
let second: VerifiedBundle;

const nothing: HeldPapers = { motions: [], amendments: [] };

/** What is held once a plan is applied, in the way the app applies it. */
function applied(held: HeldPapers, plan: MergePlan): HeldPapers {
  const after = <Paper extends { readonly id: string }>(
    papers: readonly Paper[],
    {
      added,
      updated,
      removed,
    }: { added: readonly Paper[]; updated: readonly { after: Paper }[]; removed: readonly Paper[] },
  ): Paper[] => {
    const rows = new Map(papers.map((paper) => [paper.id, paper]));
    for (const { id } of removed) rows.delete(id);
    for (const paper of [...added, ...updated.map((change) => change.after)]) rows.set(paper.id, paper);
    return [...rows.values()];
  };
  return { motions: after(held.motions, plan.motions), amendments: after(held.amendments, plan.amendments) };
}

beforeAll(async () => {
  office = await openOffice();
  const { conference } = office.founded;
  const lamps = motionOf(conference, 'm1', 'Lamps', 'Conference notes the dark.');
  const oil = motionOf(conference, 'm2', 'Oil', 'Conference notes the price.');
  const wicks = motionOf(conference, 'm3', 'Wicks', 'Conference notes the shortage.');
  first = await accept(
    await bundleOf(office, recordsOf([lamps, oil, wicks], [amendmentOf(lamps, 'a1', 'Now ')])),
    undefined,
  );
  const changed = motionOf(conference, 'm1', 'Lamps', 'Conference notes the dusk.');
  const withdrawn: Motion = { ...oil, decision: { key: 'withdrawn' } };
  const carried: Motion = { ...wicks, decision: { key: 'carried' } };
  const next = await bundleOf(office, recordsOf([changed, withdrawn, carried, motionOf(conference, 'm4', 'Glass')]), {
    previous: first,
    isMassRemovalMeant: true,
  });
  second = await accept({ ...next, objects: [...first.received.objects, ...next.objects] }, first.state);
});

describe('merging a bundle', () => {
  it('adds everything at first', () => {
    const plan = planMerge(nothing, first);
    expect(plan.motions.added.map((motion) => motion.number)).toEqual(['1', '2', '3']);
    expect(plan.amendments.added.map((amendment) => amendment.number)).toEqual(['1']);
    expect(plan.title).toEqual({
      id: office.founded.conference,
      title: 'National Conference 2027',
      organisation: 'Union of Lamplighters',
    });
  });

  it('says what changed, was decided, withdrawn, added and removed', () => {
    const held = applied(nothing, planMerge(nothing, first));
    const { changes, counts, isMassRemoval } = describeMerge(planMerge(held, second));
    expect(changes.map(({ kind, paper, number }) => `${paper} ${number} ${kind}`).sort()).toEqual([
      'amendment 1 removed',
      'motion 1 text-changed',
      'motion 2 withdrawn',
      'motion 3 decided',
      'motion 4 added',
    ]);
    expect(counts).toContainEqual({ paper: 'motion', kind: 'withdrawn', count: 1 });
    expect(isMassRemoval).toBe(true);
  });

  it('twice is merging it once', async () => {
    const held = applied(nothing, planMerge(nothing, first));
    const again = planMerge(held, first);
    expect(changesNothing(again)).toBe(true);
    expect(again.motions.unchanged).toEqual(held.motions);
    expect(again.motions.unchanged[0]).toBe(held.motions[0]);
  });

  it('that is no news changes nothing, though it lists no papers', () => {
    const held = applied(nothing, planMerge(nothing, first));
    const empty: VerifiedBundle = {
      ...first,
      isNews: false,
      papers: { motions: [], amendments: [], sessions: [], unknown: [] },
    };
    expect(changesNothing(planMerge(held, empty))).toBe(true);
  });

  it('keeps the address the delegate connected to', () => {
    const id = office.founded.conference;
    const held: HeldPapers = { ...nothing, conference: { id, title: 'Old title', address: 'https://papers.example' } };
    expect(planMerge(held, first).title).toMatchObject({
      title: 'National Conference 2027',
      address: 'https://papers.example',
    });
  });

  it('never has the delegate’s own papers, nor another conference’s, in its plan', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.constantFrom('m1', 'm9'), (isOwn, isElsewhere, name) => {
        fc.pre(isOwn || isElsewhere);
        const elsewhere = conferenceId(`c${'z'.repeat(26)}`);
        const conference = isElsewhere ? elsewhere : office.founded.conference;
        const motion: Motion = {
          ...motionOf(conference, name, 'Mine'),
          id: motionId(`${office.founded.conference}.${name}`),
          origin: isOwn ? 'delegate' : 'office',
        };
        const draft = { ...amendmentOf(motion, 'a1', 'Mine'), id: amendmentId('mine'), origin: motion.origin };
        const { motions, amendments } = planMerge({ motions: [motion], amendments: [draft] }, second);
        for (const plan of [motions, amendments]) {
          expect([...plan.updated, ...plan.removed, ...plan.unchanged]).toEqual([]);
        }
      }),
      { seed: 2027 },
    );
  });
});
