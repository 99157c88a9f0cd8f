// Orders as they are really written: points within points, several places, counted orders, words on several lines.

import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { applyOperations } from './apply-operations';
import { readWording } from './read-wording';

const lines: readonly (readonly [Clause['kind'], string | undefined, string])[] = [
  ['paragraph', undefined, 'Conference salutes lifeboat crews. They go out in any sea. Nobody pays them.'],
  ['lead-in', undefined, 'Conference calls on the harbour board to:'],
  ['item', '1)', 'repair the slipway, including:'],
  ['item', '•', 'new rails;'],
  ['item', '•', 'new lamps.'],
  ['item', '2)', 'feed the crews by 2026;'],
  ['item', '3)', 'thank the crews.'],
  ['paragraph', undefined, 'Conference further calls on the town to hold a lifeboat day. It should be in June.'],
];
const clauses = lines.map(([kind, number, text], index): Clause => {
  const id = clauseId(`c${index}`);
  const depth = number === undefined ? 0 : number === '•' ? 2 : 1;
  return number === undefined ? { id, kind, depth, text } : { id, kind, number, depth, text };
});
const base: TextVersion = { id: textVersionIdOf('Lifeboats', clauses), title: 'Lifeboats', clauses };

/** What comes out otherwise: new texts, and the first words of what is gone; or the outcome with its reasons. */
function read(instruction: string): string {
  const { outcome, operations, unresolved } = readWording(base, instruction);
  if (outcome !== 'applied') return [outcome, ...unresolved.map(({ reason }) => reason)].join(' ');
  const amended = applyOperations(base, operations);
  if (!amended.ok) throw new Error(amended.error.kind);
  const kept = new Set(amended.value.clauses.map(({ id }) => id));
  const before = new Set(clauses.map(({ text }) => text));
  const gone = clauses.filter(({ id }) => !kept.has(id)).map(({ text }) => `-${text.split(/\W/u)[0] ?? ''}`);
  return amended.value.clauses
    .filter(({ text }) => !before.has(text))
    .map(({ number, text }) => `${number ?? ''}${text}`)
    .concat(gone)
    .join(' | ');
}

const table: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'a point within a point': [
    ['In point 1, delete the second bullet point', '-new'],
    ['In action point 1, second bullet, delete “lamps” and insert “lights”', '•new lights.'],
    ['Delete the second bullet of action point 1', '-new'],
    ['Under 1) add new bullet: “new paint.”', '•new paint.'],
    ['In 1, after “rails” insert “and ropes”', '•new rails and ropes;'],
    ['In point 2, delete the second bullet point', 'needs-answer clause-not-found'],
    ['Delete point 1 and its sub-points', '-repair | -new | -new'],
  ],
  'a number by itself': [
    ['In 2, delete “by 2026” and insert “now”', '2)feed the crews now;'],
    ['Delete 3 and renumber.', '-thank'],
    ['Insert a new action point after 2: “house the crews;”', '3)house the crews;'],
    ['Replace 3 with “thank them all.”', '3)thank them all.'],
    ['Replace 2026 with 2027', 'not-an-edit descriptive'],
    ['Delete 2 and insert 3', 'not-an-edit descriptive'],
  ],
  'several places and units': [
    ['In 2) and 3), after “crews” insert “well”', '2)feed the crews well by 2026; | 3)thank the crews well.'],
    ['In 1) and 3), delete “crews”', 'needs-answer anchor-not-found'],
    ['Delete 2) and 3) and replace with: “rest.”', '2)rest. | -feed | -thank'],
    ['Delete 1) and 3) and replace with: “rest.”', 'needs-answer clause-ambiguous'],
    [
      'Delete action points 1 to 3 and replace with:\n1) rest;\n2) sleep.',
      '1)rest; | 2)sleep. | -repair | -new | -new | -feed | -thank',
    ],
    ['Delete 2) (line 9) and renumber', '-feed'],
    ['After 2. insert: “rest;”', '3)rest;'],
    ['Delete the last two sentences of paragraph 1', 'Conference salutes lifeboat crews.'],
    ['In paragraph 1 delete the first and third sentences', 'They go out in any sea.'],
    ['Delete the last two action points', '-feed | -thank'],
    ['Replace “feed” with “pay” and “thank” with “house”', '2)pay the crews by 2026; | 3)house the crews.'],
    ['Throughout the motion, replace “the crews” with “crews”', '2)feed crews by 2026; | 3)thank crews.'],
    ['Replace all references to “the crews” with “crews”', '2)feed crews by 2026; | 3)thank crews.'],
  ],
  'a stretch to the end of something': [
    ['Delete from “They go” to the end of the sentence', 'Conference salutes lifeboat crews. Nobody pays them.'],
    [
      'Delete the rest of the sentence after “go out”',
      'Conference salutes lifeboat crews. They go out. Nobody pays them.',
    ],
    ['Delete the rest of the paragraph after “lifeboat crews.”', 'Conference salutes lifeboat crews.'],
    [
      'Delete all after “Conference calls on” and insert:\n“the town to:\n1) pay;\n2) rest.”',
      'Conference calls on the town to: | 1)pay; | 2)rest. | -repair | -new | -new | -feed | -thank | -Conference',
    ],
    ['In paragraph 1, after “sea” insert:\n“of any colour\nIt is cold.”', 'needs-answer clause-ambiguous'],
    [
      'In paragraph 1 replace “any sea” with “any sea and\nin any wind”',
      'Conference salutes lifeboat crews. They go out in any sea and in any wind. Nobody pays them.',
    ],
  ],
  'orders that are counted': [
    [
      '(a) In 2) delete “by 2026”\n(b) In the last paragraph delete “June” and insert “May”',
      '2)feed the crews; | Conference further calls on the town to hold a lifeboat day. It should be in May.',
    ],
    [
      'i) In action point 2 delete “by 2026”\nii) In action point 3 after “crews” insert “well”',
      '2)feed the crews; | 3)thank the crews well.',
    ],
    [
      'In action point 2\n1) delete “feed”\n2) insert “all” before “crews”',
      'needs-answer clause-not-found clause-not-found',
    ],
  ],
  'what is round about an order is no part of it': [
    ['12.1 Lifeboats\nNorthern Region\nIn action point 3 delete “thank” and insert “house”', '3)house the crews.'],
    ['Add a new action point 3 (and renumber accordingly): “rest;”', '3)rest;'],
    ['ACTION POINT 3: DELETE “THANK” AND INSERT “house”', '3)house the crews.'],
    ['In action point 3 after “the” insert “brave.”', '3)thank the brave crews.'],
  ],
  'an amendment to an amendment is none of this text': [
    ['In amendment 12.1, delete “thank”', 'needs-answer clause-not-found'],
    ['Amend amendment 12.1 by deleting “thank”', 'needs-answer clause-not-found'],
    ['Amendment 12.1\nDelete “thank”', '3)the crews.'],
  ],
};

describe.each(Object.entries(table))('%s', (_fact, rows) => {
  it.each(rows)('%s', (instruction, expected) => expect(read(instruction)).toBe(expected));
});
