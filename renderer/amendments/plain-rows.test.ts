import { expect, it } from 'vitest';
import { clauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { plainRows } from './plain-rows';

const clause = (id: string): Clause => ({ id: clauseId(id), kind: 'paragraph', depth: 0, text: id });
const printed = ['a', 'b', 'c', 'd'].map(clause);

it.each([
  ['none is deleted', ['a', 'b', 'c', 'd'], 'a b c d'],
  ['the first is deleted', ['b', 'c', 'd'], '-a@0 b c d'],
  ['two in the middle are deleted', ['a', 'd'], 'a -b@1 -c@1 d'],
  ['one was added where others are gone', ['a', 'x', 'd'], 'a -b@1 -c@1 x d'],
  ['one was moved', ['d', 'a', 'b', 'c'], 'd a b c'],
  ['all are deleted', [], '-a@0 -b@0 -c@0 -d@0'],
])('deleted clauses stand where they stood when %s', (_, ids, rows) => {
  const said = plainRows(printed, ids.map(clause)).map((row) =>
    row.kind === 'clause' ? row.clause.id : `-${row.clause.id}@${String(row.index)}`,
  );
  expect(said.join(' ')).toBe(rows);
});
