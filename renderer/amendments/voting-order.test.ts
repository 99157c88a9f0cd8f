import { describe, expect, it } from 'vitest';
import type { Amendment } from '../../shared/amendment/amendment';
import { amendmentId, conferenceId, motionId, textVersionId } from '../../shared/ids';
import { besides, inVotingOrder, movedInOrder } from './voting-order';

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

describe('an amendment to an amendment', () => {
  const to = (id: string, parent: string): Amendment => ({ ...amendment(id), amends: amendmentId(parent) });
  const both = [...printed, to('2.1', '2'), to('2.2', '2')];
  const names = (amendments: readonly Amendment[]): string => amendments.map(({ id }) => id).join(' ');

  it('is voted on before the other, whatever the order known', () => {
    expect(names(inVotingOrder(both, []))).toBe('1 2.1 2.2 2 3');
    expect(names(inVotingOrder(both, ['2', '1', '3', '2.2']))).toBe('2.2 2.1 2 1 3');
  });

  it('is moved among those to the same amendment', () => {
    expect(names(besides(both, '2.1'))).toBe('2.1 2.2');
    expect(names(besides(both, '2'))).toBe('1 2 3');
  });

  it('stands with the others when the one it amends is not held', () => {
    expect(names(besides([...printed, to('9.1', '9')], '9.1'))).toBe('1 2 3 9.1');
  });
});
