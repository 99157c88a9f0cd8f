import { describe, expect, it } from 'vitest';
import type { TextOperation } from '../../shared/amendment/operation';
import { clauseId, conferenceId, textVersionId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { TextVersion } from '../../shared/motion/motion';
import { checklistWords } from './checklist-words';
import { countWords, houseOf } from './house';

const conference = (title: string, organisation?: string) => ({
  id: conferenceId('k'),
  title,
  ...(organisation === undefined ? {} : { organisation }),
});

describe('the house of a conference', () => {
  it.each([
    ['that was chosen', conference('UCU Congress 2027'), 'tuc', 'tuc'],
    ['that its organisation names', conference('Congress', 'University and College Union'), '', 'ucu'],
    ['that its title names', conference('TUC Congress 2027'), '', 'tuc'],
    ['that its members are called by', conference('Autumn', 'Liberal Democrats'), '', 'libdem'],
    ['of students', conference('NUS National Conference'), '', 'nus'],
    ['nobody names', conference('Local Government Conference'), '', 'unison'],
    ['when a word only holds its letters', conference('Bonus and pay'), '', 'unison'],
    ['after a choice this version does not know', conference('UCU Congress'), 'elsewhere', 'ucu'],
  ] as const)('%s', (_, held, chosen, house) => {
    expect(houseOf(held, chosen)).toBe(house);
  });
});

const lamps: Clause = { id: clauseId('c1'), kind: 'paragraph', depth: 0, text: 'The lamps are out.' };
const base: TextVersion = { id: textVersionId('t'), title: 'Lamps', clauses: [lamps] };
const adding = (words: number): TextOperation => ({
  kind: 'insert',
  clause: lamps.id,
  at: 0,
  text: `${Array.from({ length: words }, () => 'bright').join(' ')} `,
});

describe('words are counted', () => {
  it.each([
    [1, 'unison', '1 word added', false],
    [8, 'ucu', '8 words added of the 75 that UCU allows', false],
    [75, 'ucu', '75 words added of the 75 that UCU allows', false],
    [80, 'ucu', '80 words added: 5 more than the 75 that UCU allows', true],
    [2, 'nus', '4 words with the rubric of the 300 that NUS allows', false],
  ] as const)('%i added, by the rule of %s', (added, house, words, isOver) => {
    const wording = ['Add “bright bright”.', 'So.'];
    expect(countWords(base, [adding(added)], { house, wording })).toEqual({ words, isOver });
  });
});

describe('the checklist', () => {
  it.each([
    [{ kind: 'changes-nothing' }, 'It changes nothing: the text would read as it does now.'],
    [
      { kind: 'negates', clause: lamps, words: 'not' },
      'It turns “The lamps are out.” into its opposite (“not”): amendments that negate the motion are usually ruled out of order.',
    ],
    [{ kind: 'addressee-missing', clause: lamps }, 'Nobody is named who is to act: “The lamps are out.”'],
    [{ kind: 'over-length', words: 80, most: 75 }, 'It is 5 words too long.'],
    [
      { kind: 'stale-reference', reference: 'point 3', clause: 0 },
      '“point 3” in clause 1 may now name another number.',
    ],
  ] as const)('says of $kind what it means', (fact, words) => {
    expect(checklistWords(fact)).toBe(words);
  });
});
