// What kind of paper a text is, by what it holds: a motion's head or stems, many numbered motions, results, or prose.

import type { AgendaHeading } from './agenda-heading';
import { agendaHeadings, standsAlone } from './agenda-heading';
import { isReportage } from './article-signs';
import { cutRunTogether } from './cut-lines';
import { readMotionHeader, readTitleBelow } from './motion-header';
import { instructionKindOf } from './instruction-kind';
import { endsSentence } from './join-lines';
import { isPageFurniture } from './page-furniture';
import { readNumberedTitle } from './numbered-title';
import { isListing, isTeaserList } from './read-decisions';
import { readSignedHead } from './signed-head';
import { startsWithAssemblyStem, startsWithInstruction, startsWithStem } from './stem';
import type { TextLine } from './text-line';

export type PaperKind = 'motion' | 'article' | 'agenda' | 'decisions' | 'unknown';

/** The kind of a paper. `motion` stands for composites, rule amendments and amendments too. */
export function classifyPaper(lines: readonly TextLine[]): PaperKind {
  const text = lines.filter((line) => !isPageFurniture(line));
  const hasHead = hasMotionHead(lines);
  if (!hasHead && isTeaserList(text)) return 'decisions';
  const cut = cutRunTogether(text);
  const headings = agendaHeadings(cut);
  const isListOfContents = lines.some((line) => /\.{5,}/.test(line.text));
  if (holdMotions(headings, cut)) {
    if (isAgenda(headings, cut, { hasHead, isListOfContents })) return 'agenda';
    if (headings[0] !== undefined && standsAlone(headings[0])) return 'motion';
  }
  if (hasHead || readSignedHead(text) !== undefined) return 'motion';
  if (isReportage(text)) return 'article';
  if (isListing(text)) return 'decisions';
  const named = readTitleBelow(text);
  const body = named?.body ?? text;
  const first = body[0]?.text ?? '';
  if (startsWithAssemblyStem(first)) return 'motion';
  if (named !== undefined && instructionKindOf(named.title.value, first) !== undefined) return 'motion';
  const numbered = text[0] === undefined ? undefined : readNumberedTitle(text[0].text);
  if (numbered?.kind === 'composite') return 'motion';
  const stems = text.filter((line) => startsWithAssemblyStem(line.text));
  if (stems.length >= 2 || stems.some((line) => startsWithInstruction(line.text))) return 'motion';
  return text.some(isProse) ? 'article' : 'unknown';
}

/**
 * Whether the paper has the head of a motion's page. A conference's name above a date heads reports too: without labels,
 * a decision, a way back to the motions, or a text that speaks as a motion does, one that reads as a report is none.
 */
function hasMotionHead(lines: readonly TextLine[]): boolean {
  const head = readMotionHeader(lines);
  if (head === undefined) return false;
  if (head.decision !== undefined || lines.some((line) => /\bback to all motions\b|^(?:- )?date:?$/i.test(line.text)))
    return true;
  const speaks = head.body.some((line) => startsWithStem(line.text) || instructionKindOf('', line.text) !== undefined);
  return (
    speaks ||
    !(
      isReportage(lines) ||
      /\b(?:reports?|news|update|review|preview|diary|day \w+)\b/i.test(head.conference?.value ?? '')
    )
  );
}

/** A sentence: long enough, and ended, or so long that only its end is missing. */
function isProse(line: TextLine): boolean {
  const words = line.text.slice(0, 2000).split(' ').length;
  return words >= 8 && (endsSentence(line.text) || words >= 20) && /\p{Ll}{2}/u.test(line.text);
}

/** Whether a motion's words or an instruction stand under one of the headings at least, or they are rows of an index. */
function holdMotions(headings: readonly AgendaHeading[], lines: readonly TextLine[]): boolean {
  return headings.some((heading, index) => {
    if (heading.submittedBy !== undefined) return true;
    const body = lines.slice(heading.bodyAt, headings[index + 1]?.at);
    return body.some((line) => startsWithAssemblyStem(line.text) || instructionKindOf('', line.text) !== undefined);
  });
}

/**
 * Two papers make an agenda; so does one below an agenda's own head. On a page with a motion's head, headings inside the
 * text count only when they carry numbers.
 */
function isAgenda(
  headings: readonly AgendaHeading[],
  lines: readonly TextLine[],
  page: { readonly hasHead: boolean; readonly isListOfContents: boolean },
): boolean {
  if (page.hasHead) return headings.filter((heading) => heading.number !== '').length >= 2;
  if (headings.length >= 2) return true;
  const [only] = headings;
  if (only === undefined) return false;
  if (page.isListOfContents) return true;
  const above = lines.slice(0, only.at);
  return above.length >= 2 && (only.number !== '' || above.some((line) => /\b(?:motions|agenda)\b/i.test(line.text)));
}
