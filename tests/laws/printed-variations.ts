// The ways in which papers print one and the same order: marks, spaces, verbs, lines, names of units. None changes it.

import fc from 'fast-check';

/** One harmless change of a printed order. */
export type Variation = { readonly name: string; readonly vary: (printed: string) => string };

const hasInnerMarks = (printed: string): boolean => /[‘’"']|“[^”]*“|”[^“]*”/u.test(printed);

/** Changes what stands outside quotation marks, where marks within them leave no doubt of what that is. */
function mapOutside(printed: string, change: (piece: string) => string): string {
  if (hasInnerMarks(printed)) return printed;
  const pieces = printed.split(/(“[^”]*”)/u);
  return pieces.map((piece, index) => (index % 2 === 0 ? change(piece) : piece)).join('');
}

function outside(pattern: RegExp, put: string): (printed: string) => string {
  return (printed) => mapOutside(printed, (piece) => piece.replace(pattern, put));
}

const variations: readonly Variation[] = [
  { name: 'straight marks', vary: (printed) => (hasInnerMarks(printed) ? printed : printed.replace(/[“”]/gu, '"')) },
  {
    name: 'single marks',
    vary: (printed) => (hasInnerMarks(printed) ? printed : printed.replaceAll('“', '‘').replaceAll('”', '’')),
  },
  {
    name: 'spaces within the marks',
    vary: (printed) => (hasInnerMarks(printed) ? printed : printed.replaceAll('“', '“ ')),
  },
  {
    name: 'verbs in capitals',
    vary: (printed) =>
      mapOutside(printed, (piece) =>
        piece.replace(/\b(?:delete|insert|replace|add|after|before)\b/gi, (verb) => verb.toUpperCase()),
      ),
  },
  { name: 'replace with', vary: outside(/\band insert\b/g, 'and replace with') },
  { name: 'replace by', vary: outside(/\band insert\b/g, 'and replace by') },
  { name: 'substitute', vary: outside(/\band insert\b/g, 'and substitute') },
  { name: 'comma for and', vary: outside(/ and insert\b/g, ', insert') },
  { name: 'a new sentence', vary: outside(/ and insert\b/g, '. Insert') },
  { name: 'a new line', vary: outside(/ and insert /g, '\nand insert ') },
  { name: 'the words', vary: outside(/\b(insert|delete) $/g, '$1 the words ') },
  { name: 'a colon before the words', vary: outside(/\b(insert|add) $/g, '$1: ') },
  { name: 'words on their own line', vary: outside(/\b(insert|add) $/g, '$1:\n') },
  { name: 'remove', vary: outside(/\bdelete\b/g, 'remove') },
  { name: 'take out', vary: outside(/\bdelete\b/g, 'take out') },
  { name: 'add for insert', vary: outside(/\binsert\b/g, 'add') },
  { name: 'para', vary: outside(/\bparagraph\b/g, 'para') },
  { name: 'colon after the place', vary: outside(/^(In (?:paragraph|action point) \w+),/gm, '$1:') },
  { name: 'place without a preposition', vary: outside(/^In ((?:paragraph|action point) \w+),/gm, '$1 –') },
  { name: 'place on its own line', vary: outside(/^In ((?:paragraph|action point) \w+), (\w)/gm, '$1\n$2') },
  { name: 'existing', vary: outside(/\b(paragraph|action point) (?=\d)/g, 'existing $1 ') },
  // A full stop within the marks would then be the order's.
  { name: 'no full stop', vary: (printed) => (printed.includes('.”') ? printed : printed.replace(/(?<=”)\.$/gm, '')) },
  { name: 'wide spaces', vary: outside(/ /g, '  ') },
  { name: 'a number before it', vary: (printed) => `Amendment 12.1\nNorthern Region\n${printed}` },
  { name: 'a purpose behind it', vary: (printed) => `${printed}\nPurpose: to delete “nothing” and insert “less”.` },
];

/** One to three of them, one after another. */
export const severalVariations: fc.Arbitrary<readonly Variation[]> = fc.array(fc.constantFrom(...variations), {
  minLength: 1,
  maxLength: 3,
});
