import { describe, expect, it } from 'vitest';
import { clauseId } from '../ids';
import type { Clause } from './clause';
import { renumber } from './renumber';

const item = (id: string, number?: string, depth = 1): Clause => {
  const clause: Clause = { id: clauseId(id), kind: 'item', depth, text: id };
  return number === undefined ? clause : { ...clause, number };
};
const paragraph = (id: string, depth = 0): Clause => ({ id: clauseId(id), kind: 'paragraph', depth, text: id });

function list(...numbers: readonly string[]): readonly Clause[] {
  return numbers.map((number, index) => item(String(index + 1), number));
}
function without(clauses: readonly Clause[], ...ids: readonly string[]): readonly Clause[] {
  return clauses.filter((clause) => !ids.includes(clause.id));
}
const numbersOf = (clauses: readonly Clause[]) => clauses.map((clause) => clause.number ?? '');

describe('numbers renewed after a change', () => {
  const deletions: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['arabic numbers', ['1)', '2)', '3)'], ['1)', '2)']],
    ['letters', ['a.', 'b.', 'c.'], ['a.', 'b.']],
    ['roman numbers', ['i)', 'ii)', 'iii)', 'iv)'], ['i)', 'ii)', 'iii)']],
    ['roman numbers in brackets', ['(i)', '(ii)', '(iii)'], ['(i)', '(ii)']],
    ['letters from h to j', ['h)', 'i)', 'j)'], ['h)', 'i)']],
    ['rule numbers', ['2.4.1', '2.4.2', '2.4.3'], ['2.4.1', '2.4.2']],
    ['bullets', ['•', '•', '•'], ['•', '•']],
    ['a printed gap', ['1)', '2)', '4)', '5)'], ['1)', '2)', '3)']],
    ['a list that starts at four', ['4.', '5.', '6.'], ['4.', '5.']],
  ];
  it.each(deletions)('close up in %s', (_, printed, left) => {
    const paper = list(...printed);
    expect(numbersOf(renumber(without(paper, '2'), paper))).toEqual(left);
  });

  it('move down behind a new item, which takes the style of its list', () => {
    const paper = list('a)', 'b)');
    const [first, second] = paper;
    expect(first && second && numbersOf(renumber([first, item('new'), second], paper))).toEqual(['a)', 'b)', 'c)']);
  });

  it('start again in each list, and leave other lists alone', () => {
    const paper = [item('1', '1)'), item('2', '2)'), paragraph('p'), item('3', '1)'), item('4', '2)')];
    expect(numbersOf(renumber(without(paper, '1'), paper))).toEqual(['1)', '', '1)', '2)']);
  });

  it('go on through several lists where the paper does', () => {
    const paper = [item('1', '1.'), item('2', '2.'), paragraph('p'), item('3', '3.'), item('4', '4.')];
    expect(numbersOf(renumber(without(paper, '2'), paper))).toEqual(['1.', '', '2.', '3.']);
  });

  it('count nested items by themselves', () => {
    const paper = [item('1', '1.'), item('1a', 'a)', 2), item('1b', 'b)', 2), item('2', '2.')];
    expect(numbersOf(renumber(without(paper, '1a'), paper))).toEqual(['1.', 'a)', '2.']);
  });

  it('pass over the paragraph that continues an item', () => {
    const paper = [item('1', '1.'), paragraph('more', 1), item('2', '2.'), item('3', '3.')];
    expect(numbersOf(renumber(without(paper, '2'), paper))).toEqual(['1.', '', '2.']);
  });

  it('keep two styles in one list apart', () => {
    const paper = list('1)', '2)', 'a)', 'b)');
    expect(numbersOf(renumber(without(paper, '1'), paper))).toEqual(['1)', 'a)', 'b)']);
  });

  it('give a moved item the style of the list it has come to', () => {
    const paper = [item('1', '1)'), item('2', '2)'), paragraph('p'), item('3', 'a.'), item('4', 'b.')];
    const moved = [paper[0], paper[2], paper[3], paper[1], paper[4]].filter((clause) => clause !== undefined);
    expect(numbersOf(renumber(moved, paper))).toEqual(['1)', '', 'a.', 'b.', 'c.']);
  });

  it('are given to a first list in the style that the paper used last, or 1)', () => {
    const paper = [paragraph('p')];
    expect(numbersOf(renumber([...paper, item('x'), item('y')], paper))).toEqual(['', '1)', '2)']);
  });

  it('are not given to an item that was printed without', () => {
    const paper = [item('1'), item('2')];
    expect(renumber(paper, paper)).toEqual(paper);
  });
});
