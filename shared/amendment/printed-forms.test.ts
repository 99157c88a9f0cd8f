// The forms of instructions that conferences print (and those that delegates use though nobody printed them), one by one.

import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { applyOperations } from './apply-operations';
import { readWording } from './read-wording';

/** `p` paragraph, `l` lead-in, else the marker of an item; the rest is its text. */
function clauseFrom(line: string, index: number): Clause {
  const mark = line.slice(0, line.indexOf(' '));
  const words = line.slice(line.indexOf(' ') + 1);
  const id = clauseId(`c${index}`);
  if (mark === 'p') return { id, kind: 'paragraph', depth: 0, text: words };
  if (mark === 'l') return { id, kind: 'lead-in', depth: 0, text: words };
  return { id, kind: 'item', number: mark, depth: 1, text: words };
}

function text(title: string, ...lines: readonly string[]): TextVersion {
  const clauses = lines.map(clauseFrom);
  return { id: textVersionIdOf(title, clauses), title, clauses };
}

const book = text(
  'Rule Book',
  'p These rules bind every member.',
  'D.1.3 Delegates vote once. Guests may listen.',
  'D.1.7 These persons may speak but not vote: guests and officers.',
  'C.2.4 Members out of work pay half. They keep their vote.',
  'C.2.4.1 They tell the secretary in writing.',
  'H.4.2 Sums are paid in May. The Water sector pays first.',
  'B.2.3 Members with long journeys are paid for.',
  '3.1 The chair opens the meeting.',
  '3.3 The chair may rest.',
  '3.4 The chair closes the meeting.',
);

const motion = text(
  'Fair Pay for Carers',
  'p Conference notes the work of carers. Pay fell in 2023. Nobody asked them.',
  'l Conference believes that:',
  'i) carers are workers;',
  'ii) pay should rise by 5 %;',
  'iii) the council can pay for the rise.',
  'l Conference resolves to:',
  '1) meet the council;',
  '2) tell the members what the council says;',
  '3) ballot for action.',
);

/** The outcome, and the lines of the amended text that the printed one has not. */
function read(base: TextVersion, instruction: string) {
  const { outcome, operations } = readWording(base, instruction);
  const applied = applyOperations(base, operations);
  if (!applied.ok) throw new Error(applied.error.kind);
  const lines = ({ title, clauses }: TextVersion): readonly string[] => [
    title,
    ...clauses.map(({ number, text: words }) => (number === undefined ? words : `${number} ${words}`)),
  ];
  const before = new Set(lines(base));
  return { outcome, changed: lines(applied.value).filter((line) => !before.has(line)) };
}

type Row = readonly [instruction: string, outcome: string, changed: readonly string[]];

