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

/** The form is its number among the 84 that were seen printed; 0: the field uses it, or prints it so elsewhere. */
type Row = readonly [form: number, instruction: string, outcome: string, changed: readonly string[]];

const inRules: readonly Row[] = [
  [1, 'Insert new Rule D.1.3.1 as follows:- “D.1.3.1No guest may vote.”', 'applied', ['D.1.3.1 No guest may vote.']],
  [
    2,
    'D.1.7 delete:\n“These persons may speak but not vote:”\nand insert:\n“1.7These persons may speak:”',
    'applied',
    ['D.1.7 These persons may speak: guests and officers.'],
  ],
  [3, 'Delete first sentence and existing C.2.4.1.', 'needs-answer', []],
  [
    4,
    'Rule C.2.4 Unemployed Members\n\nDelete first sentence and existing C.2.4.1. Insert new C,2.4.1 as follows: “2.4.1They pay nothing.”',
    'applied',
    ['C.2.4 They keep their vote.', 'C,2.4.1 They pay nothing.'],
  ],
  [4, 'Insert new C,2.4.2 as follows: “2.4.2They pay nothing.”', 'applied', ['C.2.4.2 They pay nothing.']],
  [
    5,
    'Insert new sentence in italics at the end of Rule C.2.4 as follows:- “They may stand.”',
    'applied',
    ['C.2.4 Members out of work pay half. They keep their vote. They may stand.'],
  ],
  [
    6,
    'Rule H.4.2, delete “Water” and insert “Water and Environment”',
    'applied',
    ['H.4.2 Sums are paid in May. The Water and Environment sector pays first.'],
  ],
  [
    7,
    'In addition, replace “guests” with “visitors” throughout the Rule Book, i.e.: Rule D.1.7, delete “guests” and insert “visitors”.',
    'needs-answer',
    ['D.1.7 These persons may speak but not vote: visitors and officers.'],
  ],
  [8, 'Add D.1.8: “D.1.8Nobody else may speak.”', 'applied', ['D.1.8 Nobody else may speak.']],
  [9, 'Rules D.1.3, C.2.4 and H.4.2 after “vote,” insert “once”.', 'needs-answer', []],
  [9, 'Rules D.1.3, B.2.3 and C.2.4.1 Fair Representation after “Guests,” insert “and friends.”', 'needs-answer', []],
  [9, 'Rules C.2.4 and H.4.2 Money after “pay” insert “in full”', 'needs-answer', []],
  [
    10,
    'Rule B.2.3 delete “are paid for.” and insert “, near or far.”',
    'applied',
    ['B.2.3 Members with long journeys, near or far.'],
  ],
  [11, 'Add new Rule D.1.8: “D.1.8 Nobody else.”', 'applied', ['D.1.8 Nobody else.']],
  [12, 'Delete all, including Appendix 1 and 2, and replace with: “No rules.”', 'applied', ['No rules.']],
  [13, 'Rule H add: “MEMBER means a person.”', 'needs-answer', []],
  [
    20,
    'Delete existing wording of Rule H.4.2 and replace with: “Sums are paid in June.”',
    'applied',
    ['H.4.2 Sums are paid in June.'],
  ],
  [
    21,
    'Rule H\nDelete “Water” and replace with “Wind”',
    'applied',
    ['H.4.2 Sums are paid in May. The Wind sector pays first.'],
  ],
  [22, 'Add new Rules D 1.8 and D 1.9: “.8 Nobody else; .9 Never.”', 'applied', ['D.1.8 Nobody else;', 'D.1.9 Never.']],
  [
    23,
    'Schedule H.4.2\nDelete “Sums are paid in May and replace with: “Sums are paid in June.”',
    'applied',
    ['H.4.2 Sums are paid in June. The Water sector pays first.'],
  ],
  [
    24,
    'Insert new Rule D 1.8: “D 1.8 Such others.”\nRenumber subsequent paragraphs',
    'applied',
    ['D.1.8 Such others.'],
  ],
  [25, 'Rule C 2.4\nDelete second sentence “They keep……vote.”', 'applied', ['C.2.4 Members out of work pay half.']],
  [
    26,
    'Add at end of Standing Order 3.1 A chair may be late. Delete existing 3.3 Renumber 3.4 as 3.3.',
    'applied',
    ['3.1 The chair opens the meeting. A chair may be late.', '3.3 The chair closes the meeting.'],
  ],
  [27, 'Delete existing 3.3', 'applied', ['3.3 The chair closes the meeting.']],
  [28, 'Renumber 3.4 as 3.3.', 'not-an-edit', []],
  [30, 'Rule D 1.7 delete “ guests and”', 'applied', ['D.1.7 These persons may speak but not vote: officers.']],
  [31, 'Delete C.2.4, C2.4.1 and B 2.3', 'applied', []],
  [
    32,
    'Remove the word, “half” from the first paragraph of C.2.4;',
    'applied',
    ['C.2.4 Members out of work pay. They keep their vote.'],
  ],
  [33, 'Amend H.4.2 to require two payments.', 'not-an-edit', []],
  [38, '‘half’ changed to ‘a third’', 'applied', ['C.2.4 Members out of work pay a third. They keep their vote.']],
  [39, 'Page 2, sub-section 3.3: rest reduced to 3 instead of 5.', 'not-an-edit', []],
  [
    40,
    'C 2.4 After “half” add: “and no more”',
    'applied',
    ['C.2.4 Members out of work pay half and no more. They keep their vote.'],
  ],
  [
    41,
    'In Standing Order number 3, the chair insert a new section *.1 to read as follows: “3.5 The chair sits.”\nand renumber subsequent paragraphs accordingly.',
    'applied',
    ['3.5 The chair sits.'],
  ],
  [42, 'Add a new rule:\nD1.8 – Nobody else.', 'applied', ['D.1.8 Nobody else.']],
  [43, 'And,\nIn rule H4.2 delete “Water”', 'applied', ['H.4.2 Sums are paid in May. The sector pays first.']],
  [
    49,
    "At the end of Rule C.2.4 delete 'vote.' And replace with 'votes.'.",
    'applied',
    ['C.2.4 Members out of work pay half. They keep their votes.'],
  ],
  [
    50,
    "At the end of Rule C.2.4 delete 'vote.' And replace with 'votes.'.\nThe relevant sentence would then read:\n'They keep their votes.'",
    'applied',
    ['C.2.4 Members out of work pay half. They keep their votes.'],
  ],
  [
    51,
    "Amend first line of H.4.2 as follows:\nafter 'Sums' add 'of money'.\nRemove superfluous 'first'.",
    'applied',
    ['H.4.2 Sums of money are paid in May. The Water sector pays.'],
  ],
  [55, 'Add new 3.2:\n3.2 The chair greets.\nRenumber current 3.3 as 3.5.', 'applied', ['3.2 The chair greets.']],
  [56, 'Add to 3.1 (opening) new point (iv):\niv. the flag.\nRenumber current (iv) as (v)', 'needs-answer', []],
  [57, 'Renumber the rest of rule 18 as appropriate.', 'not-an-edit', []],
  [
    58,
    'Rule C.2.4 (work), first sentence, delete ‘half’, replace with ‘all’.',
    'applied',
    ['C.2.4 Members out of work pay all. They keep their vote.'],
  ],
  [
    60,
    'Add Rule 3.5 immediately following Rule 3.4\nRule 3.5: The chair sleeps.',
    'applied',
    ['3.5 The chair sleeps.'],
  ],
  [64, 'Insert new rule\n3.5: The chair sleeps.', 'applied', ['3.5 The chair sleeps.']],
  [65, 'Add new rule 3.5\nThe chair sleeps.', 'applied', ['3.5 The chair sleeps.']],
  [72, 'Delete “3.3 The chair may rest.” and replace with “3.3 The chair stays.”', 'applied', ['3.3 The chair stays.']],
  [76, 'Rule 3.3 “The chair stays awake.”', 'not-an-edit', []],
  [77, 'Replace the words “may rest” with the words “stays”', 'applied', ['3.3 The chair stays.']],
  [81, 'Proposed change to clause 3.3: 3.3 The chair stays awake.', 'applied', ['3.3 The chair stays awake.']],
  [82, 'Proposed change to clause 3.3: “3.3. The chair stays awake.”', 'applied', ['3.3 The chair stays awake.']],
  [
    80,
    'After ‘May.’ (line 2) add:\n‘Late sums cost more.’',
    'applied',
    ['H.4.2 Sums are paid in May. Late sums cost more. The Water sector pays first.'],
  ],
  [14, 'Add new Rule H.4.3: “H.4.3 Late sums cost more.”', 'applied', ['H.4.3 Late sums cost more.']],
  [
    29,
    'Insert new Rule C 2.4.2: “C 2.4.2 Such letters are kept;”\nRenumber subsequent rules.',
    'applied',
    ['C.2.4.2 Such letters are kept;'],
  ],
  [34, 'Rule D 1.3\nReplace “once” with “twice”', 'applied', ['D.1.3 Delegates vote twice. Guests may listen.']],
  [38, 'Page 2, sub-section 3.3: ‘rest’ changed to ‘leave’', 'applied', ['3.3 The chair may leave.']],
  [76, 'Rule 3.3: “3.3 The chair may never rest.”', 'applied', ['3.3 The chair may never rest.']],
  [76, 'Rule 3.3\n“3.3 The chair may rest.”', 'not-an-edit', []],
  [76, 'Rule 3.3\n“All is forgiven.”', 'needs-answer', []],
];

