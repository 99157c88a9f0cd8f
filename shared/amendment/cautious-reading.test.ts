import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { applyOperations } from './apply-operations';
import { readWording } from './read-wording';

const lines: readonly (readonly [Clause['kind'], string | undefined, string])[] = [
  ['paragraph', undefined, 'Conference thanks the co-operative and labour movements, and the council’s cooks.'],
  ['lead-in', undefined, 'Conference calls on the council to:'],
  ['item', '1)', 'Keep kitchens in all forms, including night kitchens;'],
  ['item', '2)', 'Support our members faced with closure, including advice;'],
  ['item', '3)', 'Seek agreements on best practice for co-operatives;'],
  ['item', '4)', 'Report to the Conservative-led council; and'],
  ['item', '5)', 'Campaign for fair pay'],
];
const clauses = lines.map(([kind, number, text], index): Clause => {
  const id = clauseId(`c${index}`);
  return number === undefined ? { id, kind, depth: 0, text } : { id, kind, number, depth: 1, text };
});
const base: TextVersion = { id: textVersionIdOf('Kitchens', clauses), title: 'Kitchens', clauses };

/** The outcome and reasons, with the clauses that come out otherwise. */
function read(instruction: string): string {
  const { outcome, operations, unresolved } = readWording(base, instruction);
  const result = applyOperations(base, operations);
  if (!result.ok) throw new Error(result.error.kind);
  const before = new Set(clauses.map(({ text }) => text));
  const changed = result.value.clauses.filter(({ text }) => !before.has(text)).map(({ text }) => text);
  const gone = clauses.length + changed.length - result.value.clauses.length;
  return [outcome, ...unresolved.map(({ reason }) => reason), ...changed, gone > changed.length ? 'gone' : '']
    .filter((part) => part !== '')
    .join(' | ');
}