const inRules: readonly Row[] = [
  ['Insert new Rule D.1.3.1 as follows:- “D.1.3.1No guest may vote.”', 'applied', ['D.1.3.1 No guest may vote.']],
  [
    'D.1.7 delete:\n“These persons may speak but not vote:”\nand insert:\n“1.7These persons may speak:”',
    'applied',
    ['D.1.7 These persons may speak: guests and officers.'],
  ],
  ['Delete first sentence and existing C.2.4.1.', 'needs-answer', []],
  [
    'Rule C.2.4 Unemployed Members\n\nDelete first sentence and existing C.2.4.1. Insert new C,2.4.1 as follows: “2.4.1They pay nothing.”',
    'applied',
    ['C.2.4 They keep their vote.', 'C,2.4.1 They pay nothing.'],
  ],
  ['Insert new C,2.4.2 as follows: “2.4.2They pay nothing.”', 'applied', ['C.2.4.2 They pay nothing.']],
  [
    'Insert new sentence in italics at the end of Rule C.2.4 as follows:- “They may stand.”',
    'applied',
    ['C.2.4 Members out of work pay half. They keep their vote. They may stand.'],
  ],
  [
    'Rule H.4.2, delete “Water” and insert “Water and Environment”',
    'applied',
    ['H.4.2 Sums are paid in May. The Water and Environment sector pays first.'],
  ],
  [
    'In addition, replace “guests” with “visitors” throughout the Rule Book, i.e.: Rule D.1.7, delete “guests” and insert “visitors”.',
    'needs-answer',
    ['D.1.7 These persons may speak but not vote: visitors and officers.'],
  ],
  ['Add D.1.8: “D.1.8Nobody else may speak.”', 'applied', ['D.1.8 Nobody else may speak.']],
  ['Rules D.1.3, C.2.4 and H.4.2 after “vote,” insert “once”.', 'needs-answer', []],
  ['Rules D.1.3, B.2.3 and C.2.4.1 Fair Representation after “Guests,” insert “and friends.”', 'needs-answer', []],
  ['Rules C.2.4 and H.4.2 Money after “pay” insert “in full”', 'needs-answer', []],
  [
    'Rule B.2.3 delete “are paid for.” and insert “, near or far.”',
    'applied',
    ['B.2.3 Members with long journeys, near or far.'],
  ],
  ['Add new Rule D.1.8: “D.1.8 Nobody else.”', 'applied', ['D.1.8 Nobody else.']],
  ['Delete all, including Appendix 1 and 2, and replace with: “No rules.”', 'applied', ['No rules.']],
  ['Rule H add: “MEMBER means a person.”', 'needs-answer', []],
  [
    'Delete existing wording of Rule H.4.2 and replace with: “Sums are paid in June.”',
    'applied',
    ['H.4.2 Sums are paid in June.'],
  ],
  [
    'Rule H\nDelete “Water” and replace with “Wind”',
    'applied',
    ['H.4.2 Sums are paid in May. The Wind sector pays first.'],
  ],
  ['Add new Rules D 1.8 and D 1.9: “.8 Nobody else; .9 Never.”', 'applied', ['D.1.8 Nobody else;', 'D.1.9 Never.']],
  [
    'Schedule H.4.2\nDelete “Sums are paid in May and replace with: “Sums are paid in June.”',
    'applied',
    ['H.4.2 Sums are paid in June. The Water sector pays first.'],
  ],
  ['Insert new Rule D 1.8: “D 1.8 Such others.”\nRenumber subsequent paragraphs', 'applied', ['D.1.8 Such others.']],
  ['Rule C 2.4\nDelete second sentence “They keep……vote.”', 'applied', ['C.2.4 Members out of work pay half.']],
  [
    'Add at end of Standing Order 3.1 A chair may be late. Delete existing 3.3 Renumber 3.4 as 3.3.',
    'applied',
    ['3.1 The chair opens the meeting. A chair may be late.', '3.3 The chair closes the meeting.'],
  ],
  ['Delete existing 3.3', 'applied', ['3.3 The chair closes the meeting.']],
  ['Renumber 3.4 as 3.3.', 'not-an-edit', []],
  ['Rule D 1.7 delete “ guests and”', 'applied', ['D.1.7 These persons may speak but not vote: officers.']],
  ['Delete C.2.4, C2.4.1 and B 2.3', 'applied', []],
  [
    'Remove the word, “half” from the first paragraph of C.2.4;',
    'applied',
    ['C.2.4 Members out of work pay. They keep their vote.'],
  ],
  ['Amend H.4.2 to require two payments.', 'not-an-edit', []],
  ['‘half’ changed to ‘a third’', 'applied', ['C.2.4 Members out of work pay a third. They keep their vote.']],
  ['Page 2, sub-section 3.3: rest reduced to 3 instead of 5.', 'not-an-edit', []],
  [
    'C 2.4 After “half” add: “and no more”',
    'applied',
    ['C.2.4 Members out of work pay half and no more. They keep their vote.'],
  ],
  [
    'In Standing Order number 3, the chair insert a new section *.1 to read as follows: “3.5 The chair sits.”\nand renumber subsequent paragraphs accordingly.',
    'applied',
    ['3.5 The chair sits.'],
  ],
  ['Add a new rule:\nD1.8 – Nobody else.', 'applied', ['D.1.8 Nobody else.']],
  ['And,\nIn rule H4.2 delete “Water”', 'applied', ['H.4.2 Sums are paid in May. The sector pays first.']],
  [
    "At the end of Rule C.2.4 delete 'vote.' And replace with 'votes.'.",
    'applied',
    ['C.2.4 Members out of work pay half. They keep their votes.'],
  ],
  [
    "At the end of Rule C.2.4 delete 'vote.' And replace with 'votes.'.\nThe relevant sentence would then read:\n'They keep their votes.'",
    'applied',
    ['C.2.4 Members out of work pay half. They keep their votes.'],
  ],
  [
    "Amend first line of H.4.2 as follows:\nafter 'Sums' add 'of money'.\nRemove superfluous 'first'.",
    'applied',
    ['H.4.2 Sums of money are paid in May. The Water sector pays.'],
  ],
  ['Add new 3.2:\n3.2 The chair greets.\nRenumber current 3.3 as 3.5.', 'applied', ['3.2 The chair greets.']],
  ['Add to 3.1 (opening) new point (iv):\niv. the flag.\nRenumber current (iv) as (v)', 'needs-answer', []],
  ['Renumber the rest of rule 18 as appropriate.', 'not-an-edit', []],
  [
    'Rule C.2.4 (work), first sentence, delete ‘half’, replace with ‘all’.',
    'applied',
    ['C.2.4 Members out of work pay all. They keep their vote.'],
  ],
  ['Add Rule 3.5 immediately following Rule 3.4\nRule 3.5: The chair sleeps.', 'applied', ['3.5 The chair sleeps.']],
  ['Insert new rule\n3.5: The chair sleeps.', 'applied', ['3.5 The chair sleeps.']],
  ['Add new rule 3.5\nThe chair sleeps.', 'applied', ['3.5 The chair sleeps.']],
  ['Delete “3.3 The chair may rest.” and replace with “3.3 The chair stays.”', 'applied', ['3.3 The chair stays.']],
  ['Rule 3.3 “The chair stays awake.”', 'not-an-edit', []],
  ['Replace the words “may rest” with the words “stays”', 'applied', ['3.3 The chair stays.']],
  ['Proposed change to clause 3.3: 3.3 The chair stays awake.', 'applied', ['3.3 The chair stays awake.']],
  ['Proposed change to clause 3.3: “3.3. The chair stays awake.”', 'applied', ['3.3 The chair stays awake.']],
  [
    'After ‘May.’ (line 2) add:\n‘Late sums cost more.’',
    'applied',
    ['H.4.2 Sums are paid in May. Late sums cost more. The Water sector pays first.'],
  ],
];

