// Addresses of two steps of one kind: a bullet within a point, a letter within a number, a point of a paragraph's list.

import type { Place, PlacePart } from './directive';

/**
 * Whether `inner`, named beside `outer`, stands within it: "point 1, second bullet", "3, b)". A number beside a number
 * is a neighbour.
 */
export function standsWithin(outer: PlacePart | undefined, inner: PlacePart | undefined): boolean {
  if (outer === undefined || inner?.kind !== 'entry' || inner.unit === 'action-point') return false;
  if (outer.kind === 'paragraph' || outer.kind === 'clause') return 'label' in inner;
  if (outer.kind !== 'entry') return false;
  if ('ordinal' in inner) return 'label' in outer || inner.unit !== outer.unit;
  if (inner.unit === 'bullet' && outer.unit !== 'bullet') return true;
  return 'label' in outer && /^\d+$/.test(outer.label) && /^[a-z]+$/i.test(inner.label);
}

/** `steps` with one more, which stands within the last of them or has it within, as `link` says; if it can be so. */
export function withNested(steps: Place, link: string, found: Place): Place | undefined {
  const [entry, ...others] = found;
  const last = steps.at(-1);
  if (entry === undefined || others.length > 0 || last === undefined) return undefined;
  const isAround = /of|in|under|from/i.test(link);
  if (!isAround) return standsWithin(last, entry) ? [...steps, entry] : undefined;
  return standsWithin(entry, last) ? [...steps.slice(0, -1), entry, last] : undefined;
}
