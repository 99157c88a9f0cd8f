// A listing: results of votes, positions of an executive, or an index of motions, a row each.

import { droppedLines, warningsOf } from './accounting';
import type { PrintedRow } from './decision-rows';
import { hasResult, readRow } from './decision-rows';
import { isConferenceName } from './motion-header';
import { isPageFurniture } from './page-furniture';
import type { DecisionRow, PaperWarning, ReadDecisions, ReadField } from './paper';
import type { PaperLines } from './read-motion';
import { startsWithAssemblyStem } from './stem';
import type { SourceLine, TextLine } from './text-line';
import { decisionWords } from '../motion/decision';

/** Whether a paper is a listing: at least three results or positions on rows of their own, and hardly any motion's text. */
export function isListing(lines: readonly TextLine[]): boolean {
  const stems = lines.filter((line) => startsWithAssemblyStem(line.text)).length;
  if (isTeaserList(lines)) return true;
  const rows = lines.flatMap((line) => rowsOf(line));
  const results = rows.filter(hasResult).length;
  if (results >= 3 && results * 2 >= rows.length) return stems < results;
  return (
    stems === 0 &&
    rows.length >= 5 &&
    rows.length * 2 > lines.length &&
    rows.filter((row) => row.number !== undefined).length * 2 > rows.length
  );
}

/** A page of beginnings: two or more lines end in "[…]", each under its title or by itself, and a motion's stem begins one. */
export function isTeaserList(lines: readonly TextLine[]): boolean {
  const teasers = lines.filter(isTeaser);
  return teasers.length >= 2 && teasers.some((line) => startsWithAssemblyStem(line.text));
}

/** Reads a listing into rows. What stands between them (summaries, teasers) is dropped. */
export function readDecisions(paper: PaperLines): ReadDecisions {
  const lines = paper.lines.filter((line) => !isPageFurniture(line));
  const isTeasers = isTeaserList(lines);
  const rows = isTeasers
    ? teaserRows(lines)
    : wholeRows(lines.flatMap((line) => rowsOf(line).map((row) => Object.assign({}, row, { lines: placeOf(line) }))));
  const taken = new Set(rows.map((row) => row.lines.from));
  const wholly = rowsThatSayAll(rows, paper.source);
  const head = lines.filter((line) => !taken.has(line.line)).slice(0, 4);
  const conference = head.find((line) => isConferenceName(line.text));
  const titles = head.filter((line) => line !== conference && line.text.length < 120 && !/[.,;:]$/.test(line.text));
  const title = isTeasers ? undefined : (titles.find(namesListing) ?? titles[0]);
  const fields = [title, conference].flatMap((line) => (line === undefined ? [] : [placeOf(line)]));
  const cutShort: readonly PaperWarning[] = isTeasers ? [{ kind: 'cut-short' }] : [];
  return {
    kind: 'decisions',
    file: paper.file,
    source: paper.source.map(({ text }) => text),
    ...(title === undefined ? {} : { title: fieldAt(title) }),
    ...(conference === undefined ? {} : { conference: fieldAt(conference) }),
    rows,
    dropped: droppedLines(paper.source, [...wholly.map((row) => row.lines), ...fields]),
    warnings: [...cutShort, ...warningsOf(paper.source, [])],
  };
}

