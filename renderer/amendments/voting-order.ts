// The order in which amendments are voted on: as printed, or as the delegate knows better; an amendment to an amendment
// always before that one.

import type { Amendment } from '../../shared/amendment/amendment';
import { secondariesFirst } from '../../shared/amendment/base-text';

/** `amendments` in the order of `known` ids; those it does not name come after, as they stood. */
export function inVotingOrder(amendments: readonly Amendment[], known: readonly string[]): readonly Amendment[] {
  if (known.length === 0) return secondariesFirst(amendments);
  const placeOf = ({ id }: Amendment): number => {
    const place = known.indexOf(id);
    return place < 0 ? known.length : place;
  };
  return secondariesFirst(amendments.toSorted((before, after) => placeOf(before) - placeOf(after)));
}

/** The ids with one of them a place earlier (−1) or later (1); the same where it cannot go further. */
export function movedInOrder(ids: readonly string[], id: string, by: 1 | -1): readonly string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** Those that amend the same as the amendment `id`: its motion, or one amendment. In their order. */
export function besides(amendments: readonly Amendment[], id: string): readonly Amendment[] {
  const held = new Set<string>(amendments.map((amendment) => amendment.id));
  const parentOf = ({ amends }: Amendment): string => (amends !== undefined && held.has(amends) ? amends : '');
  const own = amendments.find((amendment) => amendment.id === id);
  return own === undefined ? [] : amendments.filter((amendment) => parentOf(amendment) === parentOf(own));
}
