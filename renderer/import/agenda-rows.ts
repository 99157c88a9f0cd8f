// An agenda as the preview lists it: each motion with its amendments under it, and what to look at twice.

import { readWordingOn } from '../../shared/amendment/read-wording';
import { printedPaper } from '../../shared/amendment/printed-paper';
import type { PrintedPaper } from '../../shared/amendment/printed-paper';
import { textVersionId } from '../../shared/ids';
import type { PaperWarning, ReadMotion } from '../../shared/import/paper';
import { assignClauseIds } from '../../shared/motion/clause-ids';
import type { TextVersion } from '../../shared/motion/motion';
import { isMotionPaper } from './correct-fields';
import { grouped } from './grouped';
import { findAmended, instructionText } from './held-copies';
import type { HeldIndex } from './held-copies';
import type { Part } from './parts';

/** Why a paper deserves a second look. */
export type Doubt =
  | { readonly kind: 'warning'; readonly warning: PaperWarning }
  | { readonly kind: 'without-number' }
  | { readonly kind: 'without-text' }
  /** An amendment to a motion that is neither in the agenda nor held. */
  | { readonly kind: 'without-motion' }
  /** An amendment whose words do not say exactly what to change: kept as printed, not shown in the text. */
  | { readonly kind: 'not-understood' };

export type AgendaRow = {
  readonly part: Part;
  readonly paper: ReadMotion;
  /** Whether it stands under the motion that it amends. */
  readonly isUnder: boolean;
  readonly doubts: readonly Doubt[];
};

/** One row a paper. Amendments follow their motion in the order printed; those without one stay where they stand. */
export function agendaRows(parts: readonly Part[], held: HeldIndex): readonly AgendaRow[] {
  const papers = parts.flatMap((part) => (isMotionPaper(part.paper) ? [{ part, paper: part.paper }] : []));
  const motions = papers.filter(({ paper }) => paper.kind !== 'amendment');
  const byName = new Map([
    ...motions.map((row) => [folded(row.paper.title?.value), row] as const),
    ...motions.map((row) => [folded(row.paper.number?.value), row] as const),
  ]);
  byName.delete('');
  const isNumbered = papers.filter(({ paper }) => paper.number !== undefined).length * 2 > papers.length;
  const printed = new Map<ReadMotion, PrintedPaper>();
  const textOf = (motion: ReadMotion): PrintedPaper => {
    const known = printed.get(motion) ?? printedPaper(textRead(motion));
    printed.set(motion, known);
    return known;
  };
  const rows = papers.map(({ part, paper }) => {
    const motion = paper.kind === 'amendment' ? byName.get(folded(paper.amends?.value)) : undefined;
    const elsewhere = paper.kind === 'amendment' && motion === undefined ? findAmended(paper, held) : undefined;
    const text = motion === undefined ? elsewhere && printedPaper(elsewhere.text) : textOf(motion.paper);
    return { part, paper, motion: motion?.part, doubts: doubtsOf(paper, { text, isNumbered }) };
  });
  const under = grouped(rows, (row) => row.motion);
  const listed = (row: (typeof rows)[number], isUnder: boolean): AgendaRow => ({
    part: row.part,
    paper: row.paper,
    isUnder,
    doubts: row.doubts,
  });
  return (under.get(undefined) ?? []).flatMap((row) =>
    [listed(row, false)].concat((under.get(row.part) ?? []).map((amendment) => listed(amendment, true))),
  );
}

type Surroundings = {
  /** What an amendment amends. */
  readonly text: PrintedPaper | undefined;
  /** Whether most papers of the agenda have a number. */
  readonly isNumbered: boolean;
};

function doubtsOf(paper: ReadMotion, { text, isNumbered }: Surroundings): readonly Doubt[] {
  const doubts: Doubt[] = paper.warnings.map((warning) => ({ kind: 'warning', warning }));
  if (isNumbered && paper.number === undefined) doubts.push({ kind: 'without-number' });
  const words =
    paper.kind === 'amendment' ? instructionText(paper) : paper.clauses.map((clause) => clause.text).join('');
  if (words.trim() === '') doubts.push({ kind: 'without-text' });
  else if (paper.kind === 'amendment' && text === undefined) doubts.push({ kind: 'without-motion' });
  else if (paper.kind === 'amendment' && text !== undefined && readWordingOn(text, words).outcome !== 'applied') {
    doubts.push({ kind: 'not-understood' });
  }
  return doubts;
}

function textRead({ title, clauses }: ReadMotion): TextVersion {
  return { id: textVersionId('read'), title: title?.value ?? '', clauses: assignClauseIds(clauses) };
}

function folded(text: string | undefined): string {
  return (text ?? '').trim().toLocaleLowerCase('en-GB');
}
