// How two amendments to one text stand to each other: whether both can be carried, and why not, in facts that a sentence
// on screen is made of. Judged by the words that each changes, never by lines.

import type { ClauseId } from '../ids';
import type { TextVersion } from '../motion/motion';
import { overlaps } from './apply-operations';
import { footprintOf } from './footprint';
import type { Footprint } from './footprint';
import type { TextOperation } from './operation';
import { phraseBefore, printedPhrase } from './printed-phrase';
import type { Stretch } from './printed-phrase';
import type { TextEdit } from './word-diff';

/**
 * What both amendments do to one place. `words` are of the base text, as many as a reader needs to find them on the paper;
 * of what both put in, the words before it.
 */
export type OverlapReason =
  /** Both take these words out, and one or both take others with them. */
  | { readonly kind: 'both-delete'; readonly clause: ClauseId | 'title'; readonly words: string }
  /** Both take out these words, and at least one puts others in. */
  | { readonly kind: 'both-change'; readonly clause: ClauseId | 'title'; readonly words: string }
  /** Both put something in at this point; conference has to say which comes first. */
  | { readonly kind: 'both-insert'; readonly clause: ClauseId | 'title'; readonly words: string }
  /** The one deletes the clause that the other changes or moves. */
  | {
      readonly kind: 'deletes-target';
      readonly clause: ClauseId;
      readonly words: string;
      readonly by: 'first' | 'second';
    }
  /** Both move the clause. */
  | { readonly kind: 'both-move'; readonly clause: ClauseId; readonly words: string }
  /** Both put clauses in behind this one (`null`: at the start). */
  | { readonly kind: 'both-add'; readonly after: ClauseId | null }
  /** They change the same clause in different words. */
  | { readonly kind: 'same-clause'; readonly clause: ClauseId; readonly words: string };

/**
 * - `apart`: nothing in common
 * - `touch`: the same clause in different words; both can be carried
 * - `same`: they do exactly the same
 * - `falls`: if the one is carried the other has lost its target
 * - `conflict`: they change the same words, or the order in which both stand is open
 */
export type Overlap = {
  readonly kind: 'apart' | 'touch' | 'same' | 'falls' | 'conflict';
  readonly reasons: readonly OverlapReason[];
  /** Of `falls`: which of the two would. */
  readonly falling?: 'first' | 'second' | 'both';
};

/** The relation of two amendments to `base`. Swapping them swaps `first` and `second` and nothing else. */
export function overlapOf(
  base: TextVersion,
  first: readonly TextOperation[],
  second: readonly TextOperation[],
): Overlap {
  return overlapOfFootprints(base, footprintOf(first), footprintOf(second));
}

/** As `overlapOf`, for amendments whose footprints are known. */
export function overlapOfFootprints(base: TextVersion, first: Footprint, second: Footprint): Overlap {
  if (first.content === second.content) return { kind: 'same', reasons: [] };
  const reasons = [
    ...clashesOf(first.title, second.title).map((clash) => reasonOf(clash, 'title', base.title)),
    ...reasonsInText(base, first, second),
    ...lostTargets(base, first, second, 'first'),
    ...lostTargets(base, second, first, 'second'),
    ...twoMoves(base, first, second),
    ...twoAdditions(first, second),
  ];
  const lost = reasons.flatMap((reason) => (reason.kind === 'deletes-target' ? [reason.by] : []));
  const clashes = reasons.some(({ kind }) => kind !== 'deletes-target' && kind !== 'same-clause');
  if (clashes) return { kind: 'conflict', reasons };
  if (lost.length > 0) {
    const falling = new Set(lost).size === 2 ? 'both' : lost[0] === 'first' ? 'second' : 'first';
    return { kind: 'falls', reasons, falling };
  }
  return { kind: reasons.length > 0 ? 'touch' : 'apart', reasons };
}

