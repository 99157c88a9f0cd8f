import { describe, expect, it } from 'vitest';
import { conferenceId } from '../../shared/ids';
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

describe('added words are counted', () => {
  it.each([
    [1, 'unison', '1 word added', false],
    [8, 'ucu', '8 words added of the 75 that UCU allows', false],
    [75, 'ucu', '75 words added of the 75 that UCU allows', false],
    [80, 'ucu', '80 words added: 5 more than the 75 that UCU allows', true],
    [301, 'nus', '301 words added: 1 more than the 300 that NUS allows', true],
  ] as const)('%i by the rule of %s', (added, house, words, isOver) => {
    expect(countWords(added, house)).toEqual({ words, isOver });
  });
});
