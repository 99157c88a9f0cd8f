import { describe, expect, it } from 'vitest';
import { applyOperations } from '../../shared/amendment/apply-operations';
import { deriveOperations } from '../../shared/amendment/derive-operations';
import { clauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { TextVersion } from '../../shared/motion/motion';
import { carryDraft, lostWords } from './carry-draft';

const text = (...sentences: readonly string[]): TextVersion => {
  const clauses = sentences.map((words, index): Clause => ({
    id: clauseId(`c${String(index + 1)}`),
    kind: 'paragraph',
    depth: 0,
    text: words,
  }));
  return { id: textVersionIdOf('Lamps', clauses), title: 'Lamps', clauses };
};

const base = text(
  'The lamps on the quay are out again.',
  'The buoys are painted red.',
  'The harbour is open at night.',
);
const draft = deriveOperations(
  base,
  text('The lamps on the long quay are out again.', 'The buoys are painted green.', 'The harbour is open at night.')
    .clauses,
);

describe('a draft whose motion changed', () => {
  it('is carried over whole where the change is elsewhere', () => {
    const changed = text(...base.clauses.slice(0, 2).map((clause) => clause.text), 'The harbour is open all night.');
    const carried = carryDraft(draft, base, changed);
    expect(carried.lost).toEqual([]);
    const applied = applyOperations(changed, carried.operations);
    expect(applied.ok && applied.value.clauses.map((clause) => clause.text)).toEqual([
      'The lamps on the long quay are out again.',
      'The buoys are painted green.',
      'The harbour is open all night.',
    ]);
  });

  it('keeps what fits, and names what does not with its words', () => {
    const changed = text(
      'The lamps on the quay are out again.',
      'The buoys are painted blue.',
      'The harbour is open at night.',
    );
    const { operations, lost } = carryDraft(draft, base, changed);
    const applied = applyOperations(changed, operations);
    expect(applied.ok && applied.value.clauses[0]?.text).toBe('The lamps on the long quay are out again.');
    expect(applied.ok && applied.value.clauses[1]?.text).toBe('The buoys are painted blue.');
    expect(lost.map(({ written }) => written)).toEqual(['green']);
    expect(lost.map((change) => lostWords(change, base))).toEqual([
      'In clause 2, “The buoys are painted red.”, the new text changes the same words.',
    ]);
  });

  it('loses a change to a clause that is gone, and keeps its words', () => {
    const changed: TextVersion = { ...base, clauses: base.clauses.filter((clause) => clause.id !== 'c1') };
    const { lost, operations } = carryDraft(draft, base, changed);
    expect(operations).toHaveLength(1);
    expect(lost.map(({ written }) => written)).toEqual(['long']);
    expect(lost.map((change) => lostWords(change, base))).toEqual([
      'Clause 1, “The lamps on the quay are out again.” is no longer in the new text.',
    ]);
  });

  it('comes back empty when the new text has taken it up', () => {
    const taken = applyOperations(base, draft);
    expect(taken.ok && carryDraft(draft, base, taken.value)).toEqual({ operations: [], lost: [] });
  });
});
