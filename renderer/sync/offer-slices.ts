// An offer cut into pieces that each pass from a worker to the page in a moment, and put together again there. All at
// once, the papers of a large conference would keep the page from answering while they are copied.

import type { Amendment } from '../../shared/amendment/amendment';
import { present } from '../../shared/assert';
import { officialId } from '../../shared/bundle/official-ids';
import type { OfficialRecord } from '../../shared/bundle/records';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { StoredObject, VerifiedChunk } from '../../shared/bundle/verify-objects';
import type { KindPlan, MergePlan } from '../../shared/merge/plan-merge';
import type { Motion } from '../../shared/motion/motion';
import type { Offer } from './verify-office';

/** A chunk, as received if it came just now, and the papers in it; or some papers held here that would not stay. */
export type OfferSlice =
  | {
      readonly kind: 'chunk';
      readonly chunk: VerifiedChunk;
      readonly received: readonly StoredObject[];
      readonly motions: readonly Motion[];
      readonly amendments: readonly Amendment[];
      readonly unknown: readonly OfficialRecord[];
    }
  | { readonly kind: 'held'; readonly motions: readonly Motion[]; readonly amendments: readonly Amendment[] };

/** A plan of one kind of papers by their ids. */
type KindOutline = Readonly<Record<keyof KindPlan<never>, readonly string[]>>;

/** All of an offer but its chunks and papers. */
export type OfferOutline = {
  readonly bundle: Omit<VerifiedBundle, 'chunks' | 'papers'> & {
    readonly papers: Pick<VerifiedBundle['papers'], 'conference'>;
  };
  readonly plan: Omit<MergePlan, 'motions' | 'amendments'> & {
    readonly motions: KindOutline;
    readonly amendments: KindOutline;
  };
};

const papersInSlice = 32;

/** The slices of an offer, chunks in their order, and the outline that holds the rest. */
export function sliceOffer({ bundle, plan }: Offer): {
  readonly slices: readonly OfferSlice[];
  readonly outline: OfferOutline;
} {
  const { chunks, papers, received, ...rest } = bundle;
  const objects = new Map(received.objects.map((object) => [object.sha256, object]));
  const motions = byId(papers.motions);
  const amendments = byId(papers.amendments);
  const unknown = new Set(papers.unknown);
  const slices = chunks.map((chunk): OfferSlice => {
    const ids = chunk.records.map((record) => officialId(bundle.conference.id, record.id));
    const object = objects.get(chunk.entry.sha256);
    objects.delete(chunk.entry.sha256);
    return {
      kind: 'chunk',
      chunk,
      received: object === undefined ? [] : [object],
      motions: found(ids, motions),
      amendments: found(ids, amendments),
      unknown: chunk.records.filter((record) => unknown.has(record)),
    };
  });
  const { conference } = papers;
  return {
    slices: [...slices, ...heldSlices(plan)],
    outline: {
      bundle: {
        ...rest,
        papers: conference === undefined ? {} : { conference },
        received: { ...received, objects: [...objects.values()] },
      },
      plan: { ...plan, motions: outlineOf(plan.motions), amendments: outlineOf(plan.amendments) },
    },
  };
}

/** The offer whose slices, in their order, and outline these are. Papers that stay are those of the bundle. */
export function joinOffer(slices: readonly OfferSlice[], { bundle, plan }: OfferOutline): Offer {
  const chunks = slices.flatMap((slice) => (slice.kind === 'chunk' ? [slice] : []));
  const held = slices.flatMap((slice) => (slice.kind === 'held' ? [slice] : []));
  const motions = chunks.flatMap((slice) => slice.motions);
  const amendments = chunks.flatMap((slice) => slice.amendments);
  const arrived = chunks.flatMap((slice) => slice.received);
  return {
    bundle: {
      ...bundle,
      papers: { ...bundle.papers, motions, amendments, unknown: chunks.flatMap((slice) => slice.unknown) },
      chunks: chunks.map(({ chunk }) => chunk),
      received: { ...bundle.received, objects: [...bundle.received.objects, ...arrived] },
    },
    plan: {
      ...plan,
      motions: planOf(
        plan.motions,
        motions,
        held.flatMap((slice) => slice.motions),
      ),
      amendments: planOf(
        plan.amendments,
        amendments,
        held.flatMap((slice) => slice.amendments),
      ),
    },
  };
}

function heldSlices({ motions, amendments }: MergePlan): readonly OfferSlice[] {
  const goingMotions = goingOf(motions);
  const goingAmendments = goingOf(amendments);
  const slices: OfferSlice[] = [];
  for (let at = 0; at < Math.max(goingMotions.length, goingAmendments.length); at += papersInSlice) {
    const end = at + papersInSlice;
    slices.push({ kind: 'held', motions: goingMotions.slice(at, end), amendments: goingAmendments.slice(at, end) });
  }
  return slices;
}

/** The papers held here that would be replaced or taken out. */
function goingOf<Paper>({ updated, removed }: KindPlan<Paper>): readonly Paper[] {
  return [...updated.map(({ before }) => before), ...removed];
}

type Named = { readonly id: string };

function outlineOf({ added, updated, removed, unchanged }: KindPlan<Named>): KindOutline {
  const ids = (papers: readonly Named[]): readonly string[] => papers.map((paper) => paper.id);
  return {
    added: ids(added),
    updated: updated.map(({ after }) => after.id),
    removed: ids(removed),
    unchanged: ids(unchanged),
  };
}

function planOf<Paper extends Named>(
  outline: KindOutline,
  official: readonly Paper[],
  held: readonly Paper[],
): KindPlan<Paper> {
  const after = byId(official);
  const before = byId(held);
  const pick = (ids: readonly string[], from: ReadonlyMap<string, Paper>): readonly Paper[] =>
    ids.map((id) => present(from.get(id), 'every paper of a plan is in a slice'));
  return {
    added: pick(outline.added, after),
    updated: outline.updated.map((id) => ({
      before: present(before.get(id), 'what is replaced is in a slice'),
      after: present(after.get(id), 'what replaces it is in a slice'),
    })),
    removed: pick(outline.removed, before),
    unchanged: pick(outline.unchanged, after),
  };
}

function byId<Paper extends Named>(papers: readonly Paper[]): ReadonlyMap<string, Paper> {
  return new Map(papers.map((paper) => [paper.id, paper]));
}

function found<Paper>(ids: readonly string[], papers: ReadonlyMap<string, Paper>): readonly Paper[] {
  return ids.flatMap((id) => papers.get(id) ?? []);
}
