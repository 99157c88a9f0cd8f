import { describe, expect, it } from 'vitest';
import type { Amendment } from '../../shared/amendment/amendment';
import { amendmentId, clauseId, conferenceId, motionId, textVersionId } from '../../shared/ids';
import { readConsequenceRules } from '../../shared/motion/consequence';
import type { TextVersion } from '../../shared/motion/motion';
import { instructionOf } from './amendment-words';
import { readableBases } from './readable-bases';
import { carriedOf, clashesAmong, remains, setAsideWords, tryAmendments } from './what-if';

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
    const marked = tryAmendments(text, [late], new Set([late.id])).text;
    expect(marked?.clauses.map(({ state }) => state)).toEqual(['kept', 'deleted']);
    expect(marked?.clauses[0]?.runs).toEqual([
      { kind: 'kept', text: 'Conference notes the ' },
      { kind: 'inserted', text: 'late ' },
      { kind: 'kept', text: 'buses.' },
    ]);
  });

  it('leaves what remains as amended', () => {
    expect(tryAmendments(text, [late], new Set([late.id])).text?.clauses.filter(remains)).toHaveLength(1);
  });

  it.each<[string, Partial<Amendment>]>([
    ['without operations', {}],
    ['written on another text', { ...late, baseVersion: textVersionId('t0') }],
  ])('%s is not read in the text', (_, facts) => {
    const other = amendment(facts);
    expect(readableBases(text, [other]).has(other.id)).toBe(false);
    expect(tryAmendments(text, [other], new Set([other.id])).text).toBeUndefined();
  });

  it('says what was printed, and else what its operations say', () => {
    expect(instructionOf({ base: text }, amendment({ ...late, instruction: 'Delete all.' }))).toBe('Delete all.');
    expect(instructionOf({ base: text }, late)).toContain('late');
  });
});

describe('what if', () => {
  const early = amendment({
    id: amendmentId('a2'),
    number: '1.2',
    operations: [{ kind: 'replace', clause: clauseId('c2'), from: 11, to: 19, removed: 'deplores', text: 'welcomes' }],
  });
  const both = [{ ...late, number: '1.1' }, early];

  it('an amendment whose clause an earlier one deletes is set aside, and says why', () => {
    const tried = tryAmendments(text, both, new Set([late.id, early.id]));
    const aside = tried.setAside.get(early.id);
    expect(aside?.kind).toBe('falls');
    expect(aside === undefined ? '' : setAsideWords(aside, () => '1.1')).toBe(
      'Falls: 1.1 carries and deletes “Conference deplores the trams.”.',
    );
  });
  it('in the other order, the earlier one stands and the later is set aside', () => {
    const tried = tryAmendments(text, both.toReversed(), new Set([late.id, early.id]));
    expect([...tried.setAside.keys()]).toEqual([late.id]);
  });
  it('both are told of each other whether ticked or not', () => {
    expect(clashesAmong(text, both).get(early.id)).toEqual([
      'Falls if 1.1 carries, which deletes “Conference deplores the trams.”.',
    ]);
  });
  it('what conference carried is ticked', () => {
    expect([...carriedOf(both, (id) => (id === early.id ? 'carried' : undefined))]).toEqual([early.id]);
    expect([...carriedOf([{ ...early, decision: { key: 'carried' } }], () => 'lost')]).toEqual([]);
  });
});

describe('a rule printed with the paper', () => {
  const first = amendment({ id: amendmentId('a1'), number: '12.1', operations: late.operations.slice(0, 1) });
  const second = amendment({
    id: amendmentId('a2'),
    number: '12.2',
    operations: [{ kind: 'insert', clause: clauseId('c2'), at: 0, text: 'This ' }],
  });
  const rules = readConsequenceRules('If amendment 12.1 is carried, amendment 12.2 falls.');

  it.each([
    ['has one fall after the other is carried', [first, second], ['a1', 'a2'], ['a2']],
    ['says nothing while the other is not ticked', [first, second], ['a2'], []],
    ['says nothing of one voted on before', [second, first], ['a1', 'a2'], []],
  ])('%s', (_, order, ticked, fallen) => {
    const tried = tryAmendments(text, order, new Set(ticked.map(amendmentId)), { rules });
    expect([...tried.setAside.keys()]).toEqual(fallen);
    expect(tried.changes.map((change) => change.amendment)).toEqual(
      order.map(({ id }) => id).filter((id) => ticked.includes(id) && !fallen.includes(id)),
    );
  });
});
