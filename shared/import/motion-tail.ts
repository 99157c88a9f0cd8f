// The end of a motion's page: who submitted it, the lone full stop, and what the page prints below the motion.

import { endsSentence } from './join-lines';
import { isPageEnd, isPageFurniture } from './page-furniture';
import type { ReadField } from './paper';
import { readMarker } from './list-marker';
import { readPrintedDate } from './printed-date';
import { startsWithAssemblyStem } from './stem';
import type { TextLine } from './text-line';

export type MotionTail = {
  /** The lines that are the motion's text. */
  readonly body: readonly TextLine[];
  readonly submittedBy: readonly ReadField<string>[];
  readonly furniture: readonly TextLine[];
};

const bodies =
  /\b(?:branch|region|regional|group|committee|council|executive|forum|caucus|network|university|college|hospital|health|clp|union|unison|ucu|members|district|division|federation|society|association|trust|sector|section|cymru|scotland|wales|ireland)\b/i;

/** What labels a name as that of one who submitted, moved or seconded. */
const signed =
  /^(?:submitted by|proposed by|moved by|seconded by|(?:mover|proposer|seconder|supporters?)(?=\s*:))\s*:?\s*/i;

/** The name behind such a label; undefined for any other line. */
export function signedName(text: string): string | undefined {
  const name = signed.test(text) && text.length < 160 ? text.replace(signed, '').trim() : '';
  return name === '' ? undefined : name;
}

/** Below a text without its full stop, only a name that ends as bodies' names do is taken for a submitter. */
const endsAsBody = /\b(?:branch|region|committee|group|council|section|forum|executive|caucus)$/i;

/** The most bodies that one motion is taken to have been submitted by. */
const mostSubmitters = 30;

/**
 * Takes the tail off a motion's lines. Submitters stand below the text without a closing mark ("21 Manchester Branch",
 * though it looks like a list item); they are only taken as such when the text above them is complete.
 */
export function readMotionTail(lines: readonly TextLine[]): MotionTail {
  const furniture: TextLine[] = [];
  const endAt = lines.findIndex((line, index) => index > 0 && isPageEnd(line) && endsMotion(lines, index));
  let to = endAt === -1 ? lines.length : endAt;
  furniture.push(...lines.slice(to));
  while (to > 0) {
    const line = lines[to - 1];
    if (line === undefined || !isPageFurniture(line)) break;
    furniture.push(line);
    to -= 1;
  }
  const from = submittersFrom(lines, to);
  const submittedBy = lines.slice(from, to).map((line) => ({
    value: line.text.replace(signed, ''),
    lines: { from: line.line, to: line.line + 1 },
  }));
  const inside = lines.slice(0, from);
  return {
    body: inside.filter((line) => line.role !== 'furniture'),
    submittedBy,
    furniture: [...inside.filter((line) => line.role === 'furniture'), ...furniture],
  };
}

/**
 * Whether the motion is over at a page's end at `index`: never where a motion's words follow it. "Comments" may head a
 * part of the motion as well, unless no more than a page's words or a reader's name or date stand below.
 */
function endsMotion(lines: readonly TextLine[], index: number): boolean {
  const below = lines.slice(index + 1);
  if (below.some((line) => startsWithAssemblyStem(line.text))) return false;
  if (!/^(?:comments|responses)$/i.test(lines[index]?.text ?? '') || below.every(isPageFurniture)) return true;
  const first = below[0]?.text ?? '';
  const isPage = below[0] !== undefined && isPageFurniture(below[0]);
  const isReader =
    /\b(?:says|said|wrote)\b.{0,60}:?$/i.test(first.slice(0, 160)) || readPrintedDate(first) !== undefined;
  return (isPage || isReader) && !below.some((line) => readMarker(line.text)?.strength === 'sure');
}

/** Index of the first submitter line before `to`; `to` itself when there is none. */
function submittersFrom(lines: readonly TextLine[], to: number): number {
  let from = to;
  while (from > 1 && to - from < mostSubmitters) {
    const line = lines[from - 1];
    if (line === undefined || !isSubmitter(line.text)) break;
    from -= 1;
  }
  if (from === to) return to;
  const above = lines[from - 1];
  const first = lines[from];
  if (above === undefined || first === undefined) return to;
  const isComplete = endsSentence(above.text) || /["'”’)]$/.test(above.text);
  return isComplete || (first.isAfterBlank && endsAsBody.test(first.text)) ? from : to;
}

/** The name of a branch, region, committee or group, alone on its line, perhaps with its number before it. */
export function isSubmitter(text: string): boolean {
  if (signed.test(text)) return text.length < 160;
  if (text.length > 100 || /[.;:?!,]$/.test(text)) return false;
  const words = text.replace(/^\d{1,5}\s+/, '').split(' ');
  const small = /^(?:of|and|the|for|in|on|de|&|\/|–|-|\d+)$/i;
  return (
    words.length <= 14 &&
    words.every((word) => small.test(word) || /^[\p{Lu}(“‘'"]/u.test(word) || /members/.test(word)) &&
    bodies.test(text)
  );
}
