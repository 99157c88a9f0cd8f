// Agendas whose lines were lost on the way: several motions in one line, "…Council 2. Fair pay Conference notes…".

import { stemStarts } from './stem';
import type { TextLine } from './text-line';

/** The shortest line that may hold the start of another motion, behind a bare figure and behind one with a full stop. */
const longLine = 150;
const shortestLine = 40;

/** How far before its first stem a motion's number may stand: the longest title, and a submitter. */
const titleReach = 200;

/**
 * Cuts lines before every "12. Title" that a stem follows, between the title and the stem, and before later stems of a
 * line that was cut. The parts keep the line they came from. Lines without such a number are left as they are.
 */
export function cutRunTogether(lines: readonly TextLine[]): readonly TextLine[] {
  let last = 0;
  return lines.flatMap((line) => {
    if (line.text.length < shortestLine) return [line];
    const cuts: number[] = [];
    for (const stem of stemStarts(line.text)) {
      const number = numberBefore(line.text, cuts.at(-1) ?? 0, stem, last);
      if (number !== undefined && line.text.length < longLine && !number.isStopped) continue;
      if (number !== undefined) {
        last = number.value;
        cuts.push(number.at, stem);
      } else if (cuts.length > 0 && /[.:;?!]["'”’]?\s$/.test(line.text.slice(Math.max(0, stem - 4), stem))) {
        cuts.push(stem);
      }
    }
    return cuts.length === 0 ? [line] : partsOf(line, cuts);
  });
}

/** The number of the motion whose stem starts at `stem`: the nearest figure before a title, not below the last motion's. */
function numberBefore(
  text: string,
  from: number,
  stem: number,
  last: number,
): { readonly at: number; readonly value: number; readonly isStopped: boolean } | undefined {
  const start = Math.max(from, stem - titleReach);
  const before = text.slice(start, stem);
  const matches = [...before.matchAll(/(?:^|\s)(\d{1,3})([.)]?)\s+(?=\p{Lu})/gu)];
  for (const match of matches.reverse()) {
    const value = Number(match[1]);
    const title = before.slice(match.index + match[0].length);
    const isTitle = title.trim().length > 2 && !/[.;:]\s*\S/.test(title) && !/[.;:,]\s*$/.test(title);
    if (isTitle && value > last && value <= last + 60)
      return { at: start + match.index, value, isStopped: match[2] === '.' };
  }
  return undefined;
}

function partsOf(line: TextLine, cuts: readonly number[]): readonly TextLine[] {
  const bounds = [0, ...cuts, line.text.length];
  const parts: TextLine[] = [];
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const text = line.text.slice(from, bounds[index + 1]).trim();
    if (text === '') continue;
    const isFirst = parts.length === 0;
    parts.push({
      ...line,
      text,
      isAfterBlank: isFirst ? line.isAfterBlank : true,
      above: isFirst ? line.above : line.line,
    });
  }
  return parts;
}
