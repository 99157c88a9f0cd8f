import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { textVersionIdOf } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { applyOperations } from './apply-operations';
import { readWording } from './read-wording';
import type { UnresolvedReason } from './read-wording';

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

const buses = text(
  'Better Buses for Towns',
  'p Conference welcomes the return of night buses. Fares rose by 5 % in 2024–25. Drivers were not asked.',
  'p Conference is proud of the drivers’ campaign, which the region’s branches began.',
  'l Conference notes:',
  'i) the council’s plan to sell the depot;',
  'ii) the mayor’s threat to cut evening routes;',
  'iii) the mayor’s review of the timetable.',
  'l Conference believes that:',
  '• buses are a public service;',
  '• the mayor can set fares;',
  '• private owners took £1,500 a bus from the town.',
  'l Conference instructs the Regional Committee to:',
  '1) campaign for public ownership, including new depots;',
  '2) seek talks with the mayor on free travel for school pupils;',
  '3) report to the next conference',
);

const rules = text(
  'Rule Book',
  'p The following rules apply.',
  'D2.1 The committee shall meet four times a year. Any member may attend and speak at its meetings.',
  'D2.2 The chair shall be elected by ballot. The secretary shall keep minutes for the Water sector.',
  'D2.3 Reports go to the council.',
);

function shown(
  base: TextVersion,
  instruction: string,
): { readonly outcome: string; readonly changed: readonly string[] } {
  const reading = readWording(base, instruction);
  const applied = applyOperations(base, reading.operations);
  if (!applied.ok) throw new Error(applied.error.kind);
  const lines = (version: TextVersion) => [
    version.title,
    ...version.clauses.map((clause) => `${clause.number ?? ''} ${clause.text}`.trim()),
  ];
  const before = new Set(lines(base));
  return { outcome: reading.outcome, changed: lines(applied.value).filter((line) => !before.has(line)) };
}