const inMotions: readonly Row[] = [
  [
    16,
    'Add new 2): “2) write to members;”',
    'applied',
    ['2) write to members;', '3) tell the members what the council says;', '4) ballot for action.'],
  ],
  [
    19,
    'From title ‘Fair Pay for Carers’\nDelete all and replace with:\nConference is glad.',
    'applied',
    ['Conference is glad.'],
  ],
  [
    79,
    'Amend the first sentence of paragraph 1 as follows: after “work” “and love”',
    'applied',
    ['Conference notes the work and love of carers. Pay fell in 2023. Nobody asked them.'],
  ],
  [
    0,
    'Delete all after “carers.” in paragraph 1 and insert “They wait.”',
    'applied',
    ['Conference notes the work of carers. They wait.'],
  ],
  [0, 'Delete lines 5–9.', 'needs-answer', []],
  [
    0,
    'In 2 (line 14), delete “says” and insert “thinks”.',
    'applied',
    ['2) tell the members what the council thinks;'],
  ],
  [0, 'Under “Conference believes” add new bullet point: “iv) carers vote.”', 'applied', ['iv) carers vote.']],
  [0, 'Insert before “council says”: “whole”', 'applied', ['2) tell the members what the whole council says;']],
  [0, 'Insert before “council says” “whole”', 'applied', ['2) tell the members what the whole council says;']],
  [0, 'Move paragraph 1 to the end.', 'applied', []],
  [0, 'Take out “of carers”.', 'applied', ['Conference notes the work. Pay fell in 2023. Nobody asked them.']],
  [0, 'Substitute “nurses” for “carers are”.', 'applied', ['i) nurses workers;']],
  [0, 'Delete from “Pay fell” to “asked them.”', 'applied', ['Conference notes the work of carers.']],
  [
    0,
    'Replace “council” with “authority” throughout.',
    'applied',
    [
      'iii) the authority can pay for the rise.',
      '1) meet the authority;',
      '2) tell the members what the authority says;',
    ],
  ],
  [0, 'Replace “carer” with “nurse” throughout.', 'needs-answer', []],
  [
    0,
    'Replace “pay” with “wages” throughout.',
    'needs-answer',
    ['ii) wages should rise by 5 %;', 'iii) the council can wages for the rise.'],
  ],
  [
    0,
    'In i) delete “workers” and insert “staff” and in ii) delete “5 %” and insert “9 %”.',
    'applied',
    ['i) carers are staff;', 'ii) pay should rise by 9 %;'],
  ],
  [0, 'In point i) delete “workers” so that it reads “carers are people”', 'needs-answer', []],
  [0, 'Delete ‘Nobody asked them', 'applied', ['Conference notes the work of carers. Pay fell in 2023.']],
  [
    0,
    'In paragraph 1 replace “Pay fell with “Pay dropped”',
    'applied',
    ['Conference notes the work of carers. Pay dropped in 2023. Nobody asked them.'],
  ],
  [0, 'Resolves 2: delete all and replace with: tell nobody;', 'applied', ['2) tell nobody;']],
  [0, '1) Delete “meet”. Insert “lobby”.', 'applied', ['1) lobby the council;']],
  [0, 'Delete "members what the council" insert "press what it"', 'applied', ['2) tell the press what it says;']],
  [0, 'In Conference resolves 3), after ballot insert all members', 'not-an-edit', []],
  [0, 'Delete point 2 and insert a new point 2: “ask the members;”', 'applied', ['2) ask the members;']],
  [
    0,
    'Insert a new point after 1): “ask the members;” and renumber accordingly',
    'applied',
    ['2) ask the members;', '3) tell the members what the council says;', '4) ballot for action.'],
  ],
  [35, 'Title: delete “Fair”', 'applied', ['Pay for Carers']],
  [15, 'Under 1) add at the end: “and its staff”.', 'applied', ['1) meet the council and its staff;']],
  [17, 'Add new 3) 3) write to members;', 'applied', ['3) write to members;', '4) ballot for action.']],
  [18, 'Replace 3) with: ballot every member.', 'applied', ['3) ballot every member.']],
  [
    36,
    'In first paragraph: replace “Nobody” with “No one”',
    'applied',
    ['Conference notes the work of carers. Pay fell in 2023. No one asked them.'],
  ],
  [
    37,
    'Replace “the council says” with “the council” says”',
    'applied',
    ['2) tell the members what the council” says;'],
  ],
  [
    44,
    'Under "Conference believes" add at end of i) "and voters", add at end of ii) "a year"',
    'applied',
    ['i) carers are workers and voters;', 'ii) pay should rise by 5 % a year;'],
  ],
  [
    45,
    'Under "Conference believes that" iii), add after COUNCIL "and the mayor"',
    'applied',
    ['iii) the council and the mayor can pay for the rise.'],
  ],
  [
    46,
    'Under "Conference resolves" 1) add after meet "and thank", and add "4) report back."',
    'applied',
    ['1) meet and thank the council;', '4) report back.'],
  ],
  [47, "under conference believes ii), delete 'should'. Replace with 'must'", 'applied', ['ii) pay must rise by 5 %;']],
  [48, "under conference resolves, add new point at end: 'report back.'", 'applied', ['4) report back.']],
  [52, "Remove superfluous 'the'.", 'needs-answer', []],
  [53, "In (iii), after 'pay', add 'twice'", 'applied', ['iii) the council can pay twice for the rise.']],
  [54, 'Add a new 4:\n4. report back.', 'applied', ['4) report back.']],
  [
    59,
    'After ‘iii) the council can pay for the rise.’, add new point iv. ‘.iv. so can the mayor.’.',
    'applied',
    ['iv) so can the mayor.'],
  ],
  [
    61,
    "Add new point 3 to 'Conference resolves':\n1. write to members;",
    'applied',
    ['3) write to members;', '4) ballot for action.'],
  ],
  [
    62,
    "Add new point iii to 'Conference believes that':\n1. so can the mayor;",
    'applied',
    ['iii) so can the mayor;', 'iv) the council can pay for the rise.'],
  ],
  [63, 'Add after iii:\nso can the mayor.', 'applied', ['iv) so can the mayor.']],
  [
    66,
    'Paragraph 1, last sentence, after the word ‘‘Nobody’’, insert the words "at all" before the word ‘‘asked’’.',
    'applied',
    ['Conference notes the work of carers. Pay fell in 2023. Nobody at all asked them.'],
  ],
  [
    66,
    'Last sentence, after the word ‘Nobody’, insert the words "at all" before the word ‘asked’.',
    'needs-answer',
    [],
  ],
  [67, "Insert new paragraph 2:\n'Conference thanks them.'", 'applied', ['Conference thanks them.']],
  [
    68,
    "In existing paragraph 1, line 2, after 'fell' insert:\n', again,'",
    'applied',
    ['Conference notes the work of carers. Pay fell, again, in 2023. Nobody asked them.'],
  ],
  [69, 'Insert after “meet the council” “in May”', 'applied', ['1) meet the council in May;']],
  [70, 'Insert a new paragraph “Conference thanks them.”', 'needs-answer', []],
  [
    71,
    'Insert after “meet the council” “in May”\nso that it reads\n“meet the council in May”',
    'applied',
    ['1) meet the council in May;'],
  ],
  [71, 'Insert after “meet the council” “in May”\nso that it reads\n“meet the council in June”', 'needs-answer', []],
  [73, 'Insert “at once” in line 9', 'needs-answer', []],
  [74, 'Change “meet” to “lobby” in line 9', 'applied', ['1) lobby the council;']],
  [75, 'Replace Resolves 2 with: write to members;', 'applied', ['2) write to members;']],
  [
    78,
    'At the start of the last sentence of paragraph 1 delete “Nobody” and replace by “No one”',
    'applied',
    ['Conference notes the work of carers. Pay fell in 2023. No one asked them.'],
  ],
  [83, 'add at end', 'not-an-edit', []],
  [83, 'add at end: “4) report back.”', 'applied', ['4) report back.']],
  [84, 'L5.1 compositing amendment', 'not-an-edit', []],
];

describe('a form of instruction', () => {
  it.each(inRules)('%i, for rules: %s', (_form, instruction, outcome, changed) => {
    expect(read(book, instruction)).toEqual({ outcome, changed });
  });

  it.each(inMotions)('%i, for motions: %s', (_form, instruction, outcome, changed) => {
    expect(read(motion, instruction)).toEqual({ outcome, changed });
  });

  it('is tried whichever of the 84 it is', () => {
    const tried = new Set([...inRules, ...inMotions].map(([form]) => form));
    expect(Array.from({ length: 84 }, (_, index) => index + 1).filter((form) => !tried.has(form))).toEqual([]);
  });
});
