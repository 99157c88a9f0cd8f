import { describe, expect, it } from 'vitest';
import type { Amendment } from '../../shared/amendment/amendment';
import { amendmentId, clauseId, conferenceId, motionId, textVersionId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';
import { instructionOf } from './amendment-words';
import { isReadableIn, remains, textWith } from './text-view';

const text: TextVersion = {
  id: textVersionId('t1'),
  title: 'Buses',
  clauses: [
    { id: clauseId('c1'), kind: 'paragraph', depth: 0, text: 'Conference notes the buses.' },
    { id: clauseId('c2'), kind: 'paragraph', depth: 0, text: 'Conference deplores the trams.' },
  ],
};

function amendment(facts: Partial<Amendment>): Amendment {
  return {
    id: amendmentId('a1'),
    conferenceId: conferenceId('lg27'),
    motionId: motionId('m1'),
    origin: 'delegate',
    standing: 'draft',
    submittedBy: [],
    baseVersion: text.id,
    operations: [],
    ...facts,
  };
}

const late = amendment({
  operations: [
    { kind: 'insert', clause: clauseId('c1'), at: 21, text: 'late ' },
    { kind: 'delete-clause', clause: clauseId('c2'), removed: present(1), after: clauseId('c1') },
  ],
});

function present(index: 0 | 1): TextVersion['clauses'][number] {
  const clause = text.clauses[index];
  if (clause === undefined) throw new Error('two clauses are given');
  return clause;
}

describe('an amendment', () => {
  it('is read in its own text, changes marked', () => {
    const marked = textWith(text, late);
    expect(marked?.clauses.map(({ state }) => state)).toEqual(['kept', 'deleted']);
    expect(marked?.clauses[0]?.runs).toEqual([
      { kind: 'kept', text: 'Conference notes the ' },
      { kind: 'inserted', text: 'late ' },
      { kind: 'kept', text: 'buses.' },
    ]);
  });

  it('leaves what remains as amended', () => {
    expect(textWith(text, late)?.clauses.filter(remains)).toHaveLength(1);
  });

  it.each<[string, Partial<Amendment>]>([
    ['without operations', {}],
    ['written on another text', { ...late, baseVersion: textVersionId('t0') }],
  ])('%s is not read in the text', (_, facts) => {
    expect(isReadableIn(text, amendment(facts))).toBe(false);
    expect(textWith(text, amendment(facts))).toBeUndefined();
  });

  it('says what was printed, and else what its operations say', () => {
    expect(instructionOf(text, amendment({ ...late, instruction: 'Delete all.' }))).toBe('Delete all.');
    expect(instructionOf(text, late)).toContain('late');
  });
});
