// The sentences for whole units: new points and paragraphs, deleted ones, moved ones.

import type { ClauseId } from '../ids';
import type { Clause } from '../motion/clause';
import type { TextOperation } from './operation';
import { labelOf, placeName, stemWords } from './place-name';
import { endOfClause, endOfList, listUnder } from './printed-paper';
import type { PrintedList } from './printed-paper';
import { firstThatReadsBack } from './wording-check';
import type { Writer } from './wording-check';
import { otherMarks, quoted } from './wording-style';

type Sentences = readonly (string | undefined)[];

/** The sentence for new clauses in one place; several lines where they are of several kinds. */
export function addedUnits(
  writer: Writer,
  operation: Extract<TextOperation, { readonly kind: 'add-clauses' }>,
): Sentences {
  const behind = writer.base.clauses.findIndex((clause) => clause.id === operation.after);
  for (const style of [writer.style, ...otherMarks(writer.style)]) {
    const marked: Writer = { base: writer.base, paper: writer.paper, style, operations: writer.operations };
    const said = firstThatReadsBack(
      writer,
      [operation],
      [
        ...numberedEntries(marked, behind, operation.clauses),
        ...numberedParagraphs(marked, behind, operation.clauses),
        ...besideClause(marked, behind, operation.clauses),
        ...atEnd(marked, operation.clauses),
      ],
    );
    if (said !== undefined) return [said];
  }
  return [undefined];
}

function payload(writer: Writer, clauses: readonly Clause[], labels: readonly string[] = []): string {
  if (clauses.length === 1) return ` ${quoted(writer.style, clauses[0]?.text ?? '')}`;
  const marks = labels.length === clauses.length ? labels.map((label) => `${label}) `) : clauses.map(ownMarker);
  return `\n${clauses.map((clause, index) => quoted(writer.style, (marks[index] ?? '') + clause.text)).join('\n')}`;
}

function ownMarker(clause: Clause): string {
  return clause.number === undefined ? '' : `${clause.number} `;
}

/** "Insert new action point 2: “…” Renumber subsequent points." */
function numberedEntries(writer: Writer, behind: number, clauses: readonly Clause[]): readonly string[] {
  if (clauses.some((clause) => clause.kind !== 'item')) return [];
  return writer.paper.lists.flatMap((list) => entriesOfList(writer, list, { behind, clauses }));
}

function entriesOfList(
  writer: Writer,
  list: PrintedList,
  added: { readonly behind: number; readonly clauses: readonly Clause[] },
): readonly string[] {
  const { paper, style } = writer;
  const { behind, clauses } = added;
  const place = list.entries.findIndex((entry) => entry - 1 === behind);
  const isLast = endOfList(paper, list) - 1 === behind;
  if (place < 0 && !isLast) return [];
  const labels = newLabels(writer, list, place < 0 ? list.entries.length : place, clauses.length);
  const units = `${clauses.length > 1 ? 'points' : 'point'} ${listed(labels)}`;
  const verb = isLast ? 'add' : style.insertVerb;
  const text = payload(writer, clauses, labels) + renumbering(writer, isLast, clauses.length);
  const paragraph = paper.paragraphs.indexOf(list.leadIn ?? -1) + 1;
  const introductions = stemWords(paper, list).map((stem) => quoted(style, stem));
  const under = [...introductions, ...(paragraph > 0 ? [`paragraph ${paragraph}`] : [])].map(
    (introduction) => `Under ${introduction}${style.afterPlace}`,
  );
  const byStem = under.map((where) => `${where}${verb} new ${units}:${text}`);
  const atEndOfStem = isLast ? under.map((where) => `${where}add new point at end:${payload(writer, clauses)}`) : [];
  const byNumber = paper.actionLists.includes(list) ? [`${upperFirst(verb)} new action ${units}:${text}`] : [];
  const numbered = style.namesEntriesBy[0] === 'action-point' ? byNumber.concat(byStem) : byStem.concat(byNumber);
  return numbered.concat(atEndOfStem);
}

