import { describe, expect, it } from 'vitest';
import { compareNumbers } from './agenda-order';

describe('the order of an agenda', () => {
  it('is by value, then composites, then prefixed numbers, then what has none', () => {
    const printed = ['EM2', 'B', '10', undefined, '3.10', 'L1', 'A', '3', 'A.1', '3.2', 'EM1', '2', 'C'];
    expect(
      printed
        .map((number) => [number])
        .toSorted(([before], [after]) => compareNumbers(before, after))
        .flat(),
    ).toEqual(['2', '3', '3.2', '3.10', '10', 'A', 'A.1', 'B', 'C', 'EM1', 'EM2', 'L1', undefined]);
  });

  it('takes a star or a space for nothing', () => {
    expect(compareNumbers('13*', '13')).toBe(0);
    expect(compareNumbers('EM 1', 'EM1')).toBe(0);
    expect(compareNumbers('Composite C', 'C')).toBe(0);
    expect(compareNumbers('Comp. B', 'C.1')).toBeLessThan(0);
  });
});
