// Made-up motions and edits of them, for laws that must hold for every text.

import fc from 'fast-check';
import { clauseId, textVersionId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { TextVersion } from '../../shared/motion/motion';

const words = (
  'conference members members’ branches the the of and and to co-operative councils pay £1,500 5_% 2024–25 library ' +
  'libraries not campaign ‘fair deal’ “open doors” school a in including women’s NEC (NEC) region report —'
)
  .split(' ')
  .map((text) => text.replace('_', ' '));
const marks = ['', '', '', '', ',', ';', ':', '.', '?'];

const word = fc.constantFrom(...words);
const markedWord = fc.tuple(word, fc.constantFrom(...marks)).map(([text, mark]) => text + mark);
const phrase = fc.array(markedWord, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));

/** A sentence or two of conference words, trimmed, with inner quotations and marks in any place. */
export const wording = fc
  .array(markedWord, { minLength: 3, maxLength: 24 })
  .map((list) => `${list.join(' ')}.`.replace(/^./u, (first) => first.toUpperCase()))
  .filter((text) => !beginsLikeAMarker(text));

/** "a. members" at the start of a paragraph is a point of a list to every reader: no wording can say otherwise. */
function beginsLikeAMarker(text: string): boolean {
  return /^(?:a[.:;,?]|—)/i.test(text);
}

const styles: readonly ((ordinal: number) => string | undefined)[] = [
  (ordinal) => `${ordinal})`,
  (ordinal) => `${String.fromCharCode(96 + ordinal)}.`,
  (ordinal) => `${['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'][ordinal - 1] ?? 'x'})`,
  () => '•',
];
const stems = [
  'Conference notes:',
  'Conference believes that:',
  'Conference instructs the Executive to:',
  'Conference resolves:',
];

function clauseList(mostItems: number): fc.Arbitrary<readonly Omit<Clause, 'id'>[]> {
  return fc
    .record({
      stem: fc.constantFrom(...stems),
      style: fc.nat(styles.length - 1),
      items: fc.array(wording, { minLength: 1, maxLength: mostItems }),
    })
    .map(({ stem, style, items }): readonly Omit<Clause, 'id'>[] => {
      const leadIn: Omit<Clause, 'id'> = { kind: 'lead-in', depth: 0, text: stem };
      return [leadIn].concat(items.map((text, index) => itemOf(text, styles[style]?.(index + 1))));
    });
}

function itemOf(text: string, number: string | undefined): Omit<Clause, 'id'> {
  return number === undefined ? { kind: 'item', depth: 1, text } : { kind: 'item', number, depth: 1, text };
}

const paragraph = wording.map((text): readonly Omit<Clause, 'id'>[] => [{ kind: 'paragraph', depth: 0, text }]);

/** A motion's text: paragraphs and lists in any order, each clause with an id. */
function textOfUpTo(most: { readonly parts: number; readonly items: number }): fc.Arbitrary<TextVersion> {
  return fc
    .tuple(phrase, fc.array(fc.oneof(paragraph, clauseList(most.items)), { minLength: 1, maxLength: most.parts }))
    .map(([title, parts]) => {
      const clauses = parts.flat().map((clause, index): Clause => Object.assign({ id: clauseId(`c${index}`) }, clause));
      return { id: textVersionIdOf(title, clauses), title, clauses };
    });
}

export const textVersion = textOfUpTo({ parts: 4, items: 5 });

/** The same, but short: for laws that write and read a wording more than once a text. */
export const shortTextVersion = textOfUpTo({ parts: 2, items: 2 });

export type Edit =
  | {
      readonly kind: 'words';
      readonly at: number;
      readonly from: number;
      readonly count: number;
      readonly text: string;
    }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'add'; readonly at: number; readonly text: string }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'divide'; readonly at: number; readonly from: number }
  | { readonly kind: 'combine'; readonly at: number }
  | { readonly kind: 'rewrite'; readonly at: number; readonly text: string }
  | { readonly kind: 'title'; readonly text: string };

const position = fc.nat(40);

/** What a person does to a text: words changed (most often), clauses removed, added, moved, divided, combined or rewritten. */
const oneEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('words' as const),
      at: position,
      from: position,
      count: fc.nat(3),
      text: fc.oneof(phrase, fc.constant('')),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: position }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), at: position, text: wording }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), at: position, to: position }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('divide' as const), at: position, from: position }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('combine' as const), at: position }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rewrite' as const), at: position, text: wording }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('title' as const), text: phrase }) },
);

/** Some of them, one after the other. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(oneEdit, { minLength: 1, maxLength: 5 });

/** One or two of them. */
export const fewEdits: fc.Arbitrary<readonly Edit[]> = fc.array(oneEdit, { minLength: 1, maxLength: 2 });

/** The text after the edits; new clauses have ids `n0`, `n1` … after the `prefix`. */
export function edited(base: TextVersion, list: readonly Edit[], prefix = 'n'): TextVersion {
  let { title } = base;
  const clauses = [...base.clauses];
  list.forEach((edit, index) => {
    if (edit.kind === 'title') title = edit.text;
    else editClauses(clauses, edit, clauseId(`${prefix}${index}`));
  });
  return { id: textVersionId('edited'), title, clauses };
}

function editClauses(clauses: Clause[], edit: Exclude<Edit, { readonly kind: 'title' }>, id: Clause['id']): void {
  const at = clauses.length === 0 ? 0 : edit.at % clauses.length;
  const clause = clauses[at];
  if (clause === undefined) return;
  switch (edit.kind) {
    case 'words': {
      const parts = clause.text.split(' ');
      parts.splice(edit.from % (parts.length + 1), edit.count, ...(edit.text === '' ? [] : [edit.text]));
      const text = parts.join(' ');
      if (parts.length > 0 && !beginsLikeAMarker(text)) clauses[at] = { ...clause, text };
      return;
    }
    case 'remove':
      if (clauses.length > 1) clauses.splice(at, 1);
      return;
    case 'add':
      clauses.splice(at + 1, 0, {
        id,
        kind: clause.kind === 'item' ? 'item' : 'paragraph',
        depth: clause.depth,
        text: edit.text,
      });
      return;
    case 'move':
      clauses.splice(at, 1);
      clauses.splice(edit.to % (clauses.length + 1), 0, clause);
      return;
    case 'divide': {
      const parts = clause.text.split(' ');
      const from = 1 + (edit.from % parts.length);
      const text = parts.slice(from).join(' ');
      if (text === '' || beginsLikeAMarker(text)) return;
      const tail = { id, kind: clause.kind, depth: clause.depth, text };
      clauses.splice(at, 1, { ...clause, text: parts.slice(0, from).join(' ') }, tail);
      return;
    }
    case 'combine': {
      const next = clauses[at + 1];
      if (next === undefined || next.depth !== clause.depth || next.kind !== clause.kind) return;
      clauses.splice(at, 2, { ...clause, text: `${clause.text} ${next.text}` });
      return;
    }
    case 'rewrite':
      clauses[at] = { ...clause, text: edit.text };
  }
}
