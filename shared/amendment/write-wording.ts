// Writes the formal wording of an amendment: what a conference prints, quoting enough of the text to be beyond doubt.
// Every sentence is read back before it is used; one that would be read as anything else is said another way.

import type { ClauseId } from '../ids';
import type { Clause } from '../motion/clause';
import type { TextVersion } from '../motion/motion';
import { applyOperations, applyTextEdits, inOrder, isTextOperation, textEditOf } from './apply-operations';
import type { TextOperation } from './operation';
import { slotOf } from './operation-content';
import { placeName } from './place-name';
import type { PlaceName } from './place-name';
import { printedPaper } from './printed-paper';
import type { TextEdit } from './word-diff';
import { namingLists, otherMarks, quoted, wordingStyles } from './wording-style';
import type { WordingStyleName } from './wording-style';
import { divisionsOf } from './write-division';
import { editPhrases } from './write-edit';
import { addedUnits, deletedUnits, movedUnit, movesTogether } from './write-units';
import { readWording } from './read-wording';
import { firstThatReadsBack, readsBack } from './wording-check';
import type { Writer } from './wording-check';

/**
 * The sentences of `operations` on `base`, in the order of the text. Read back with `readWording` they give the same
 * text. None for no operations.
 */
export function writeWording(
  base: TextVersion,
  operations: readonly TextOperation[],
  style: WordingStyleName = 'unison',
): readonly string[] {
  if (operations.length === 0) return [];
  const writer: Writer = { base, paper: printedPaper(base), style: wordingStyles[style], operations };
  for (const said of waysToSay(writer)) if (readsBack(writer, said.join('\n'), operations)) return said;
  return wholeText(writer);
}

/** As the house says it; else each list by what introduces it, for the place of one sentence may be taken to rule the next. */
function* waysToSay(writer: Writer): Generator<readonly string[]> {
  const said = sentencesInOrder(writer);
  if (said === undefined) return;
  yield said;
  const named = sentencesInOrder({ ...writer, style: namingLists(writer.style) });
  if (named !== undefined) yield named;
}

function sentencesInOrder(whole: Writer): readonly string[] | undefined {
  const divisions = divisionsOf(whole);
  const divided = new Set(divisions.flatMap((division) => division.operations));
  const operations = whole.operations.filter((operation) => !divided.has(operation));
  const writer: Writer = { base: whole.base, paper: whole.paper, style: whole.style, operations };
  const { base } = writer;
  const slots = bySlot(operations);
  const sentences: (string | undefined)[] = [
    ...titleSentences(writer),
    ...slotSentences(writer, slots.get(null) ?? []),
  ];
  let deleted: number[] = [];
  base.clauses.forEach((clause, index) => {
    const isDeleted = operations.some(
      (operation) => operation.kind === 'delete-clause' && operation.clause === clause.id,
    );
    const here = slotSentences(writer, slots.get(clause.id) ?? []);
    if (isDeleted) deleted.push(index);
    if ((!isDeleted || here.length > 0) && deleted.length > 0) {
      sentences.push(...deletedUnits(writer, deleted));
      deleted = [];
    }
    const division = divisions.find((each) => each.clause === index)?.sentence;
    sentences.push(...clauseSentences(writer, clause, index), ...(division === undefined ? [] : [division]), ...here);
  });
  sentences.push(...(deleted.length > 0 ? deletedUnits(writer, deleted) : []));
  return sentences.every((sentence) => sentence !== undefined) ? sentences : undefined;
}

/** What comes to stand behind a clause: new clauses and moved ones. */
function slotSentences(writer: Writer, placed: readonly TextOperation[]): readonly (string | undefined)[] {
  if (placed.length === 0) return [];
  const moves = placed.filter((operation) => operation.kind === 'move-clause');
  const together = new Map(movesTogether(writer, moves).map((group) => [group[0], group]));
  return placed.flatMap((operation): readonly (string | undefined)[] => {
    if (operation.kind === 'add-clauses') return addedUnits(writer, operation);
    const group = operation.kind === 'move-clause' ? together.get(operation) : undefined;
    return group === undefined ? [] : [movedUnit(writer, group)];
  });
}

/** The operations that put clauses behind each clause (`null`: before the first). */
function bySlot(operations: readonly TextOperation[]): ReadonlyMap<ClauseId | null, readonly TextOperation[]> {
  const slots = new Map<ClauseId | null, readonly TextOperation[]>();
  for (const operation of operations) {
    const slot = slotOf(operation);
    if (slot !== undefined) slots.set(slot, [...(slots.get(slot) ?? []), operation]);
  }
  return slots;
}

