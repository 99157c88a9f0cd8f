import { expect, it } from 'vitest';
import { decisionKeys } from '../../shared/motion/decision';
import { decisionLetters } from './decision-keys';

it('every decision has one letter, and every letter one decision', () => {
  expect(decisionLetters.map(({ key }) => key).toSorted()).toEqual([...decisionKeys].toSorted());
  expect(new Set(decisionLetters.map(({ letter }) => letter)).size).toBe(decisionLetters.length);
});
