import { describe, expect, it } from 'vitest';
import { keyedSentences } from './keyed-sentences';
import { wordingNews } from './wording-news';

describe('a screen reader hears', () => {
  it.each([
    ['a new sentence', [], ['Delete “a”.'], 'Wording: Delete “a”.'],
    ['only the one that is new', ['Delete “a”.'], ['Delete “a”.', 'Delete “b”.'], 'Wording: Delete “b”.'],
    ['one said once more', ['Delete “a”.'], ['Delete “a”.', 'Delete “a”.'], 'Wording: Delete “a”.'],
    ['what is gone', ['Delete “a”.', 'Delete “b”.'], ['Delete “b”.'], 'No longer in the wording: Delete “a”.'],
    ['that nothing is left', ['Delete “a”.'], [], 'Nothing is changed now.'],
    ['nothing of a wording that stays', ['Delete “a”.'], ['Delete “a”.'], ''],
  ])('%s', (_, before, after, news) => {
    expect(wordingNews(before, after)).toBe(news);
  });
});

it('equal sentences have keys of their own', () => {
  const keys = keyedSentences(['At end add “so”.', 'At end add “so”.']).map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});
