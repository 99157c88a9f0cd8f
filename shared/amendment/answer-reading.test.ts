import { describe, expect, it } from 'vitest';
import { clauseId, textVersionId } from '../ids';
import type { Clause } from '../motion/clause';
import type { TextVersion } from '../motion/motion';
import { answerReading } from './answer-reading';
import { applyOperations } from './apply-operations';
import { readWording } from './read-wording';

const clause = (id: string, text: string): Clause => ({ id: clauseId(id), kind: 'paragraph', depth: 0, text });
const base: TextVersion = {
  id: textVersionId('t'),
  title: 'Lamps',
  clauses: [
    clause('c1', 'The lamps on the quay are old lamps.'),
    clause('c2', 'Conference wants new lamps by next year.'),
  ],
};

function answered(instruction: string, candidate: number): readonly string[] | undefined {
  const [question] = readWording(base, instruction).unresolved;
  const span = question?.candidates[candidate];
  if (question === undefined || span === undefined) throw new Error(`“${instruction}” asks nothing of that kind`);
  const operations = answerReading(base, question, span);
  if (operations === undefined) return undefined;
  const applied = applyOperations(base, operations);
  return applied.ok ? applied.value.clauses.map(({ text }) => text) : undefined;
}

describe('words that stand in three places are taken where the delegate says', () => {
  it.each([
    [0, ['The lights on the quay are old lamps.', 'Conference wants new lamps by next year.']],
    [1, ['The lamps on the quay are old lights.', 'Conference wants new lamps by next year.']],
    [2, ['The lamps on the quay are old lamps.', 'Conference wants new lights by next year.']],
  ])('candidate %i', (candidate, texts) => {
    expect(answered('Delete “lamps” and insert “lights”.', candidate)).toEqual(texts);
  });
});

it('words are put in behind the place chosen', () => {
  expect(answered('After “lamps” insert “and bells”.', 2)?.[1]).toBe(
    'Conference wants new lamps and bells by next year.',
  );
});
