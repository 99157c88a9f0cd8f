// Ties the rows of a list of decisions to the motions and amendments held: by number and title, or by either where the
// list gives only one. A row that fits nothing, or more than one, stays unmatched.

import type { Amendment } from '../../shared/amendment/amendment';
import type { DecisionRow } from '../../shared/import/paper';
import type { Decision } from '../../shared/motion/decision';
import type { Motion } from '../../shared/motion/motion';
import { grouped } from './grouped';

/** What a row is about. */
export type DecisionTarget =
  | { readonly kind: 'motion'; readonly motion: Motion }
  | { readonly kind: 'amendment'; readonly amendment: Amendment; readonly motion: Motion };

export type MatchedRow = {
  readonly row: DecisionRow;
  readonly target?: DecisionTarget;
  /** Whether the decision is what is held already, recorded or printed. */
  readonly isKnown: boolean;
};

export type DecidedPapers = {
  readonly motions: readonly Motion[];
  readonly amendments: readonly Amendment[];
  /** Decisions recorded by the delegate, by the record decided on. */
  readonly recorded: ReadonlyMap<string, Decision>;
};

/** One match a row, in the order of the list. */
export function matchDecisions(rows: readonly DecisionRow[], papers: DecidedPapers): readonly MatchedRow[] {
  const motionsByNumber = grouped(papers.motions, (motion) => numberKey(motion.number));
  const amendmentsByNumber = grouped(papers.amendments, (amendment) => numberKey(amendment.number));
  const motionOf = new Map(papers.motions.map((motion) => [motion.id, motion]));
  return rows.map((row) => {
    const number = numberKey(row.number);
    const numbered = number === '' ? [] : (motionsByNumber.get(number) ?? []);
    const named = numbered.filter((motion) => isAlike(row.title, motion.text.title));
    const motion = onlyOne(named.length > 0 || row.title === undefined ? named : byTitle(row.title, papers.motions));
    if (motion !== undefined) return matched(row, { kind: 'motion', motion }, papers.recorded);
    const amendment = number === '' ? undefined : onlyOne(amendmentsByNumber.get(number) ?? []);
    const amended = amendment === undefined ? undefined : motionOf.get(amendment.motionId);
    if (amendment === undefined || amended === undefined) return { row, isKnown: false };
    return matched(row, { kind: 'amendment', amendment, motion: amended }, papers.recorded);
  });
}

/** The record that a target's decision is recorded on. */
export function recordOf(target: DecisionTarget): Motion | Amendment {
  return target.kind === 'motion' ? target.motion : target.amendment;
}

function matched(row: DecisionRow, target: DecisionTarget, recorded: ReadonlyMap<string, Decision>): MatchedRow {
  const record = recordOf(target);
  const held = recorded.get(record.id) ?? record.decision;
  return { row, target, isKnown: row.decision !== undefined && held?.key === row.decision.key };
}

/** Motions whose title is the row's, or begins with it or it with theirs: lists often cut titles short. */
function byTitle(title: string, motions: readonly Motion[]): readonly Motion[] {
  const same = motions.filter((motion) => folded(motion.text.title) === folded(title));
  return same.length > 0 ? same : motions.filter((motion) => isAlike(title, motion.text.title));
}

/** A title cut short must keep at least so many characters to be known by. */
const leastTitle = 12;

function isAlike(printed: string | undefined, title: string): boolean {
  if (printed === undefined || title === '') return true;
  const [row, held] = [folded(printed), folded(title)];
  if (row === held) return true;
  const shorter = row.length < held.length ? row : held;
  return shorter.length >= leastTitle && row.startsWith(shorter) && held.startsWith(shorter);
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** `Motion 07`, `7.` and `7` are one number; so are `Composite C` and `C`. */
function numberKey(number: string | undefined): string {
  return folded(number ?? '')
    .replace(/^(?:motion|amendment|composite|comp|emergency motion|em|no)(?=\d|$)/, (word) =>
      word.startsWith('em') ? 'em' : '',
    )
    .replace(/^(?:motion|amendment|composite)/, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/\.$/, '');
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}.]+/gu, '')
    .toLocaleLowerCase('en-GB');
}
