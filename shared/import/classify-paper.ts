// What kind of paper a text is, by what it holds: a motion's head or stems, many numbered motions, results, or prose.

import { readMotionHeader, readTitleBelow } from './motion-header';
import { instructionKindOf } from './instruction-kind';
import { endsSentence } from './join-lines';
import { isPageFurniture } from './page-furniture';
import { readNumberedTitle } from './numbered-title';
import { startsWithAssemblyStem } from './stem';
import type { TextLine } from './text-line';

export type PaperKind = 'motion' | 'article' | 'agenda' | 'decisions' | 'unknown';

/** The kind of a paper. `motion` stands for composites, rule amendments and amendments too. */
export function classifyPaper(lines: readonly TextLine[]): PaperKind {
  if (readMotionHeader(lines) !== undefined) return 'motion';
  const text = lines.filter((line) => !isPageFurniture(line));
  const named = readTitleBelow(text);
  const body = named?.body ?? text;
  const first = body[0]?.text ?? '';
  if (startsWithAssemblyStem(first)) return 'motion';
  if (named !== undefined && instructionKindOf(named.title.value, first) !== undefined) return 'motion';
  const numbered = text[0] === undefined ? undefined : readNumberedTitle(text[0].text);
  if (numbered?.kind === 'composite') return 'motion';
  return text.some(isProse) ? 'article' : 'unknown';
}

/** A sentence: long enough, and ended, or so long that only its end is missing. */
function isProse(line: TextLine): boolean {
  const words = line.text.slice(0, 2000).split(' ').length;
  return words >= 8 && (endsSentence(line.text) || words >= 20) && /\p{Ll}{2}/u.test(line.text);
}
