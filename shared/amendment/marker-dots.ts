// Markers with a full stop ("1.", "b.", "iv.") in an address: the stop ends no sentence, and is read as a bracket.

import { maskClass } from './quotations';

const marker = String.raw`(?:\d{1,2}|[a-z]|[ivx]{1,5})`;
// The last of several is a marker where the one before it is.
const listed = String.raw`${marker}[.)]\s*(?:,|and|,\s*and)`;
const before = String.raw`(?:in|under|from|at|of|after|before|${listed}|delete|deleting|remove|strike|replace|insert|add|points?|items?|actions?|bullets?|existing|current|present|new|renumber|re-letter|move|swap|to\s+become|to\s+follow)`;
const behind = String.raw`(?=\s*,|\s*:|\s*\n|\s*$|\s+[–—-]\s|\s+(?:[a-z]\)|\(|${maskClass}|(?:and|add|after|amend|as|at|before|between|change|delete|first|in|insert|last|line|move|of|omit|remove|replace|second|strike|substitute|take|the|to|under|with|by)\b))`;

const addressed = new RegExp(String.raw`(?<=(?:^|[^\p{L}\p{Nd}.])${before}\s+${marker})\.${behind}`, 'gimu');
const leading = new RegExp(
  String.raw`(?<=(?:^|[\n.;])\s*(?:in|under)\s+(?:(?:action\s+)?point\s+)?${marker})\.(?=\s+(?:Delete|Insert|Add|Replace|Remove|After|Before)\b)`,
  'gu',
);
// "1.a)", "2. (b)": a letter within a number.
const nested = /(?<=(?:^|[^\p{L}\p{Nd}.])\d{1,2})\.(?=\s?\(?[a-z]\))/gu;

/** `masked` with those full stops as brackets: as long as before, so that every place stays where it is. */
export function withBracketedMarkers(masked: string): string {
  return masked.replaceAll(nested, ')').replaceAll(addressed, ')').replaceAll(leading, ')');
}