/** The rows that hold every word of their lines. The lines of the others are dropped in the open besides. */
function rowsThatSayAll(rows: readonly DecisionRow[], source: readonly SourceLine[]): readonly DecisionRow[] {
  const said = new Map<number, Set<string>>();
  for (const { number = '', title = '', decision, position = '', lines } of rows) {
    const words = said.get(lines.from) ?? new Set<string>();
    const result = decision === undefined ? '' : `${decision.asPrinted ?? ''} ${decisionWords[decision.key]}`;
    for (const word of wordsOf(`${number} ${title} ${position} ${result}`)) words.add(word);
    said.set(lines.from, words);
  }
  // Thousands of rows may share one line: each line is looked at once.
  const says = new Map<number, boolean>();
  for (const { lines } of rows) {
    if (says.has(lines.from)) continue;
    const printed = source.slice(lines.from, lines.to).flatMap(({ text }) => wordsOf(text));
    says.set(
      lines.from,
      printed.every((word) => said.get(lines.from)?.has(word)),
    );
  }
  return rows.filter(({ lines }) => says.get(lines.from));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function namesListing(line: TextLine): boolean {
  return /\b(?:conference|congress|decisions|results|recommendations|report|motions|business)\b/i.test(line.text);
}

/** A title that was wrapped: a number without a result, and the result on the next line without a number. */
function wholeRows(rows: readonly DecisionRow[]): readonly DecisionRow[] {
  const whole: DecisionRow[] = [];
  for (const row of rows) {
    const before = whole.at(-1);
    const isRest =
      before !== undefined &&
      row.number === undefined &&
      before.lines.to === row.lines.from &&
      !hasResult(before) &&
      hasResult(row);
    if (before === undefined || !isRest || before.number === undefined) {
      whole.push(row);
      continue;
    }
    const title = `${before.title ?? ''} ${row.title ?? ''}`.trim();
    whole[whole.length - 1] = {
      ...row,
      number: before.number,
      title,
      lines: { from: before.lines.from, to: row.lines.to },
    };
  }
  return whole;
}

function isTeaser(line: TextLine): boolean {
  return /\[(?:…|\.\.\.)\]$/.test(line.text.slice(-6));
}

/** The titles above the beginnings of motions; a beginning without one gives its first words. */
function teaserRows(lines: readonly TextLine[]): readonly DecisionRow[] {
  return lines.flatMap((line, index) => {
    const below = lines[index + 1];
    if (isTeaserTitle(line, below)) return [{ title: line.text, lines: placeOf(line) }];
    const above = lines[index - 1];
    if (!isTeaser(line) || (above !== undefined && isTeaserTitle(above, line))) return [];
    return [{ title: firstWords(line.text), lines: placeOf(line) }];
  });
}

/** The heading of a page ("Conference motions") is no motion's title. */
function isTeaserTitle(line: TextLine, below: TextLine | undefined): boolean {
  if (below === undefined || !isTeaser(below) || isTeaser(line) || /^(?:conference )?motions$/i.test(line.text))
    return false;
  return line.text.length < 200 && line.isAfterBlank;
}

/** The first words of a text, up to about eighty characters, with an ellipsis. */
function firstWords(text: string): string {
  const head = text.slice(0, 80);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), 40)).replace(/[\s,;:.]+$/, '')} …`;
}

/** The rows of a line: one as a rule, many where a table's cells ran together ("M1Fair payM2Rest breaksEM1Floods"). */
function rowsOf(line: TextLine): readonly PrintedRow[] {
  const glued = line.text.split(/(?<=[\p{Ll}.)?!\d])(?=(?:M|EM|NDC|LM)\d{1,2}\p{Lu}|COMP [A-Z]\p{Lu}\p{Ll})/u);
  if (glued.length >= 4) {
    return glued.flatMap((part) => {
      const match = /^((?:M|EM|NDC|LM)\d{1,2}|COMP [A-Z])(?!\d)(.+)$/u.exec(part);
      return match?.[1] === undefined || match[2] === undefined ? [] : [{ number: match[1], title: match[2].trim() }];
    });
  }
  const status = [...line.text.matchAll(/(?<=\s|^)(\d{2}) (\p{Lu}[^\d]{1,60}?) (Stands|Composite \d{2})(?=\s|$)/gu)];
  if (status.length >= 3) {
    return status.map((match) => ({ number: match[1] ?? '', title: match[2] ?? '', position: match[3] ?? '' }));
  }
  const row = readRow(line.text);
  return row === undefined ? [] : [row];
}

function placeOf(line: TextLine): { readonly from: number; readonly to: number } {
  return { from: line.line, to: line.line + 1 };
}

function fieldAt(line: TextLine): ReadField<string> {
  return { value: line.text, lines: placeOf(line) };
}
