import { describe, expect, it } from 'vitest';
import type { Amendment } from '../../shared/amendment/amendment';
import { amendmentId, conferenceId, motionId, textVersionId } from '../../shared/ids';
import { inVotingOrder, movedInOrder } from './voting-order';

const amendment = (id: string): Amendment => ({
  id: amendmentId(id),
  conferenceId: conferenceId('k'),
  motionId: motionId('m'),
  origin: 'delegate',
  standing: 'published',
  submittedBy: [],
  baseVersion: textVersionId('t'),
  operations: [],
});
const printed = ['1', '2', '3'].map(amendment);

describe('amendments are voted on', () => {
  it.each([
    ['as printed, while nothing else is known', [], '1 2 3'],
    ['as the delegate knows', ['3', '1', '2'], '3 1 2'],
    ['a new one last', ['2', '1'], '2 1 3'],
    ['without those that are gone', ['9', '3', '2', '1'], '3 2 1'],
  ])('%s', (_, known, order) => {
    expect(
      inVotingOrder(printed, known)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(order);
  });
});

it.each([
  ['2', -1, '2 1 3'],
  ['2', 1, '1 3 2'],
  ['1', -1, '1 2 3'],
  ['3', 1, '1 2 3'],
  ['9', 1, '1 2 3'],
] as const)('moving %s by %i gives %s', (id, by, order) => {
  expect(movedInOrder(['1', '2', '3'], id, by).join(' ')).toBe(order);
});
