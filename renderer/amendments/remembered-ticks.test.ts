import { expect, it } from 'vitest';
import { amendmentId } from '../../shared/ids';
import { readTicks, ticksInWords } from './remembered-ticks';

it('remembers which amendments are ticked and which are not', () => {
  const ticks = new Map([
    [amendmentId('a-1'), true],
    [amendmentId('-odd+'), false],
  ]);
  expect(ticksInWords(ticks)).toBe('+a-1 --odd+');
  expect(readTicks(ticksInWords(ticks))).toEqual(ticks);
});

it.each(['', ' ', '+', 'a1', '? +'])('reads no tick from “%s”', (words) => {
  expect(readTicks(words).size).toBe(0);
});