function renumbering(writer: Writer, isLast: boolean, count: number): string {
  if (isLast || !writer.style.renumbers) return '';
  return count === 1 ? ' Renumber subsequent points.' : '\nRenumber subsequent points.';
}

/** The numbers that new entries will have, as labels: those of the entries they push down. */
function newLabels(writer: Writer, list: PrintedList, place: number, count: number): readonly string[] {
  const entry = list.entries[place];
  const last = list.entries.at(-1);
  const next = entry === undefined ? undefined : labelOf(writer.paper, list, entry);
  const first = next ?? successor(last === undefined ? '0' : labelOf(writer.paper, list, last));
  const labels = [first];
  while (labels.length < count) labels.push(successor(labels.at(-1) ?? '1'));
  return labels;
}

const romans = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
];

function successor(label: string): string {
  if (/^\d+$/.test(label)) return String(Number(label) + 1);
  const roman = romans.indexOf(label.toLowerCase());
  if (roman >= 0 && (label.length > 1 || label === 'i')) return romans[roman + 1] ?? label;
  return String.fromCharCode(label.charCodeAt(0) + 1);
}

function listed(labels: readonly string[]): string {
  if (labels.length <= 2) return labels.join(' and ');
  return `${labels[0] ?? ''} to ${labels.at(-1) ?? ''}`;
}

/** "Insert new paragraph 3: “…”" */
function numberedParagraphs(writer: Writer, behind: number, clauses: readonly Clause[]): readonly string[] {
  const { paper } = writer;
  const isLast = behind === writer.base.clauses.length - 1;
  const place = paper.paragraphs.findIndex((index) => index - 1 === behind);
  if ((place < 0 && !isLast) || clauses[0]?.depth !== 0) return [];
  const ordinal = place < 0 ? paper.paragraphs.length + 1 : place + 1;
  const count = clauses.filter((clause) => clause.depth === 0).length;
  const labels = Array.from({ length: count }, (_, index) => String(ordinal + index));
  const word = count > 1 ? 'paragraphs' : 'paragraph';
  const verb = isLast ? 'Add' : upperFirst(writer.style.insertVerb);
  return [`${verb} new ${word} ${listed(labels)}:${payload(writer, clauses)}`];
}

/** "After paragraph 3 insert: …" */
function besideClause(writer: Writer, behind: number, clauses: readonly Clause[]): readonly string[] {
  const { paper, style } = writer;
  const before = placeName(paper, behind, style);
  const after = placeName(paper, behind + 1, style);
  const unit = clauses[0]?.kind === 'item' ? 'new point' : 'new paragraph';
  const text = payload(writer, clauses);
  return [
    ...(before === undefined ? [] : [`After ${before.unit} ${style.insertVerb} ${unit}:${text}`]),
    ...(after === undefined ? [] : [`Before ${after.unit} ${style.insertVerb} ${unit}:${text}`]),
    ...(before === undefined || after === undefined
      ? []
      : [`Between ${before.unit} and ${after.unit} ${style.insertVerb} ${unit}:${text}`]),
  ];
}

function atEnd(writer: Writer, clauses: readonly Clause[]): readonly string[] {
  return [`At end add:${payload(writer, clauses)}`];
}

