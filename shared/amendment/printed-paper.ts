// A motion's text as a reader of the printed paper sees it: paragraphs counted, lists with what introduces them.

import type { Clause } from '../motion/clause';
import { listsOf } from '../motion/lists';
import type { TextVersion } from '../motion/motion';
import { fold } from './folded-text';
import type { FoldedText } from './folded-text';

export type PrintedList = {
  /** Indices of the entries in the motion's clauses. */
  readonly entries: readonly number[];
  /** Index of the clause that introduces the list: a lead-in, or the item that a nested list stands in. */
  readonly leadIn?: number;
  /** Whether the lead-in tells somebody to do something, so that the entries are action points. */
  readonly instructs: boolean;
  readonly depth: number;
};

export type PrintedPaper = {
  readonly text: TextVersion;
  /** The clauses and the title as words are looked up in them. */
  readonly folded: readonly FoldedText[];
  readonly foldedTitle: FoldedText;
  /** Indices of what "paragraph 1", "paragraph 2" … count: clauses outside lists that are no headings. */
  readonly paragraphs: readonly number[];
  readonly lists: readonly PrintedList[];
  /** The lists whose entries can be called action points: those that instruct; if none does, any. */
  readonly actionLists: readonly PrintedList[];
};

const instructing =
  /\b(?:calls?\s+(?:up)?on|instructs?|asks?|urges?|agrees?\s+to|resolves?|requests?|mandates?|demands?|directs?|requires?|commits?)\b/i;

/** The printed view of `text`. */
export function printedPaper(text: TextVersion): PrintedPaper {
  const { clauses } = text;
  const places = new Map(clauses.map((clause, index) => [clause.id, index]));
  const lists = listsOf(clauses).map((list): PrintedList => {
    const entries = list.flatMap((clause) => places.get(clause.id) ?? []);
    const depth = list[0]?.depth ?? 0;
    const leadIn = leadInOf(clauses, entries[0] ?? 0, depth);
    const instructs = leadIn !== undefined && instructing.test(clauses[leadIn]?.text ?? '');
    return leadIn === undefined ? { entries, instructs, depth } : { entries, leadIn, instructs, depth };
  });
  const outer = lists.filter((list) => list.depth <= 1);
  const instructingLists = outer.filter((list) => list.instructs);
  return {
    text,
    folded: clauses.map((clause) => fold(clause.text)),
    foldedTitle: fold(text.title),
    paragraphs: clauses.flatMap((clause, index) =>
      clause.depth === 0 && clause.kind !== 'heading' && !isNumbered(clause) ? [index] : [],
    ),
    lists,
    actionLists: instructingLists.length > 0 ? instructingLists : outer,
  };
}

function isNumbered(clause: Clause): boolean {
  return clause.number !== undefined || clause.kind === 'item';
}

function leadInOf(clauses: readonly Clause[], first: number, depth: number): number | undefined {
  for (let index = first - 1; index >= 0; index -= 1) {
    const clause = clauses[index];
    if (clause === undefined) return undefined;
    if (clause.depth < depth) return clause.kind === 'heading' && depth > 1 ? undefined : index;
    if (clause.depth === depth && !isNumbered(clause) && depth === 0) return index;
  }
  return undefined;
}

/** The index after a clause and all that belongs to it: nested items, and paragraphs that continue an item. */
export function endOfClause(clauses: readonly Clause[], index: number): number {
  const clause = clauses[index];
  if (clause === undefined) return index + 1;
  let end = index + 1;
  while (end < clauses.length && belongsTo(clause, clauses[end])) end += 1;
  return end;
}

function belongsTo(clause: Clause, next: Clause | undefined): boolean {
  if (next === undefined || !isNumbered(clause)) return false;
  const continues =
    next.depth === clause.depth && next.depth > 0 && next.kind === 'paragraph' && next.number === undefined;
  return next.depth > clause.depth || continues;
}

/** The index after the last clause of a list, with what belongs to its entries. */
export function endOfList(paper: PrintedPaper, list: PrintedList): number {
  return endOfClause(paper.text.clauses, list.entries.at(-1) ?? 0);
}

/** The list that a clause introduces, if it does. */
export function listUnder(paper: PrintedPaper, leadIn: number): PrintedList | undefined {
  return paper.lists.find((list) => list.leadIn === leadIn);
}
