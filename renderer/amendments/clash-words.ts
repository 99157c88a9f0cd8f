// Why two amendments cannot both stand, or what they have in common, in a sentence beside the one it is about.

import type { Overlap, OverlapReason } from '../../shared/amendment/overlap';

/** Which of the two of an overlap a sentence is about. */
export type Side = 'first' | 'second';

/** What is said beside one amendment about another; undefined where nothing needs saying. */
export function clashWords(overlap: Overlap, side: Side, other: string): string | undefined {
  switch (overlap.kind) {
    case 'apart':
    case 'touch':
      return undefined;
    case 'same':
      return `Says the same as ${other}.`;
    case 'falls':
      return fallWords(overlap, side, other);
    case 'conflict':
      return `Cannot stand with ${other}: ${overlap.reasons.map(reasonWords).find((words) => words !== undefined) ?? 'both change the same place'}.`;
  }
}

function fallWords({ falling, reasons }: Overlap, side: Side, other: string): string {
  const words = reasons.find((reason) => reason.kind === 'deletes-target')?.words ?? '';
  const target = words === '' ? 'what it changes' : quoted(words);
  if (falling === 'both') return `Whichever of this and ${other} carries first, the other falls.`;
  return falling === side
    ? `Falls if ${other} carries, which deletes ${target}.`
    : `If this carries, ${other} falls: this deletes ${target}.`;
}

/** The reason after "Cannot stand with 12.1: …"; undefined for one that keeps neither from standing. */
export function reasonWords(reason: OverlapReason): string | undefined {
  switch (reason.kind) {
    case 'both-delete':
      return reason.words === '' ? 'both delete the same words' : `both delete ${quoted(reason.words)}`;
    case 'both-change':
      return reason.words === '' ? 'both change the same words' : `both change ${quoted(reason.words)}`;
    case 'both-insert':
      return reason.words === ''
        ? 'both add words at the start of the same clause'
        : `both add words after ${quoted(reason.words)}`;
    case 'both-move':
      return `both move ${quoted(reason.words)}`;
    case 'both-add':
      return 'both add a clause in the same place, and conference has to say which comes first';
    case 'deletes-target':
      return `one deletes ${quoted(reason.words)}, which the other changes`;
    case 'same-clause':
      return undefined;
  }
}

const longest = 60;

/** The words in quotation marks; of long ones, as many whole words as fit. */
export function quoted(words: string): string {
  if (words.length <= longest) return `“${words}”`;
  const cut = words.slice(0, longest);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …”`;
}
