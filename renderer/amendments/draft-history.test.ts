import { describe, expect, it } from 'vitest';
import { clauseId, textVersionId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { TextVersion } from '../../shared/motion/motion';
import { beginHistory, changed, redone, typed, undone } from './draft-history';
import type { DraftHistory } from './draft-history';
import { draftStateOf } from './draft-text';

const clause = (id: string, text: string): Clause => ({ id: clauseId(id), kind: 'paragraph', depth: 0, text });
const base: TextVersion = {
  id: textVersionId('t1'),
  title: 'Lamps',
  clauses: [clause('c1', 'Lamps are out.'), clause('c2', 'Buoys are in.')],
};
const start = beginHistory(draftStateOf(base, base));

const words = (history: DraftHistory): string =>
  [history.present.title, ...history.present.clauses.map(({ text }) => text)].join(' | ');

function type(history: DraftHistory, at: number, texts: readonly string[], title = history.present.title) {
  const clauses = texts.map((text, index) => clause(`c${String(index + 1)}`, text));
  return typed(history, draftStateOf(base, { title, clauses }), at);
}

describe('undoing', () => {
  it('takes back what was typed on in one place as one step', () => {
    const first = type(start, 0, ['Lamps are out. T', 'Buoys are in.']);
    const second = type(first, 100, ['Lamps are out. To', 'Buoys are in.']);
    expect(words(undone(second))).toBe('Lamps | Lamps are out. | Buoys are in.');
    expect(words(redone(undone(second)))).toBe('Lamps | Lamps are out. To | Buoys are in.');
  });

  it.each([
    ['after a pause', 5000, ['Lamps are out. To', 'Buoys are in.']],
    ['in another clause', 100, ['Lamps are out. T', 'Buoys are in. T']],
    ['by a deleted clause', 100, ['Lamps are out. T']],
  ] as const)('takes back what was done %s by itself', (_, at, texts) => {
    const first = type(start, 0, ['Lamps are out. T', 'Buoys are in.']);
    expect(words(undone(type(first, at, texts)))).toBe('Lamps | Lamps are out. T | Buoys are in.');
  });

  it('goes back through title and clauses in the order they were changed', () => {
    const retitled = type(start, 0, ['Lamps are out.', 'Buoys are in.'], 'Lights');
    const reworded = type(retitled, 10, ['Lamps were out.', 'Buoys are in.']);
    expect(words(reworded)).toBe('Lights | Lamps were out. | Buoys are in.');
    expect(words(undone(reworded))).toBe('Lights | Lamps are out. | Buoys are in.');
    expect(words(undone(undone(reworded)))).toBe('Lamps | Lamps are out. | Buoys are in.');
    expect(undone(undone(undone(reworded))).present.operations).toEqual([]);
  });

  it('starting again can be taken back, and nothing typed later joins it', () => {
    const first = type(start, 0, ['Lamps are out. T', 'Buoys are in.']);
    const again = changed(first, start.present);
    expect(again.revision).toBe(1);
    expect(words(undone(again))).toBe('Lamps | Lamps are out. T | Buoys are in.');
    expect(words(undone(type(again, 50, ['Lamps are off.', 'Buoys are in.'])))).toBe(words(start));
  });

  it('typing after it leaves nothing to redo', () => {
    const first = undone(type(start, 0, ['Lamps are out. T', 'Buoys are in.']));
    const then = type(first, 10, ['Lamps are off.', 'Buoys are in.']);
    expect(redone(then)).toBe(then);
  });

  it('without a difference there is no step', () => {
    expect(type(start, 0, ['Lamps are out.', 'Buoys are in.'])).toBe(start);
    expect(undone(start)).toBe(start);
  });
});
