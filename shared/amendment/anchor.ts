// Keeps a note or a quotation with the words it was made on when the text changes; and where those words are gone says
// so. It never moves to words that were somebody else's before: a lost anchor is an orphan that keeps its quotation.

import type { ClauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { findWords, readsTheSame } from './find-words';
import type { Range } from './find-words';
import { tokensOf } from './tokens';

/** Words of a clause, and enough around them to find them again. `from` and `to` are UTF-16 code units in its text. */
export type TextAnchor = {
  readonly clause: ClauseId;
  readonly from: number;
  readonly to: number;
  readonly quotation: string;
  /** Up to 32 code units before and after the quotation in its clause. */
  readonly before: string;
  readonly after: string;
};

/**
 * - `found`: in its own clause as it was (`unchanged`), in its own clause changed (`clause`), or in another (`elsewhere`)
 * - `orphan`: nowhere with certainty
 */
export type AnchorPlace =
  | {
      readonly kind: 'found';
      readonly where: 'unchanged' | 'clause' | 'elsewhere';
      readonly clause: ClauseId;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'orphan' };

const contextLength = 32;
/** A likeness (0 to 1) below this is no match, and one that another place comes this near to is no answer. */
const leastLikeness = 0.75;
const leastMargin = 0.1;

/** The anchor of a range of a clause; of the whole clause when no range is given. */
export function anchorIn(clause: Clause, range: Range = { from: 0, to: clause.text.length }): TextAnchor {
  const { from, to } = range;
  return {
    clause: clause.id,
    from,
    to,
    quotation: clause.text.slice(from, to),
    before: clause.text.slice(Math.max(0, from - contextLength), from),
    after: clause.text.slice(to, to + contextLength),
  };
}

/**
 * Finds the anchor in `clauses`. `known` are the ids that the text had when the anchor was made: those clauses were
 * other clauses then, and are never taken for this one, however alike. Numbers and negations must be the same.
 */
export function findAnchor(clauses: readonly Clause[], anchor: TextAnchor, known: ReadonlySet<ClauseId>): AnchorPlace {
  const own = clauses.find((clause) => clause.id === anchor.clause);
  if (own !== undefined) return findInOwnClause(own, anchor);
  const strangers = clauses.filter((clause) => !known.has(clause.id));
  const candidates = strangers.flatMap((clause) => candidatesIn(clause, anchor));
  return decide(candidates, 'elsewhere');
}

function findInOwnClause(clause: Clause, anchor: TextAnchor): AnchorPlace {
  const { from, to, quotation } = anchor;
  const isInPlace = clause.text.slice(from, to) === quotation && clause.text.slice(0, from).endsWith(anchor.before);
  if (isInPlace && clause.text.slice(to).startsWith(anchor.after)) {
    return { kind: 'found', where: 'unchanged', clause: clause.id, from, to };
  }
  // A note on the whole clause stays with it, whatever its new words.
  if (anchor.before === '' && anchor.after === '' && from === 0) {
    return { kind: 'found', where: 'clause', clause: clause.id, from: 0, to: clause.text.length };
  }
  return decide(candidatesIn(clause, anchor), 'clause');
}

type Candidate = { readonly clause: ClauseId; readonly range: Range; readonly likeness: number };

function candidatesIn(clause: Clause, anchor: TextAnchor): readonly Candidate[] {
  if (anchor.quotation.trim() === '') return [];
  const exact = findWords(clause.text, anchor.quotation).filter((range) =>
    readsTheSame(clause.text.slice(range.from, range.to), anchor.quotation),
  );
  const ranges = exact.length > 0 ? exact : [{ from: 0, to: clause.text.length }];
  return ranges
    .map((range) => ({ clause: clause.id, range, likeness: likenessOf(clause.text, range, anchor) }))
    .filter(({ likeness }) => likeness >= leastLikeness);
}

/** Four fifths what is quoted, one fifth what stands around it. */
function likenessOf(text: string, range: Range, anchor: TextAnchor): number {
  const words = text.slice(range.from, range.to);
  if (weighty(words) !== weighty(anchor.quotation)) return 0;
  const before = text.slice(Math.max(0, range.from - contextLength), range.from);
  const after = text.slice(range.to, range.to + contextLength);
  const around = (pairLikeness(before, anchor.before) + pairLikeness(after, anchor.after)) / 2;
  return 0.8 * pairLikeness(words, anchor.quotation) + 0.2 * around;
}

/** The words on which the meaning turns: numbers and negations, in order. */
function weighty(text: string): string {
  return tokensOf(text)
    .map((token) => token.text.toLowerCase())
    .filter((token) => /\p{Nd}|^(?:not|no|never|nor|neither|without|against|cannot)$|n[’']t$/u.test(token))
    .join(' ');
}

/** Dice's coefficient of the pairs of neighbouring tokens; 1 for two empty texts. */
function pairLikeness(before: string, after: string): number {
  const left = pairsOf(before);
  const right = pairsOf(after);
  if (left.length + right.length === 0) return readsTheSame(before, after) ? 1 : 0;
  const rest = [...right];
  let common = 0;
  for (const pair of left) {
    const index = rest.indexOf(pair);
    if (index < 0) continue;
    rest.splice(index, 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length);
}

function pairsOf(text: string): readonly string[] {
  const tokens = tokensOf(text).map((token) => token.text.toLowerCase());
  return tokens.slice(1).map((token, index) => `${tokens[index] ?? ''} ${token}`);
}

/** The best candidate, if the next best is clearly behind it. */
function decide(candidates: readonly Candidate[], where: 'clause' | 'elsewhere'): AnchorPlace {
  const [best, next] = candidates.toSorted((left, right) => right.likeness - left.likeness);
  if (best === undefined || best.likeness - (next?.likeness ?? 0) < leastMargin) return { kind: 'orphan' };
  return { kind: 'found', where, clause: best.clause, from: best.range.from, to: best.range.to };
}