const edits: readonly (readonly [string, readonly string[]])[] = [
  // New units.
  [
    'Add new 2): “2) meet the drivers;”',
    [
      '2) meet the drivers;',
      '3) seek talks with the mayor on free travel for school pupils;',
      '4) report to the next conference',
    ],
  ],
  ['Add new 4) 4) publish the accounts.', ['4) publish the accounts.']],
  ['Add a new 4:\n4. publish the accounts.', ['4) publish the accounts.']],
  [
    'Insert new action point 1: “meet the drivers;” Renumber subsequent points.',
    [
      '1) meet the drivers;',
      '2) campaign for public ownership, including new depots;',
      '3) seek talks with the mayor on free travel for school pupils;',
      '4) report to the next conference',
    ],
  ],
  ["Add new point iv to 'Conference notes':\n1. the fall in passengers.", ['iv) the fall in passengers.']],
  ["under conference notes, add new point at end: 'the fall in passengers.'", ['iv) the fall in passengers.']],
  ['Under “Conference believes that”, add new bullet point: “towns need buses.”', ['• towns need buses.']],
  [
    'After ‘iii) the mayor’s review of the timetable.’, add new point iv. ‘.iv. the fall in passengers’.',
    ['iv) the fall in passengers'],
  ],
  [
    'After “the mayor’s review of the timetable.” add new point iv: “the fall in passengers.”',
    ['iv) the fall in passengers.'],
  ],
  ['Add after iii):\nthe fall in passengers.', ['iv) the fall in passengers.']],
  ["Insert new paragraph 2:\n'Conference thanks the drivers.'", ['Conference thanks the drivers.']],
  ['Insert a new paragraph after paragraph 1: “Conference thanks the drivers.”', ['Conference thanks the drivers.']],
  ['After paragraph 1 insert: “Conference thanks the drivers.”', ['Conference thanks the drivers.']],
  ['Add new paragraph at end: “Conference thanks the drivers.”', ['Conference thanks the drivers.']],
  ['Add at end: “4) publish the accounts.”', ['4) publish the accounts.']],
  ['Add action point 4: “publish the accounts.”', ['4) publish the accounts.']],
  [
    'Insert “publish the accounts;” as new action point 3.',
    ['3) publish the accounts;', '4) report to the next conference'],
  ],
  [
    'Insert new sentence at the end of paragraph 2: “It goes on.”',
    ['Conference is proud of the drivers’ campaign, which the region’s branches began. It goes on.'],
  ],
  [
    'After the first sentence of paragraph 1 insert “They are full.”',
    [
      'Conference welcomes the return of night buses. They are full. Fares rose by 5 % in 2024–25. Drivers were not asked.',
    ],
  ],
  // Words replaced.
  [
    'In action point 1, delete “including” and insert “not least”.',
    ['1) campaign for public ownership, not least new depots;'],
  ],
  [
    'In first paragraph: replace “night” with “late”',
    ['Conference welcomes the return of late buses. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
  [
    'Replace the words “night buses” with the words “night trams”',
    ['Conference welcomes the return of night trams. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
  [
    '‘night buses’ changed to ‘night trams’',
    ['Conference welcomes the return of night trams. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
  [
    'Change “night” to “late” in line 3',
    ['Conference welcomes the return of late buses. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
  [
    "under conference notes ii), delete 'threat to cut'. Replace with 'promise to keep'",
    ['ii) the mayor’s promise to keep evening routes;'],
  ],
  [
    'Paragraph 1, first sentence, delete ‘night’, replace with ‘late’.',
    ['Conference welcomes the return of late buses. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
  [
    'At the start of the last sentence of paragraph 1 delete “Drivers” and replace by “Crews”',
    ['Conference welcomes the return of night buses. Fares rose by 5 % in 2024–25. Crews were not asked.'],
  ],
  [
    'In 2), substitute “all pupils” for “school pupils”.',
    ['2) seek talks with the mayor on free travel for all pupils;'],
  ],
  [
    'In paragraph 1 delete “5%” and insert “7 %”.',
    ['Conference welcomes the return of night buses. Fares rose by 7 % in 2024–25. Drivers were not asked.'],
  ],
  [
    'In paragraph 1 delete “2024-25” and insert “2025–26”.',
    ['Conference welcomes the return of night buses. Fares rose by 5 % in 2025–26. Drivers were not asked.'],
  ],
  ['Amend title – replace “Town” with “Citie”', ['Better Buses for Cities']],
  ['In the title, delete “Better”.', ['Buses for Towns']],
  [
    'Delete “night buses” and insert “late buses, as asked”',
    ['Conference welcomes the return of late buses, as asked. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
  // Words inserted.
  [
    'Under "Conference notes" add at end of ii) "and Sunday routes", add at end of iii) "and the fares."',
    [
      'ii) the mayor’s threat to cut evening routes and Sunday routes;',
      'iii) the mayor’s review of the timetable and the fares.',
    ],
  ],
  [
    'Under "Conference believes that" ii), add after mayor "and the council"',
    ['• the mayor and the council can set fares;'],
  ],
  [
    'Under "Conference notes" i) add after plan "and wish", and add "iv) the fall in passengers."',
    ['i) the council’s plan and wish to sell the depot;', 'iv) the fall in passengers.'],
  ],
  ["In (ii), after 'evening', add 'and Sunday'", ['ii) the mayor’s threat to cut evening and Sunday routes;']],
  [
    "In existing paragraph 2, line 2, after 'campaign' insert:\n', and its cause'",
    ['Conference is proud of the drivers’ campaign, and its cause, which the region’s branches began.'],
  ],
  [
    'Insert after “night buses” “and trams”',
    ['Conference welcomes the return of night buses and trams. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
  [
    "Amend first line of paragraph 1 as follows:\nafter 'night' add 'and weekend'.",
    [
      'Conference welcomes the return of night and weekend buses. Fares rose by 5 % in 2024–25. Drivers were not asked.',
    ],
  ],
  [
    'Insert “late” before “night buses” in paragraph 1.',
    ['Conference welcomes the return of late night buses. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
  [
    'Between “return of” and “night buses” insert “the”.',
    ['Conference welcomes the return of the night buses. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
  [
    'Last sentence of paragraph 1, after the word ‘were’, insert the words "simply" before the word ‘not’.',
    ['Conference welcomes the return of night buses. Fares rose by 5 % in 2024–25. Drivers were simply not asked.'],
  ],
  [
    'After ‘night buses.’ (line 2) add:\n‘They are full.’',
    [
      'Conference welcomes the return of night buses. They are full. Fares rose by 5 % in 2024–25. Drivers were not asked.',
    ],
  ],
  ['Under 3) add at the end: “in full”.', ['3) report to the next conference in full']],
  [
    'At the end of action point 2 add “and students”',
    ['2) seek talks with the mayor on free travel for school pupils and students;'],
  ],
  // Deletions.
  ['Delete paragraph 2.', []],
  ['Delete action points 1 and 3.', ['1) seek talks with the mayor on free travel for school pupils;']],
  ['Action point 2: delete and renumber.', ['2) report to the next conference']],
  ['Remove the word, “simply” from nowhere', []],
  ['Remove the words “, including new depots” from the first action point;', ['1) campaign for public ownership;']],
  [
    'In paragraph 1 delete second sentence “Fares rose……2024–25.”',
    ['Conference welcomes the return of night buses. Drivers were not asked.'],
  ],
  [
    'In paragraph 1 delete “ Drivers were not asked.”',
    ['Conference welcomes the return of night buses. Fares rose by 5 % in 2024–25.'],
  ],
  ['Delete from “Fares” to “asked.” in paragraph 1.', ['Conference welcomes the return of night buses.']],
  ['In paragraph 1, delete all after “night buses” and insert “.”', ['Conference welcomes the return of night buses.']],
  // Whole units.
  ['Replace 2) with:\n2) demand free travel;', ['2) demand free travel;']],
  ['Replace Believes 2 with: the mayor must set fares;', ['• the mayor must set fares;']],
  ['Delete existing wording of action point 3 and replace with: “report yearly.”', ['3) report yearly.']],
  ['Action point 3 to read: “report yearly.”', ['3) report yearly.']],
  ['Delete “3) report to the next conference” and replace with “3) report yearly”', ['3) report yearly']],
  [
    'Move action point 3 to the start.',
    [
      '1) report to the next conference',
      '2) campaign for public ownership, including new depots;',
      '3) seek talks with the mayor on free travel for school pupils;',
    ],
  ],
  [
    'Delete all and replace with:\nConference supports buses.\nConference calls for:\n1) more;\n2) better.',
    ['Conference supports buses.', 'Conference calls for:', '1) more;', '2) better.'],
  ],
  ['Delete existing action point 3 and replace with new action point 3: “report yearly.”', ['3) report yearly.']],
  ['Insert as new action point 4: “publish the accounts.”', ['4) publish the accounts.']],
  [
    'In 2 (line 14), delete “school” and insert “all”.',
    ['2) seek talks with the mayor on free travel for all pupils;'],
  ],
  [
    'Amend action point 2 by replacing “school” with “all”.',
    ['2) seek talks with the mayor on free travel for all pupils;'],
  ],
  [
    'In action point 2, for “school” substitute “all”.',
    ['2) seek talks with the mayor on free travel for all pupils;'],
  ],
  // Everywhere.
  [
    'Replace “night” with “late” throughout.',
    ['Conference welcomes the return of late buses. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
  ['Delete “Regional Committee” wherever it occurs and insert “Region”.', ['Conference instructs the Region to:']],
  // Around the operations.
  [
    '12.1 Northern Branch\nIn paragraph 2, delete “proud” and insert “sure”.\nPurpose: to be exact about “proud”.',
    ['Conference is sure of the drivers’ campaign, which the region’s branches began.'],
  ],
  [
    'Action point 1\nDelete “new” and insert “two”\nDelete “public”',
    ['1) campaign for ownership, including two depots;'],
  ],
  [
    'Insert new paragraph 1:\n‘Conference thanks the drivers.’\nIn existing paragraph 2, delete ‘proud’ and insert ‘sure’.',
    [
      'Conference thanks the drivers.',
      'Conference is sure of the drivers’ campaign, which the region’s branches began.',
    ],
  ],
  [
    'Insert after “night buses” “and trams”\nso that it reads\n“Conference welcomes the return of night buses and trams.”',
    ['Conference welcomes the return of night buses and trams. Fares rose by 5 % in 2024–25. Drivers were not asked.'],
  ],
];

const ruleEdits: readonly (readonly [string, readonly string[]])[] = [
  [
    'Rule D.2.1 delete “four” and insert “six”',
    ['D2.1 The committee shall meet six times a year. Any member may attend and speak at its meetings.'],
  ],
  [
    'Rule D 2.1\nReplace “four” with “six”',
    ['D2.1 The committee shall meet six times a year. Any member may attend and speak at its meetings.'],
  ],
  [
    'D 2.2 After “ballot” add: “each year”',
    ['D2.2 The chair shall be elected by ballot each year. The secretary shall keep minutes for the Water sector.'],
  ],
  ['D2.3, delete “Water” and insert “Water and Roads”', []],
  [
    'D2.2, delete “Water” and insert “Water and Roads”',
    ['D2.2 The chair shall be elected by ballot. The secretary shall keep minutes for the Water and Roads sector.'],
  ],
  [
    'Insert new Rule D 2.2: “D 2.2 The treasurer shall pay.” Renumber subsequent rules.',
    [
      'D2.2 The treasurer shall pay.',
      'D2.3 The chair shall be elected by ballot. The secretary shall keep minutes for the Water sector.',
      'D2.4 Reports go to the council.',
    ],
  ],
  ['Add new Rule D.2.4: “D.2.4 Accounts go to members.”', ['D2.4 Accounts go to members.']],
  ['Delete existing wording of Rule D.2.3 and replace with: “Reports go to members.”', ['D2.3 Reports go to members.']],
  [
    'Delete D2.1 and D 2.3',
    ['D2.1 The chair shall be elected by ballot. The secretary shall keep minutes for the Water sector.'],
  ],
  ['Proposed change to clause D2.3: D2.3 Reports go to members.', ['D2.3 Reports go to members.']],
  [
    'Add at end of Rule D2.3 They are public. Delete existing D2.1',
    [
      'D2.1 The chair shall be elected by ballot. The secretary shall keep minutes for the Water sector.',
      'D2.2 Reports go to the council. They are public.',
    ],
  ],
];

describe('a printed instruction is read into the amended text', () => {
  it.each(edits)('%s', (instruction, changed) => expect(shown(buses, instruction).changed).toEqual(changed));
  it.each(ruleEdits)('%s', (instruction, changed) => expect(shown(rules, instruction).changed).toEqual(changed));
});

const questions: readonly (readonly [string, UnresolvedReason])[] = [
  ['Delete “mayor”.', 'anchor-ambiguous'],
  ['In paragraph 2, delete “trams”.', 'anchor-not-found'],
  ['Delete action point 9.', 'clause-not-found'],
  ['Delete paragraph 3.', 'clause-ambiguous'],
  ['Insert “late” in line 49', 'line-numbers-unknown'],
  ['Delete lines 5–9', 'line-numbers-unknown'],
  ['Insert “and trams”.', 'clause-ambiguous'],
  ['Insert new paragraph: “Conference thanks the drivers.”', 'clause-ambiguous'],
  [
    'In paragraph 1, replace “night” with “late” so that it reads “Conference welcomes the return of late trams.”',
    'result-mismatch',
  ],
  ['Under "Conference resolves" i) add after plan "and wish"', 'clause-not-found'],
  ['Delete “night buses”. Strengthen the rest.', 'descriptive'],
];

describe('what is not certain is asked', () => {
  it.each(questions)('%s', (instruction, reason) => {
    const reading = readWording(buses, instruction);
    expect([reading.outcome, reading.unresolved.map((question) => question.reason)]).toEqual([
      'needs-answer',
      [reason],
    ]);
  });

  it('half an operation is no operation', () => {
    expect(readWording(buses, 'Delete “talks with the mayor on” and insert “')).toMatchObject({ operations: [] });
  });

  it.each([
    'Amend action point 3 to require a report.',
    'Fares reduced to 3 % instead of 5 %.',
    'Strengthen action point 2.',
    '',
  ])('“%s” is no edit', (instruction) =>
    expect(readWording(buses, instruction)).toMatchObject({ outcome: 'not-an-edit', operations: [] }),
  );
});