const table: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'the space before words that stay is theirs': [
    [
      'In action point 3 delete “best practice” insert “best/practice”',
      'applied | Seek agreements on best/practice for co-operatives;',
    ],
    [
      'In action point 2 delete “members faced” insert “members—faced”',
      'applied | Support our members—faced with closure, including advice;',
    ],
    [
      'In paragraph 1 delete “co-operative and labour” insert “co-operative/labour”',
      'applied | Conference thanks the co-operative/labour movements, and the council’s cooks.',
    ],
    [
      'In action point 2 delete “members faced with” insert “members, faced with”',
      'applied | Support our members, faced with closure, including advice;',
    ],
  ],
  'what was not carried changes nothing': [
    ['WITHDRAWN\nDelete action point 2.', 'not-an-edit | descriptive'],
    ['LOST\nDelete action point 2.', 'not-an-edit | descriptive'],
    ['Remitted\nDelete action point 2.', 'not-an-edit | descriptive'],
    ['Remitted to the Executive\nDelete action point 2.', 'not-an-edit | descriptive'],
    ['Delete action point 2.\nLOST', 'not-an-edit | descriptive'],
    ['Delete action point 2. LOST', 'not-an-edit | descriptive'],
    ['Delete action point 2.\n\nThe amendment fell.', 'not-an-edit | descriptive'],
    ['Delete action point 2.\nAmendment lost on a card vote', 'not-an-edit | descriptive'],
    ['Delete action point 2.\nRuled out of order', 'not-an-edit | descriptive'],
    ['Delete action point 2.\nNot carried', 'not-an-edit | descriptive'],
    ['Delete action point 2.\nDecision: Withdrawn', 'not-an-edit | descriptive'],
    ['Amendment 12.1 (WITHDRAWN)\nDelete action point 2.', 'not-an-edit | descriptive'],
    ['12.1 Northern Branch – withdrawn\nDelete action point 2.', 'not-an-edit | descriptive'],
    ['Delete action point 2.\nLost: 12 for, 30 against', 'not-an-edit | descriptive'],
    ['Delete action point 2.\nSuperseded', 'not-an-edit | descriptive'],
    ['The amendment was withdrawn. Delete action point 2.', 'not-an-edit | descriptive'],
    ['CARRIED\nDelete action point 2.', 'applied | gone'],
    ['Delete action point 2.\nCarried', 'applied | gone'],
    [
      'Add new action point 6:\n6) Campaign until the cuts are rejected.',
      'applied | Campaign until the cuts are rejected.',
    ],
    ['Add new action point 6: “Lost”', 'applied | Lost'],
    ['Add new action point 6:\nLost hours are to be paid.', 'applied | Lost hours are to be paid.'],
  ],
  'half an order is not carried out': [
    ['Delete “including” in action points 1, 2 and 5 and insert “e.g.”', 'needs-answer'],
    ['Delete “including” in action points 1 and 2', 'needs-answer'],
    ['In point 2, delete "including" to end and add "and training"', 'needs-answer'],
    ['Delete action point 1 if action point 2 is carried', 'needs-answer'],
    ['Delete action point 1 unless action point 2 is carried.', 'needs-answer'],
    ['In action point 2 insert “all” before “members” and “closure”', 'needs-answer'],
    ['Delete “our” or “members” in action point 2', 'needs-answer'],
    ['Delete action point 2 or 3', 'needs-answer'],
    ['Delete action point 1 except “forms”', 'needs-answer'],
    [
      'Delete “our” and insert “all” in action point 2',
      'applied | Support all members faced with closure, including advice;',
    ],
    ['Delete action point 1. Only if amendment 2 falls.', 'needs-answer'],
    ['If amendment 2 falls:\nDelete action point 1.', 'needs-answer'],
    ['Delete action point 1 and renumber, unless amendment 2 is carried.', 'needs-answer'],
  ],
  'an order behind the renumbering is not lost': [
    ['Delete action point 1 and renumber, and amend references.', 'needs-answer | descriptive | gone'],
    ['Delete action point 1 and renumber.', 'applied | gone'],
    ['Delete action point 1 and renumber the points accordingly.', 'applied | gone'],
  ],
  'part of a word is not the word': [
    ['In action point 2 delete “memb” insert “numb”', 'needs-answer | anchor-not-found'],
    ['In action point 1 delete “form” insert “way”', 'needs-answer | anchor-not-found'],
    ['In action point 1 replace “itchen” with “ouse”', 'needs-answer | anchor-not-found'],
    ['In paragraph 1 replace “operative” with “op”', 'needs-answer | anchor-not-found'],
    ['In action point 4 after “Conservative” insert “-run or”', 'needs-answer | anchor-not-found'],
    [
      'In paragraph 1 replace “council” with “mayor”',
      'applied | Conference thanks the co-operative and labour movements, and the mayor’s cooks.',
    ],
  ],
  'a mark at the end takes the place of the mark there': [
    ['In action point 1 at end add “.”', 'applied | Keep kitchens in all forms, including night kitchens.'],
    ['In action point 3 at end add “;”', 'not-an-edit'],
    ['In action point 3 at end add “; and”', 'applied | Seek agreements on best practice for co-operatives; and'],
    ['In action point 3 at end add “and”', 'applied | Seek agreements on best practice for co-operatives; and'],
    [
      'In action point 3 at end add “and schools; and”',
      'applied | Seek agreements on best practice for co-operatives and schools; and',
    ],
    ['In action point 5 at end add “.”', 'applied | Campaign for fair pay.'],
    ['In action point 4 at end add “.”', 'needs-answer | anchor-ambiguous'],
    ['In action point 4 at end add “; or”', 'needs-answer | anchor-ambiguous'],
  ],
  'numbers that do not follow on are asked': [
    ['Add at the end:\n6) Ballot;\n8) Strike;', 'needs-answer | clause-ambiguous'],
    ['Add at the end:\n6) Ballot;\n7) Strike;', 'applied | Ballot; | Strike;'],
  ],
  'several amendments on a sheet are not one': [
    [
      'Amendment 12.1\nDelete action point 1.\nAmendment 12.2\nDelete action point 2.',
      'needs-answer | clause-ambiguous | clause-ambiguous',
    ],
    ['12.1 Delete action point 1.\n12.2 Delete action point 2.', 'needs-answer | clause-ambiguous | clause-ambiguous'],
    ['Amendment 12.1\nDelete action point 1.', 'applied | gone'],
  ],
};

describe.each(Object.entries(table))('%s', (_fact, rows) => {
  it.each(rows)('%s', (instruction, expected) => {
    if (expected === 'needs-answer') expect(read(instruction)).toMatch(/^needs-answer/);
    if (expected === 'needs-answer') expect(readWording(base, instruction).operations).toEqual([]);
    else expect(read(instruction)).toBe(expected);
  });
});
