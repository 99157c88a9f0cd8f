// What a committee would send an amendment back for, as facts. They warn; nothing here stops anybody.

import type { Clause } from '../motion/clause';
import type { TextVersion } from '../motion/motion';
import { applyOperations } from './apply-operations';
import { countByRule, lengthRules } from './count-added-words';
import type { TextOperation } from './operation';
import { printedPaper } from './printed-paper';
import { staleReferences } from './stale-references';
import type { StaleReference } from './stale-references';
import { isWord, tokensOf } from './tokens';
import type { WordingStyleName } from './wording-style';
import { writeWording } from './write-wording';

export type ChecklistFact =
  /** There are no operations. */
  | { readonly kind: 'empty' }
  /** The amended text reads as the motion does. */
  | { readonly kind: 'changes-nothing' }
  /** It turns round what the motion asks: `words` were put in or taken out of the clause. */
  | { readonly kind: 'negates'; readonly clause: Clause; readonly words: string }
  /** Nothing of the motion's text is left. */
  | { readonly kind: 'replaces-all' }
  | { readonly kind: 'over-length'; readonly words: number; readonly most: number }
  /** A list of actions that says to nobody in particular what is to be done; `clause` is what introduces it. */
  | { readonly kind: 'addressee-missing'; readonly clause: Clause }
  /** A reference to a number that has changed; `clause` is its index in the amended text. */
  | ({ readonly kind: 'stale-reference' } & StaleReference);

/** All that can be said against the amendment, in this order; none for one without a fault. Operations must fit `base`. */
export function checklistOf(
  base: TextVersion,
  operations: readonly TextOperation[],
  style: WordingStyleName = 'unison',
): readonly ChecklistFact[] {
  if (operations.length === 0) return [{ kind: 'empty' }];
  const applied = applyOperations(base, operations);
  if (!applied.ok) throw new Error(`The amendment is not of this text: ${applied.error.kind}`);
  const amended = applied.value;
  if (readsAlike(base, amended)) return [{ kind: 'changes-nothing' }];
  return [
    ...negations(base, amended),
    ...(amended.clauses.some(({ id }) => base.clauses.some((clause) => clause.id === id))
      ? []
      : [{ kind: 'replaces-all' } as const]),
    ...overLength(base, operations, style),
    ...withoutAddressee(base, amended),
    ...staleReferences(base, amended).map(({ reference, clause }): ChecklistFact => ({
      kind: 'stale-reference',
      reference,
      clause,
    })),
  ];
}

function readsAlike(base: TextVersion, amended: TextVersion): boolean {
  return shownText(base) === shownText(amended);
}

function shownText({ title, clauses }: TextVersion): string {
  return JSON.stringify([title, clauses.map(({ kind, depth, text }) => [kind === 'item', depth, text])]);
}

const negation =
  /^(?:not|no|never|nor|neither|cannot|without|oppose|opposes|reject|rejects|against|n[’']t|\p{L}+n[’']t)$/iu;

// A clause that has the same words but for a negation says the opposite. More changes than that are a matter of opinion.
function negations(base: TextVersion, amended: TextVersion): readonly ChecklistFact[] {
  const before = new Map(base.clauses.map((clause) => [clause.id, clause]));
  return amended.clauses.flatMap((clause): readonly ChecklistFact[] => {
    const printed = before.get(clause.id);
    if (printed === undefined || printed.text === clause.text) return [];
    const [old, now] = [negationsIn(printed.text), negationsIn(clause.text)];
    if ((old.length - now.length) % 2 === 0) return [];
    const longer = old.length > now.length ? old : now;
    const shorter = old.length > now.length ? now : old;
    const word = longer.find((each) => !shorter.includes(each)) ?? longer.at(-1);
    return word === undefined || !isMostlyKept(printed.text, clause.text)
      ? []
      : [{ kind: 'negates', clause: printed, words: word }];
  });
}

function negationsIn(text: string): readonly string[] {
  // "Not only" and "not least" say yes.
  const plain = text.replace(/\bnot\s+(?:only|least|just|merely)\b/giu, '');
  return tokensOf(plain).flatMap((token) => (negation.test(token.text) ? [token.text] : []));
}

/** Whether three quarters of the words are in both (Dice coefficient). */
function isMostlyKept(before: string, after: string): boolean {
  const [left, right] = [before, after].map((text) =>
    tokensOf(text).flatMap((token) => (isWord(token) ? [token.text.toLowerCase()] : [])),
  );
  if (left === undefined || right === undefined) return false;
  const known = new Set(left);
  return 2 * right.filter((word) => known.has(word)).length >= 0.75 * (left.length + right.length);
}

function overLength(
  base: TextVersion,
  operations: readonly TextOperation[],
  style: WordingStyleName,
): readonly ChecklistFact[] {
  const rule = lengthRules[style];
  if (rule === undefined) return [];
  const wording = rule.counts === 'all-words' ? writeWording(base, operations, style) : [];
  const words = countByRule(rule, base, operations, wording);
  return words > rule.most ? [{ kind: 'over-length', words, most: rule.most }] : [];
}

const instructs = /\b(?:calls?\s+(?:up)?on|instructs?|asks?|urges?|requests?|mandates?|directs?)\b\s*(.*)$/iu;

// Only what the amendment brings: a motion printed without an addressee is not the amendment's fault.
function withoutAddressee(base: TextVersion, amended: TextVersion): readonly ChecklistFact[] {
  const printed = new Map(base.clauses.map(({ id, text }) => [id, text]));
  const { lists } = printedPaper(amended);
  return lists.flatMap((list): readonly ChecklistFact[] => {
    const clause = amended.clauses[list.leadIn ?? -1];
    if (clause === undefined || printed.get(clause.id) === clause.text) return [];
    const behind = instructs.exec(clause.text)?.[1];
    return behind !== undefined && !/\p{L}/u.test(behind.replace(/\bto\b\s*:?\s*$/iu, ''))
      ? [{ kind: 'addressee-missing', clause }]
      : [];
  });
}