const inMotions: readonly Row[] = [
  [
    'Add new 2): “2) write to members;”',
    'applied',
    ['2) write to members;', '3) tell the members what the council says;', '4) ballot for action.'],
  ],
  [
    'From title ‘Fair Pay for Carers’\nDelete all and replace with:\nConference is glad.',
    'applied',
    ['Conference is glad.'],
  ],
  [
    'Amend the first sentence of paragraph 1 as follows: after “work” “and love”',
    'applied',
    ['Conference notes the work and love of carers. Pay fell in 2023. Nobody asked them.'],
  ],
  [
    'Delete all after “carers.” in paragraph 1 and insert “They wait.”',
    'applied',
    ['Conference notes the work of carers. They wait.'],
  ],
  ['Delete lines 5–9.', 'needs-answer', []],
  ['In 2 (line 14), delete “says” and insert “thinks”.', 'applied', ['2) tell the members what the council thinks;']],
  ['Under “Conference believes” add new bullet point: “iv) carers vote.”', 'applied', ['iv) carers vote.']],
  ['Insert before “council says”: “whole”', 'applied', ['2) tell the members what the whole council says;']],
  ['Insert before “council says” “whole”', 'applied', ['2) tell the members what the whole council says;']],
  ['Move paragraph 1 to the end.', 'applied', []],
  ['Take out “of carers”.', 'applied', ['Conference notes the work. Pay fell in 2023. Nobody asked them.']],
  ['Substitute “nurses” for “carers are”.', 'applied', ['i) nurses workers;']],
  ['Delete from “Pay fell” to “asked them.”', 'applied', ['Conference notes the work of carers.']],
  [
    'Replace “council” with “authority” throughout.',
    'applied',
    [
      'iii) the authority can pay for the rise.',
      '1) meet the authority;',
      '2) tell the members what the authority says;',
    ],
  ],
  ['Replace “carer” with “nurse” throughout.', 'needs-answer', []],
  [
    'Replace “pay” with “wages” throughout.',
    'needs-answer',
    ['ii) wages should rise by 5 %;', 'iii) the council can wages for the rise.'],
  ],
  [
    'In i) delete “workers” and insert “staff” and in ii) delete “5 %” and insert “9 %”.',
    'applied',
    ['i) carers are staff;', 'ii) pay should rise by 9 %;'],
  ],
  ['In point i) delete “workers” so that it reads “carers are people”', 'needs-answer', []],
  ['Delete ‘Nobody asked them', 'applied', ['Conference notes the work of carers. Pay fell in 2023.']],
  [
    'In paragraph 1 replace “Pay fell with “Pay dropped”',
    'applied',
    ['Conference notes the work of carers. Pay dropped in 2023. Nobody asked them.'],
  ],
  ['Resolves 2: delete all and replace with: tell nobody;', 'applied', ['2) tell nobody;']],
  ['1) Delete “meet”. Insert “lobby”.', 'applied', ['1) lobby the council;']],
  ['Delete "members what the council" insert "press what it"', 'applied', ['2) tell the press what it says;']],
  ['In Conference resolves 3), after ballot insert all members', 'not-an-edit', []],
  ['Delete point 2 and insert a new point 2: “ask the members;”', 'applied', ['2) ask the members;']],
  [
    'Insert a new point after 1): “ask the members;” and renumber accordingly',
    'applied',
    ['2) ask the members;', '3) tell the members what the council says;', '4) ballot for action.'],
  ],
  ['Title: delete “Fair”', 'applied', ['Pay for Carers']],
];

describe('a form of instruction', () => {
  it.each(inRules)('for rules: %s', (instruction, outcome, changed) => {
    expect(read(book, instruction)).toEqual({ outcome, changed });
  });

  it.each(inMotions)('for motions: %s', (instruction, outcome, changed) => {
    expect(read(motion, instruction)).toEqual({ outcome, changed });
  });
});
