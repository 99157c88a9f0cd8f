import { beforeAll, expect, it } from 'vitest';
import {
  accept,
  amendmentOf,
  bundleOf,
  motionOf,
  openOffice,
  recordsOf,
} from '../../tests/adversary/conference-office';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { MergePlan } from '../../shared/merge/plan-merge';
import { planMerge } from '../../shared/merge/plan-merge';
import { joinOffer, sliceOffer } from './offer-slices';
import type { Offer } from './verify-office';

let first: VerifiedBundle;
let second: VerifiedBundle;

beforeAll(async () => {
  const office = await openOffice();
  const { conference } = office.founded;
  const motions = Array.from({ length: 80 }, (_, at) =>
    motionOf(conference, `m${at}`, `Lamps ${at}`, 'Let there be light.'),
  );
  const amendments = motions.map((motion, at) => amendmentOf(motion, `a${at}`, 'Above all, '));
  const unknown = { id: 'x1', kind: 'hologram', rev: 1, status: 'published' };
  const parts = await bundleOf(office, [...recordsOf(motions, amendments), unknown]);
  first = await accept(parts, undefined);
  const changed = motions.map((motion, at) =>
    at < 60 ? motionOf(conference, `m${at}`, `Lamps ${at}`, 'Light.') : motion,
  );
  const next = await bundleOf(office, [...recordsOf(changed.slice(3), amendments.slice(3)), unknown], {
    previous: first,
  });
  second = await accept({ ...next, objects: [...parts.objects, ...next.objects] }, first.state);
});

/** As it comes out at the page's end. */
function passed(offer: Offer): Offer {
  const { slices, outline } = sliceOffer(offer);
  return joinOffer(structuredClone(slices), structuredClone(outline));
}

it.each([
  ['a first version', () => planMerge({ motions: [], amendments: [] }, first), () => first],
  ['a version that changes and takes out', () => planMerge(first.papers, second), () => second],
  ['no news', () => planMerge({ motions: [], amendments: [] }, { ...first, isNews: false }), () => first],
] satisfies readonly [string, () => MergePlan, () => VerifiedBundle][])(
  '%s is whole again on the other side',
  (_, plan, bundle) => {
    const offer = { bundle: bundle(), plan: plan(), address: 'https://papers.example.org/' };
    const { address: _address, ...expected } = offer;
    expect(passed(offer)).toEqual(expected);
  },
);

it('no slice holds more than a chunk, or a few papers held here', () => {
  const { slices } = sliceOffer({ bundle: second, plan: planMerge(first.papers, second) });
  const held = slices.flatMap((slice) => (slice.kind === 'held' ? [slice] : []));
  expect(held.map(({ motions, amendments }) => [motions.length, amendments.length])).toEqual([
    [32, 3],
    [28, 0],
  ]);
  expect(slices.length - held.length).toBe(second.chunks.length);
});