/** Every pair of amendments that have something in common, by index, each pair once. */
export function overlapsAmong(
  base: TextVersion,
  amendments: readonly (readonly TextOperation[])[],
): readonly { readonly first: number; readonly second: number; readonly overlap: Overlap }[] {
  const footprints = amendments.map(footprintOf);
  return footprints.flatMap((left, first) =>
    footprints.slice(first + 1).flatMap((right, offset) => {
      const overlap = overlapOfFootprints(base, left, right);
      return overlap.kind === 'apart' ? [] : [{ first, second: first + 1 + offset, overlap }];
    }),
  );
}

function reasonsInText(base: TextVersion, first: Footprint, second: Footprint): readonly OverlapReason[] {
  const reasons: OverlapReason[] = [];
  for (const [id, edits] of first.edits) {
    const others = second.edits.get(id);
    if (others === undefined) continue;
    const text = textOf(base, id);
    const clashes = clashesOf(edits, others);
    const agrees = isAllIn(edits, others) && isAllIn(others, edits);
    if (clashes.length > 0) reasons.push(...clashes.map((clash) => reasonOf(clash, id, text)));
    else if (!agrees) reasons.push({ kind: 'same-clause', clause: id, words: text });
  }
  return reasons;
}

function textOf(base: TextVersion, id: ClauseId): string {
  return base.clauses.find((clause) => clause.id === id)?.text ?? '';
}

/** `from`–`to` is what both claim, `wider` what either does. */
type Clash = Stretch & { readonly kind: 'both-delete' | 'both-change' | 'both-insert'; readonly wider: Stretch };

/** The stretches that edits of both sides claim and do not change alike. */
function clashesOf(first: readonly TextEdit[], second: readonly TextEdit[]): readonly Clash[] {
  return first.flatMap((edit) =>
    second.flatMap((other): readonly Clash[] => {
      if (isSame(edit, other)) return [];
      const isPoint = edit.from === edit.to && other.from === other.to && edit.from === other.from;
      if (!isPoint && !overlaps(edit, other)) return [];
      const kind = isPoint ? 'both-insert' : edit.text + other.text === '' ? 'both-delete' : 'both-change';
      const wider = { from: Math.min(edit.from, other.from), to: Math.max(edit.to, other.to) };
      return [{ kind, from: Math.max(edit.from, other.from), to: Math.min(edit.to, other.to), wider }];
    }),
  );
}

function isAllIn(edits: readonly TextEdit[], others: readonly TextEdit[]): boolean {
  return edits.every((edit) => others.some((other) => isSame(edit, other)));
}

function isSame(edit: TextEdit, other: TextEdit): boolean {
  return edit.from === other.from && edit.to === other.to && edit.text === other.text;
}

function reasonOf(clash: Clash, clause: ClauseId | 'title', text: string): OverlapReason {
  const { kind, from, to, wider } = clash;
  if (kind === 'both-insert') return { kind, clause, words: phraseBefore(text, from) };
  return { kind, clause, words: printedPhrase(text, { from, to }, wider) };
}

/** Clauses that the one deletes and the other changes or moves. */
function lostTargets(
  base: TextVersion,
  deleting: Footprint,
  other: Footprint,
  by: 'first' | 'second',
): readonly OverlapReason[] {
  return [...deleting.deleted]
    .filter((id) => other.edits.has(id) || other.moved.has(id))
    .map((clause) => ({ kind: 'deletes-target', clause, words: textOf(base, clause), by }));
}

function twoMoves(base: TextVersion, first: Footprint, second: Footprint): readonly OverlapReason[] {
  return [...first.moved].flatMap(([clause, to]): readonly OverlapReason[] => {
    const isElsewhere = second.moved.has(clause) && second.moved.get(clause) !== to;
    return isElsewhere ? [{ kind: 'both-move', clause, words: textOf(base, clause) }] : [];
  });
}

function twoAdditions(first: Footprint, second: Footprint): readonly OverlapReason[] {
  return [...first.slots].flatMap(([after, content]): readonly OverlapReason[] => {
    const theirs = second.slots.get(after);
    return theirs === undefined || theirs === content ? [] : [{ kind: 'both-add', after }];
  });
}
