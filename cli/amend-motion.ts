// Finds the motion that `rostrum amend` is to change: any paper that `import` reads, or the JSON that `import` prints.

import * as v from 'valibot';
import { conferenceId, motionId } from '../shared/ids';
import { motionFromPaper } from '../shared/import/adopt-paper';
import type { PaperFailure, ReadClause, ReadMotion, ReadPaper } from '../shared/import/paper';
import { assignClauseIds } from '../shared/motion/clause-ids';
import { textVersionIdOf } from '../shared/motion/fingerprint';
import type { TextVersion } from '../shared/motion/motion';
import type { UnnamedClause } from '../shared/motion/clause';
import { fail, succeed } from '../shared/result';
import type { Result } from '../shared/result';
import type { CommandIo } from './command';
import { readPaperAt } from './import-command';

export type MotionFailure =
  | PaperFailure
  /** The file holds no motion, or more than one. */
  | { readonly kind: 'no-motion' }
  | { readonly kind: 'several-motions'; readonly count: number };

const element = v.object({
  title: v.nullish(v.string()),
  clauses: v.array(
    v.object({
      kind: v.picklist(['paragraph', 'lead-in', 'item', 'heading', 'quotation']),
      number: v.nullish(v.string()),
      depth: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      text: v.string(),
    }),
  ),
});
const importJson = v.union([
  v.pipe(
    v.tuple([element]),
    v.transform(([only]) => only),
  ),
  element,
]);

/** The motion at `path` (`-` is standard input) as the text version that an amendment is drafted against. */
export async function motionAt(
  path: string,
  io: Pick<CommandIo, 'stdin'>,
): Promise<Result<TextVersion, MotionFailure>> {
  const paper = await readPaperAt(path, undefined, io);
  if (!paper.ok) return paper;
  const printed = motionOfJson(paper.value);
  if (printed !== undefined) return succeed(printed);
  const motions = motionsOf(paper.value);
  const [only] = motions;
  if (only === undefined) return fail({ kind: 'no-motion' });
  return motions.length === 1 ? succeed(only) : fail({ kind: 'several-motions', count: motions.length });
}

/** The text of a paper that is JSON from `import --json`. */
export function motionOfJson(paper: ReadPaper): TextVersion | undefined {
  const source = paper.source.join('\n');
  if (!/^\s*[[{]/.test(source)) return undefined;
  const parsed = v.safeParse(importJson, jsonOrNothing(source));
  if (!parsed.success) return undefined;
  const clauses = parsed.output.clauses.map(({ kind, number, depth, text }): UnnamedClause => {
    const clause = { kind, depth, text };
    return number === null || number === undefined ? clause : { ...clause, number };
  });
  return textOf(parsed.output.title ?? '', clauses);
}

function jsonOrNothing(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function motionsOf(paper: ReadPaper): readonly TextVersion[] {
  switch (paper.kind) {
    case 'agenda':
      return paper.papers.flatMap((each) => (each.kind === 'amendment' ? [] : [printedText(each)]));
    case 'motion':
    case 'composite':
    case 'rule-amendment':
      return [printedText(paper)];
    case 'unknown':
      return [textOf(paper.title?.value ?? '', paper.clauses)];
    case 'article':
      return isRuleBook(paper) ? [textOf(paper.title?.value ?? '', paper.clauses)] : [];
    case 'amendment':
    case 'decisions':
      return [];
  }
}

/** Rules without a motion's words, as amendments to rules are written against: most clauses have a number such as 4.1. */
function isRuleBook({ clauses }: { readonly clauses: readonly ReadClause[] }): boolean {
  const numbered = clauses.filter(({ number }) => /\d[.,]\d/.test(number ?? ''));
  return numbered.length * 2 > clauses.length;
}

/** With the line numbers that the paper prints. Of a command's motion nothing is kept, so that its ids name nothing. */
function printedText(paper: ReadMotion): TextVersion {
  return motionFromPaper(paper, { id: motionId('given'), conferenceId: conferenceId('given'), untitled: '' }).text;
}

/** A text version of clauses that have no ids yet. */
export function textOf(title: string, clauses: readonly (UnnamedClause | ReadClause)[]): TextVersion {
  const named = assignClauseIds(clauses.map(withoutLines));
  return { id: textVersionIdOf(title, named), title, clauses: named };
}

function withoutLines({ kind, number, depth, text }: UnnamedClause): UnnamedClause {
  return number === undefined ? { kind, depth, text } : { kind, number, depth, text };
}
