import { expect, it } from 'vitest';
import { differingWord } from './differing-word';

const words = 'toilet check quiz universe network stumble';

it.each([
  ['nothing', '', { kind: 'unfinished' }],
  ['the first words', 'toilet check', { kind: 'unfinished' }],
  ['a word that is still being typed', 'toilet che', { kind: 'unfinished' }],
  ['the last word half typed', 'toilet check quiz universe network stum', { kind: 'unfinished' }],
  ['all of them', words, { kind: 'same' }],
  ['all of them in capitals, with commas', '  TOILET, check, quiz,\nuniverse network stumble ', { kind: 'same' }],
  ['another word in the middle', 'toilet cheese quiz', { kind: 'other', place: 2, typed: 'cheese' }],
  ['another first word, typed to its end', 'toil ', { kind: 'other', place: 1, typed: 'toil' }],
  ['another last word', 'toilet check quiz universe network stun', { kind: 'other', place: 6, typed: 'stun' }],
  ['one word too many', `${words} again`, { kind: 'other', place: 7, typed: 'again' }],
])('%s', (_, typed, comparison) => {
  expect(differingWord(words, typed)).toEqual(comparison);
});
