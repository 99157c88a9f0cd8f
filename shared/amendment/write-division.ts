// The sentences for a clause divided in two, and for two clauses made one.

import type { TextOperation } from './operation';
import { canBeSame } from './pair-clauses';
import { placeName } from './place-name';
import { tokensOf } from './tokens';
import { firstThatReadsBack } from './wording-check';
import type { Writer } from './wording-check';
import { quoted } from './wording-style';
import { inOneName } from './write-units';

/** What a sentence says, and of which clause of the base it is said. */
export type Division = {
  readonly clause: number;
  readonly sentence: string;
  readonly operations: readonly TextOperation[];
};

/** The divisions and combinations among the operations that can be said plainly. */
export function divisionsOf(writer: Writer): readonly Division[] {
  return writer.base.clauses.flatMap((_, clause): readonly Division[] => {
    const found = dividedAt(writer, clause) ?? combinedWithNext(writer, clause);
    if (found === undefined) return [];
    const sentence = firstThatReadsBack(writer, found.operations, found.sentences);
    return sentence === undefined ? [] : [{ clause, sentence, operations: found.operations }];
  });
}

type Candidate = { readonly operations: readonly TextOperation[]; readonly sentences: readonly string[] };

/** "In paragraph 1, begin a new paragraph at “It notes”." where what is deleted at the end of a clause is added behind it. */
function dividedAt({ base, paper, style, operations }: Writer, index: number): Candidate | undefined {
  const clause = base.clauses[index];
  if (clause === undefined) return undefined;
  const deletion = operations.find(
    (operation) => operation.kind === 'delete' && operation.clause === clause.id && operation.to === clause.text.length,
  );
  const addition = operations.find((operation) => operation.kind === 'add-clauses' && operation.after === clause.id);
  if (deletion?.kind !== 'delete' || addition?.kind !== 'add-clauses') return undefined;
  const [added, ...others] = addition.clauses;
  if (added === undefined || others.length > 0 || !canBeSame(clause, added)) return undefined;
  if (added.text !== deletion.removed.trim()) return undefined;
  const name = placeName(paper, index, style);
  if (name === undefined) return undefined;
  const tokens = tokensOf(added.text);
  const unit = clause.kind === 'item' ? 'point' : 'paragraph';
  const sentences = [2, 3, 4, 6, 8, 12].flatMap((count) => {
    const last = tokens[Math.min(count, tokens.length) - 1];
    const words = last === undefined ? '' : added.text.slice(0, last.to);
    return words === '' ? [] : [`${name.within}${style.afterPlace}begin a new ${unit} at ${quoted(style, words)}.`];
  });
  return { operations: [deletion, addition], sentences };
}

/** "Combine paragraphs 1 and 2." where the words of a clause that is deleted are added to the one before it. */
function combinedWithNext({ base, paper, style, operations }: Writer, index: number): Candidate | undefined {
  const [clause, next] = [base.clauses[index], base.clauses[index + 1]];
  if (clause === undefined || next === undefined) return undefined;
  const addition = operations.find(
    (operation) =>
      operation.kind === 'insert' &&
      operation.clause === clause.id &&
      operation.at === clause.text.length &&
      operation.text === ` ${next.text}`,
  );
  const deletion = operations.find((operation) => operation.kind === 'delete-clause' && operation.clause === next.id);
  if (addition === undefined || deletion === undefined) return undefined;
  const names = [index, index + 1].flatMap((each) => placeName(paper, each, style)?.unit ?? []);
  if (names.length < 2) return undefined;
  return { operations: [addition, deletion], sentences: [`Combine ${inOneName(names)}.`] };
}