/** "Delete action points 2 and 3 and renumber." for clauses that stand next to each other. */
export function deletedUnits(writer: Writer, indices: readonly number[]): Sentences {
  const groups = withoutFollowers(writer, indices);
  const names = groups.map((index) => placeName(writer.paper, index, writer.style)?.unit);
  const [first] = names;
  if (names.some((name) => name === undefined) || first === undefined) return [undefined];
  const operations = writer.operations.filter(
    (operation) =>
      operation.kind === 'delete-clause' &&
      indices.some((index) => writer.base.clauses[index]?.id === operation.clause),
  );
  const renumbers =
    writer.style.renumbers && groups.some((index) => !isLastEntry(writer, index)) ? ' and renumber' : '';
  const together = `Delete ${inOneName(names.flatMap((name) => name ?? []))}${renumbers}.`;
  const words = groups.map((index) => quoted(writer.style, writer.base.clauses[index]?.text ?? ''));
  const byWords = groups.length === 1 ? [`Delete ${words.join('')}.`] : [];
  const said = firstThatReadsBack(writer, operations, [together, together.replace(' and renumber', ''), ...byWords]);
  if (said !== undefined || groups.length === 1) return [said];
  return groups.flatMap((index) =>
    deletedUnits(
      writer,
      indices.filter((each) => each >= index && each < endOfClause(writer.base.clauses, index)),
    ),
  );
}

/** The clauses that are deleted by themselves: what belongs to a deleted item goes with it. */
function withoutFollowers(writer: Writer, indices: readonly number[]): readonly number[] {
  let end = -1;
  return indices.filter((index) => {
    if (index < end) return false;
    end = endOfClause(writer.base.clauses, index);
    return true;
  });
}

function isLastEntry(writer: Writer, index: number): boolean {
  const list = writer.paper.lists.find((each) => each.entries.includes(index));
  return list === undefined || list.entries.at(-1) === index;
}

/** Names of units as one: "action points 2 and 3", "paragraphs 1, 2 and 4", "paragraph 2 and action point 1". */
export function inOneName(names: readonly string[]): string {
  const parts = names.map((name) => /^(action point|paragraph) (\w+)$/.exec(name));
  const word = parts[0]?.[1];
  const isSame = names.length > 1 && parts.every((part) => part !== null && part[1] === word);
  const list = isSame ? parts.map((part) => part?.[2] ?? '') : names;
  const joined = list.length <= 2 ? list.join(' and ') : `${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}`;
  return isSame ? `${word ?? ''}s ${joined}` : joined;
}

type Move = Extract<TextOperation, { readonly kind: 'move-clause' }>;

/**
 * "Move action point 4 after action point 1." The operations move clauses that stand one behind the other to one place: a
 * clause with what belongs to it, or a paragraph "and its list".
 */
export function movedUnit(writer: Writer, operations: readonly Move[]): string | undefined {
  const { base, paper, style } = writer;
  const [first] = operations;
  if (first === undefined) return undefined;
  const indexOf = (id: ClauseId | null): number => base.clauses.findIndex((clause) => clause.id === id);
  const head = indexOf(first.clause);
  const name = placeName(paper, head, style)?.unit ?? '';
  const hasList = base.clauses[head]?.kind !== 'item' && listUnder(paper, head) !== undefined;
  const unit = hasList ? `${name} and its list` : name;
  const behind = indexOf(first.to);
  const before = placeName(paper, behind, style)?.unit;
  const after = placeName(paper, behind + 1, style)?.unit;
  return firstThatReadsBack(writer, operations, [
    ...(before === undefined ? [] : [`Move ${unit} after ${before}.`]),
    ...(after === undefined ? [] : [`Move ${unit} before ${after}.`]),
    `Move ${unit} to the end.`,
    `Move ${unit} to the beginning.`,
  ]);
}

/** Moves to one place, those of a clause and of what goes with it together. */
export function movesTogether(writer: Writer, moves: readonly Move[]): readonly (readonly Move[])[] {
  const { clauses } = writer.base;
  const groups: Move[][] = [];
  let start = -1;
  for (const move of moves) {
    const index = clauses.findIndex(({ id }) => id === move.clause);
    const list = clauses[start]?.kind === 'item' ? undefined : listUnder(writer.paper, start);
    const end = list === undefined ? endOfClause(clauses, start) : endOfList(writer.paper, list);
    const group = groups.at(-1);
    if (group !== undefined && index === start + group.length && index < end) group.push(move);
    else {
      groups.push([move]);
      start = index;
    }
  }
  return groups;
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
