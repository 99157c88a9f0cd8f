// What stands between a paper's heading and the first words of its text: submitters, movers, where a composite comes from.

import { isName } from './agenda-signatures';
import { isSubmitter } from './motion-tail';
import type { NumberedKind } from './numbered-title';
import type { ReadField } from './paper';
import { startsWithStem } from './stem';
import { listOf } from './submitters';
import type { TextLine } from './text-line';
import { rangeOf } from './text-line';

export type Top = {
  readonly submittedBy: readonly ReadField<string>[];
  readonly rest: readonly TextLine[];
  readonly left: readonly TextLine[];
};

const reach = 6;

/** Lines under a heading that are neither submitter nor text. */
const notes =
  /^(?:comprising|composited from|composite of|two[- ]thirds majority|simple majority)\b|^\d{1,3} minutes$/i;
const label = /^(?:received from|submitted by|proposed by|moved by|seconded by|from)\s*:?\s+(.+)$/i;

/** "Mover: A Member": who speaks for a paper, which does not yet say who submitted it. */
export function isMoverLine(text: string): boolean {
  return /^(?:mover|proposer|seconder)\s*:/i.test(text);
}

/** Where a composite comes from: "(Motions 8 and 9)", "Motion 60 and amendments, and 61", "formerly motions 3 and 4". */
export function isOriginNote(text: string): boolean {
  return /^\(?(?:(?:comprising|composite of|formerly|from) )?(?:motions?|amendments?) #?[\dA-Z]+\b.*(?:,|&|\band\b|\bamend|\bto\b|–|-)/i.test(
    text,
  );
}

/** Submitters of a line that is labelled as theirs: "Submitted by: Northern Region, Leicester City". */
export function labelledSubmitters(line: TextLine): readonly ReadField<string>[] | undefined {
  const named = label.exec(line.text)?.[1];
  if (named === undefined || line.text.length > 300) return undefined;
  return listOf(named).map((value) => ({ value, lines: rangeOf([line]) }));
}

/** Reads the lines above the first words of the text. A composite may list its submitters there, one on each line. */
export function readTop(lines: readonly TextLine[], kind: NumberedKind): Top {
  const submittedBy: ReadField<string>[] = [];
  const left: TextLine[] = [];
  const namesTo = kind === 'composite' ? endOfNames(lines) : 0;
  let at = 0;
  for (const line of lines.slice(0, Math.max(reach, namesTo))) {
    const place = rangeOf([line]);
    const isNamed = isSubmitter(line.text) || isNameOnTop(lines, at) || (at < namesTo && isName(line.text));
    const labelled = labelledSubmitters(line);
    if (labelled !== undefined) submittedBy.push(...labelled);
    else if (isMoverLine(line.text)) submittedBy.push({ value: line.text, lines: place });
    else if (notes.test(line.text) || isOriginNote(line.text)) left.push(line);
    else if (isNamed && lines.length > at + 1) submittedBy.push({ value: line.text, lines: place });
    else break;
    at += 1;
  }
  return { submittedBy, rest: lines.slice(at), left };
}

/** Index of the first line below the names and notes on top, or 0 when no text as a motion's begins there. */
function endOfNames(lines: readonly TextLine[]): number {
  const top = lines.slice(0, 24);
  const to = top.findIndex((line) => !isName(line.text) && !notes.test(line.text) && !isOriginNote(line.text));
  return to > 0 && startsWithStem(lines[to]?.text ?? '') ? to : 0;
}

/** A name right below the heading, apart from the text or above its mover: a local party or union that is not called so. */
function isNameOnTop(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at];
  const below = lines[at + 1];
  if (at !== 0 || line === undefined || below === undefined || line.isAfterBlank || !isName(line.text)) return false;
  return below.isAfterBlank || startsWithStem(below.text) || isMoverLine(below.text);
}
