import { expect, it } from 'vitest';
import { readChoices, writeChoices } from './report-choices';

it('choices are remembered, all but the notes', () => {
  for (const motions of ['all', 'ours'] as const) {
    for (const bits of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const chosen = { motions, amendments: bits % 2 === 1, markedText: bits % 4 > 1, briefings: bits > 3 };
      expect(readChoices(writeChoices({ ...chosen, notes: true }))).toEqual({ ...chosen, notes: false });
    }
  }
});

it.each(['', 'nonsense', '{"motions":"all"}', '__proto__'])('%j remembers nothing', (text) => {
  expect(readChoices(text)).toEqual({
    motions: 'all',
    amendments: true,
    markedText: true,
    notes: false,
    briefings: true,
  });
});
