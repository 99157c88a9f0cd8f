import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wording } from '../../tests/laws/arbitrary-text';
import { applyTextEdits } from './apply-operations';
import { tokensOf } from './tokens';
import { runsOfText } from './tracked-runs';
import { textEdits } from './word-diff';

const seed = 41_077;

/** The change as a reader sees it: [-deleted-] and {+inserted+}. */
function marked(before: string, after: string): string {
  return runsOfText(before, textEdits(before, after))
    .map(({ kind, text }) => (kind === 'kept' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('tokens', () => {
  it.each([
    ['costs £1,500 or 5 % in 2024–25', ['costs', '£1,500', 'or', '5 %', 'in', '2024–25']],
    ['co-operative members’ women’s U.K.', ['co-operative', 'members', '’', 'women’s', 'U.K', '.']],
    ['cuts; (NEC) “yes”', ['cuts', ';', '(', 'NEC', ')', '“', 'yes', '”']],
    ['at 12:30 on the 1st – now', ['at', '12:30', 'on', 'the', '1st', '–', 'now']],
    ['Dún Laoghaire, Llŷn 👍', ['Dún', 'Laoghaire', ',', 'Llŷn', '👍']],
  ])('of “%s”', (text, tokens) => expect(tokensOf(text).map((token) => token.text)).toEqual(tokens));
});

describe('a change is marked', () => {
  it.each([
    // What peers hide or tear apart: a changed dash, money, words beside a mark.
    ['The years 2024–2025 count.', 'The years 2024-2025 count.', 'The years [-2024–2025-]{+2024-2025+} count.'],
    ['Pay £1,500 now.', 'Pay £3,000 now.', 'Pay [-£1,500-]{+£3,000+} now.'],
    ['Oppose cuts; act.', 'Oppose cuts and closures; act.', 'Oppose cuts{+ and closures+}; act.'],
    ['See rule 12:3)', 'See rule 12:4)', 'See rule [-12:3-]{+12:4+})'],
    ['the ‘fair’ deal', 'the “fair” deal', 'the [-‘fair’-]{+“fair”+} deal'],
    ['rise of 5 % a year', 'rise of 6 % a year', 'rise of [-5 %-]{+6 %+} a year'],
    // Edits stand where a reader would put them.
    ['We came. We saw.', 'We came. We read. We saw.', 'We came. {+We read. +}We saw.'],
    [
      'One is enough. Two is not. Three is many.',
      'One is enough. Three is many.',
      'One is enough. [-Two is not. -]Three is many.',
    ],
    ['the very big hall', 'the big hall', 'the [-very -]big hall'],
    ['seek talks on pay', 'seek urgent talks on pay', 'seek {+urgent +}talks on pay'],
    // Small islands are absorbed, and what is rewritten is replaced.
    [
      'including guidance on the issues',
      'including legal help about the issues',
      'including [-guidance on-]{+legal help about+} the issues',
    ],
    [
      'welcome the new plan for buses',
      'oppose the old scheme for buses',
      '[-welcome the new plan-]{+oppose the old scheme+} for buses',
    ],
    [
      'Conference notes the long delay.',
      'Members want a quick answer now.',
      '[-Conference notes the long delay-]{+Members want a quick answer now+}.',
    ],
  ])('“%s” → “%s”', (before, after, shown) => expect(marked(before, after)).toBe(shown));

  it('says nothing of two equal texts', () => expect(textEdits('Same.', 'Same.')).toEqual([]));
});

it('edits applied to the text before give the text after, white space included', () => {
  const spaced = fc
    .tuple(wording, fc.constantFrom('', ' ', '  ', '\u00A0'))
    .map(([text, space]) => space + text.replace(' ', ` ${space}`));
  fc.assert(
    fc.property(spaced, spaced, (before, after) => {
      expect(applyTextEdits(before, textEdits(before, after))).toBe(after);
    }),
    { seed, numRuns: 200 },
  );
});

it('time is bounded by edits: 3,000 rewritten words are one edit', () => {
  const words = (prefix: string) => Array.from({ length: 3000 }, (_, index) => `${prefix}${index}`).join(' ');
  expect(textEdits(words('a'), words('b'))).toHaveLength(1);
});