function titleSentences(writer: Writer): readonly (string | undefined)[] {
  const operations = writer.operations.filter((operation) => operation.kind === 'amend-title');
  if (operations.length === 0) return [];
  const said = inOrder(operations).map((operation) =>
    firstThatReadsBack(
      writer,
      [operation],
      phrasesOf(writer, writer.base.title, textEditOf(operation), 'In the title'),
    ),
  );
  if (said.every((sentence) => sentence !== undefined)) return said;
  const title = applyTextEdits(writer.base.title, operations.map(textEditOf));
  const whole = [writer.style, ...otherMarks(writer.style)].map(
    (style) => `Replace the title with: ${quoted(style, title)}`,
  );
  return [firstThatReadsBack(writer, operations, [...whole, `Replace the title with:\n${title}`])];
}

/** In the house's quotation marks; in others where the words have such marks in them that no reader could tell apart. */
function* phrasesOf(writer: Writer, before: string, edit: TextEdit, within: string): Generator<string> {
  const hasMarks = /[“”"‘’']/.test(before + edit.text);
  for (const style of hasMarks ? [writer.style, ...otherMarks(writer.style)] : [writer.style]) {
    for (const phrase of editPhrases({ ...edit, before }, style)) yield `${within}${style.afterPlace}${phrase}.`;
  }
}

/** By the line where the house counts lines and the paper prints them, else by the clause. */
function* clausePhrases(writer: Writer, clause: Clause, edit: TextEdit, name: PlaceName): Generator<string> {
  const line = writer.style.namesLines ? lineAt(writer.base, clause, edit.from) : undefined;
  if (line !== undefined) yield* phrasesOf(writer, clause.text, edit, `In line ${line}`);
  yield* phrasesOf(writer, clause.text, edit, name.within);
}

/** The printed number of the line that a place of a clause stands on. */
function lineAt(base: TextVersion, clause: Clause, at: number): number | undefined {
  return base.lineNumbers?.findLast((line) => line.clause === clause.id && line.from <= at)?.number;
}

type PlacedEdit = TextEdit & { readonly operation: TextOperation };

/** A sentence for each edit of the clause; where one cannot be said, the whole clause is replaced. */
function clauseSentences(writer: Writer, clause: Clause, index: number): readonly (string | undefined)[] {
  const operations = writer.operations.filter(
    (operation) => isTextOperation(operation) && operation.clause === clause.id,
  );
  if (operations.length === 0) return [];
  const name = placeName(writer.paper, index, writer.style);
  if (name === undefined) return [undefined];
  const edits = inOrder(
    operations
      .filter(isTextOperation)
      .map((operation): PlacedEdit => Object.assign({ operation }, textEditOf(operation))),
  );
  const after = applyTextEdits(clause.text, edits);
  const isWhole = edits.length === 1 && edits[0]?.from === 0 && edits[0].to === clause.text.length;
  if (!isWhole) {
    const said = edits.map((edit) =>
      firstThatReadsBack(writer, [edit.operation], clausePhrases(writer, clause, edit, name)),
    );
    if (said.every((sentence) => sentence !== undefined)) return said;
  }
  const verb = writer.style.open === '‘' ? 'Delete' : 'Replace';
  const link = verb === 'Delete' ? 'and replace with' : 'with';
  const whole = [writer.style, ...otherMarks(writer.style)].map(
    (style) => `${verb} ${name.unit} ${link}: ${quoted(style, after)}`,
  );
  return [firstThatReadsBack(writer, operations, [...whole, `${verb} ${name.unit} ${link}:\n${after}`])];
}

/** When nothing shorter is beyond doubt: the whole new text, with the first marks that leave no doubt. */
function wholeText(writer: Writer): readonly string[] {
  const { base, operations, style } = writer;
  const wanted = linesAfter(base, operations);
  const lines = wanted.slice(1);
  const styles = [style, ...otherMarks(style)];
  const titles: readonly (readonly string[])[] =
    base.title === wanted[0]
      ? [[]]
      : [
          ...styles.map((marks) => [titleReplaced(quoted(marks, wanted[0] ?? ''))]),
          [titleReplaced(`\n${wanted[0] ?? ''}`)],
        ];
  const texts = [...styles.map((marks) => lines.map((line) => quoted(marks, line))), lines];
  const bodies = texts.map((text) => `Delete all and replace with:\n${text.join('\n')}`);
  const ways = titles.flatMap((title) => bodies.map((body) => title.concat(body)));
  const said = ways.find(
    (way) => linesAfter(base, readWording(base, way.join('\n')).operations).join('\n') === wanted.join('\n'),
  );
  return said ?? ways[0] ?? [];
}

function titleReplaced(payload: string): string {
  return `Replace the title with: ${payload}`;
}

/** Title and clauses with their numbers. A whole new text gives every clause a new id, so that only words can be compared. */
function linesAfter(base: TextVersion, operations: readonly TextOperation[]): readonly string[] {
  const applied = applyOperations(base, operations);
  const { title, clauses } = applied.ok ? applied.value : base;
  return [
    title,
    ...clauses.map((clause) => (clause.number === undefined ? clause.text : `${clause.number} ${clause.text}`)),
  ];
}
