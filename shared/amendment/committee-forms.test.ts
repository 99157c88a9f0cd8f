import { expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { applyOperations } from './apply-operations';
import { readWording } from './read-wording';

const lines: readonly (readonly [Clause['kind'], number, string | undefined, string])[] = [
  ['paragraph', 0, undefined, 'Conference thanks the cooks, for now, and the porters. It thanks the cooks again.'],
  ['lead-in', 0, undefined, 'Conference notes:'],
  ['item', 1, 'i)', 'that kitchens close;'],
  ['item', 1, 'ii)', 'that kitchens cost little.'],
  ['lead-in', 0, undefined, 'Conference resolves:'],
  ['item', 1, '1.', 'to keep kitchens, not least at night;'],
  ['item', 2, '·', 'Night kitchens;'],
  ['item', 2, '·', 'School kitchens.'],
  ['item', 1, '2.', 'to report on kitchens;'],
  ['item', 1, '3.', 'to pay the cooks.'],
];
const clauses = lines.map(([kind, depth, number, text], index): Clause => {
  const id = clauseId(`c${index}`);
  return number === undefined ? { id, kind, depth, text } : { id, kind, depth, number, text };
});
const base: TextVersion = { id: textVersionIdOf('Kitchens', clauses), title: 'Kitchens', clauses };

/** The outcome, and the lines that differ from the motion, marked by "-" (gone) and "+" (new), or "order". */
function read(instruction: string): string {
  const { outcome, operations } = readWording(base, instruction);
  const result = applyOperations(base, operations);
  if (!result.ok) throw new Error(result.error.kind);
  const [before, after] = [clauses, result.value.clauses].map((list) => list.map(({ text }) => text));
  if (before === undefined || after === undefined) throw new Error('Both texts are there');
  const gone = before.filter((text) => !after.includes(text)).map((text) => `- ${text}`);
  const come = after.filter((text) => !before.includes(text)).map((text) => `+ ${text}`);
  const isMoved = gone.length + come.length === 0 && before.join('\n') !== after.join('\n');
  const title = result.value.title === base.title ? [] : [`+ ${result.value.title}`];
  return [outcome, ...gone, ...come, ...title, ...(isMoved ? ['order', ...after.slice(0, 1)] : [])].join(' | ');
}

const [thanks, closes, cheap, keep, night, school, report, pay] = [0, 2, 3, 5, 6, 7, 8, 9].map(
  (index) => clauses[index]?.text ?? '',
);

it.each([
  // A marker may have a full stop, which ends no sentence.
  ['In 3. delete “pay” and insert “thank”.', `applied | - ${pay} | + to thank the cooks.`],
  ['Delete 3. and renumber.', `applied | - ${pay}`],
  ['Delete 2. and insert:\n\n2. to report in May;', `applied | - ${report} | + to report in May;`],
  [
    'In 2. delete “report” and insert “reply”; in 3. delete “the ”.',
    `applied | - ${report} | - ${pay} | + to reply on kitchens; | + to pay cooks.`,
  ],
  ['Delete 2. and 3.', `applied | - ${report} | - ${pay}`],
  // A number in brackets behind a stem is an address, no gloss.
  ['In resolves (2), delete “kitchens” and insert “cooks”.', `applied | - ${report} | + to report on cooks;`],
  ['In notes (i), delete “cost”.', 'needs-answer'],
  [
    'Under “Conference notes”, in ii) delete “little” and insert “much”.',
    `applied | - ${cheap} | + that kitchens cost much.`,
  ],
  ['Delete the whole of the ‘Conference notes’ section.', `applied | - Conference notes: | - ${closes} | - ${cheap}`],
  ['Add to ‘Conference notes’ new point (ii):\nii. that cooks care;', 'applied | + that cooks care;'],
  ['Strike resolves 3.', `applied | - ${pay}`],
  // Units by number words, by their words, and new numbers.
  [
    'In paragraph one, delete the final sentence.',
    `applied | - ${thanks} | + Conference thanks the cooks, for now, and the porters.`,
  ],
  ['Delete the bullet “School kitchens.”', `applied | - ${school}`],
  ['After the bullet “Night kitchens;” insert new bullet: “Day kitchens;”', 'applied | + Day kitchens;'],
  ['In action 3, delete “pay” and insert “thank”.', `applied | - ${pay} | + to thank the cooks.`],
  ['Insert new 3. and renumber:\n“to thank the porters;”', 'applied | + to thank the porters;'],
  ['Move 3. to become 1.', `applied | order | ${thanks}`],
  ['Move 3. to follow 1.', `applied | order | ${thanks}`],
  ['Delete 2. and 3. inclusive.', `applied | - ${report} | - ${pay}`],
  // Where the words stand.
  [
    'Replace “kitchens” with “canteens” in resolves 1 and 2.',
    `applied | - ${keep} | - ${report} | + to keep canteens, not least at night; | + to report on canteens;`,
  ],
  [
    'Delete “cooks” where it occurs for the second time in paragraph 1.',
    `applied | - ${thanks} | + Conference thanks the cooks, for now, and the porters. It thanks the again.`,
  ],
  [
    'Replace “cooks” with “chefs” throughout paragraph 1.',
    `applied | - ${thanks} | + Conference thanks the chefs, for now, and the porters. It thanks the chefs again.`,
  ],
  [
    'After “keep kitchens,” delete “not least” and insert “even”.',
    `applied | - ${keep} | + to keep kitchens, even at night;`,
  ],
  ['After “thanks” delete “porters”.', 'needs-answer'],
  [
    'Insert at the end of 2. after “kitchens” the words “, and cooks”.',
    `applied | - ${report} | + to report on kitchens, and cooks;`,
  ],
  ['Delete everything from “that kitchens close” to “close;”.', `applied | - ${closes}`],
  // A mark that goes parted two words.
  ['In 1. delete “, not least” and insert “even”.', `applied | - ${keep} | + to keep kitchens even at night;`],
  ['Amend the title by deleting “Kitchens” and inserting “Kitchens and cooks”', 'applied | + Kitchens and cooks'],
])('%s → %s', (instruction, expected) => {
  expect(read(instruction)).toBe(expected);
});

it('words of the second step of an order are never half carried out', () => {
  expect(read('Amend paragraph 1 by deleting “porters” and inserting somewhere else.')).toBe('needs-answer');
  expect(night).toBe('Night kitchens;');
});
