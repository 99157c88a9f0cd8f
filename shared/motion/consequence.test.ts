import { describe, expect, it } from 'vitest';
import { consequencesOf, readConsequenceRules } from './consequence';

/** `58+ → 59` for carried, `58- → 59` for lost, with the paragraphs that fall. */
function rules(text: string): readonly string[] {
  return readConsequenceRules(text).map(
    ({ when, falls }) =>
      `${when.number}${when.is === 'carried' ? '+' : '-'} → ${falls.number}${falls.paragraphs === undefined ? '' : ` (${falls.paragraphs.join(' ')})`}`,
  );
}

describe('consequence rules as printed', () => {
  it.each([
    ['CBC advice: if motion 58 is carried, motion 59 falls', ['58+ → 59']],
    ['if motion 35 is lost the first two paragraphs of motion 58 fall', ['35- → 58 (1 2)']],
    ['if 18 passes, 19 falls', ['18+ → 19']],
    ['If Motion HE4 is carried then motions HE5 and HE6 fall.', ['HE4+ → HE5', 'HE4+ → HE6']],
    [
      'If amendment 12.1 is carried, amendments 12.2, 12.3 and 12.4 fall.',
      ['12.1+ → 12.2', '12.1+ → 12.3', '12.1+ → 12.4'],
    ],
    ['If Composite C or motion 40 is carried, motion 41 will fall.', ['C+ → 41', '40+ → 41']],
    ['If 7 is defeated, paragraph 3 of 8 falls.', ['7- → 8 (3)']],
    ['If 7 is carried, paragraphs 2 to 4 of motion 8 fall.', ['7+ → 8 (2 3 4)']],
    ['If 7 is carried, paragraphs 2–4 of motion 8 fall.', ['7+ → 8 (2 3 4)']],
    ['If 7 is carried, the third paragraph of motion 8 falls.', ['7+ → 8 (3)']],
    ['if 1 is carried, 2 falls; if 2 is carried, 3 falls', ['1+ → 2', '2+ → 3']],
    ['If motion 12 is carried, the last paragraph of motion 13 falls.', ['12+ → 13 (-1)']],
    ['If motion 12 is lost, the last two paragraphs of motion 13 fall.', ['12- → 13 (-2 -1)']],
    ['Motion 12 falls short of what members expect if carried away.', []],
    ['CBC advice: if motion 58 is carried, motion 59 should be taken first.', []],
  ])('%s', (text, read) => {
    expect(rules(text)).toEqual(read);
  });
});

describe('what falls', () => {
  const all = readConsequenceRules(
    'If 58 is carried, 59 falls. If 59 is carried, 60 falls. If 35 is lost, 60 falls. If A is lost, 60 falls.',
  );
  const falling = (...decisions: Parameters<typeof consequencesOf>[0]) =>
    consequencesOf(decisions, all).map(({ number }) => number);

  it('follows from what is carried, as it stands or as amended', () => {
    expect(falling({ number: '58', decision: 'carried' })).toEqual(['59']);
    expect(falling({ number: '58', decision: 'carried-as-amended' })).toEqual(['59']);
  });

  it('follows from what is lost, and each item falls once', () => {
    expect(falling({ number: '35', decision: 'lost' }, { number: 'a', decision: 'lost' })).toEqual(['60']);
  });

  it('does not follow from what fell or is not decided', () => {
    expect(falling({ number: '59', decision: 'fell' })).toEqual([]);
    expect(falling()).toEqual([]);
  });
});
