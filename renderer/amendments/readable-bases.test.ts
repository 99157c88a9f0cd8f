import { describe, expect, it } from 'vitest';
import type { Amendment } from '../../shared/amendment/amendment';
import { baseTextOf } from '../../shared/amendment/base-text';
import type { TextOperation } from '../../shared/amendment/operation';
import { amendmentId, clauseId, conferenceId, motionId } from '../../shared/ids';
import type { AmendmentId } from '../../shared/ids';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { TextVersion } from '../../shared/motion/motion';
import { readableBases } from './readable-bases';
import { clashesAmong, setAsideWords, tryAmendments } from './what-if';

const clauses = [{ id: clauseId('c1'), kind: 'paragraph', depth: 0, text: 'Conference asks for ferries.' }] as const;
const text: TextVersion = { id: textVersionIdOf('Ferries', clauses), title: 'Ferries', clauses };

const insert = (at: number, words: string): TextOperation => ({
  kind: 'insert',
  clause: clauseId('c1'),
  at,
  text: words,
});

function amendment(id: string, operations: readonly TextOperation[], amends?: Amendment): Amendment {
  const facts = { id: amendmentId(id), operations, ...(amends === undefined ? {} : { amends: amends.id }) };
  const base = baseTextOf(facts, text, amends === undefined ? [] : [amends]);
  return {
    ...facts,
    conferenceId: conferenceId('c'),
    motionId: motionId('m'),
    origin: 'office',
    standing: 'published',
    number: id,
    submittedBy: [],
    baseVersion: base.ok ? base.value.id : text.id,
  };
}

// "asks for night ferries", and amended "asks for late night ferries".
const night = amendment('1.1', [insert(20, 'night ')]);
const late = amendment('1.1.1', [insert(20, 'late ')], night);
const all = [night, late];

const after = (...ticked: readonly Amendment[]) => tryAmendments(text, all, new Set(ticked.map(({ id }) => id)));
const words = (tried: ReturnType<typeof tryAmendments>): string | undefined =>
  tried.text?.clauses[0]?.runs.flatMap((run) => (run.kind === 'deleted' ? [] : [run.text])).join('');

describe('an amendment to an amendment', () => {
  it('is read in the text that the other would leave', () => {
    expect(readableBases(text, all).get(late.id)?.clauses[0]?.text).toBe('Conference asks for night ferries.');
  });

  it('cannot be read when the other is not held, or reads otherwise now', () => {
    expect(readableBases(text, [late]).has(late.id)).toBe(false);
    const changed = { ...night, operations: [insert(20, 'nightly ')] };
    expect(readableBases(text, [changed, late]).has(late.id)).toBe(false);
  });

  it('changes what the other does when both carry', () => {
    expect(words(after(night, late))).toBe('Conference asks for late night ferries.');
    expect(words(after(night))).toBe('Conference asks for night ferries.');
  });

  it('falls with the other, and says so', () => {
    const aside = after(late).setAside.get(late.id);
    expect(aside?.kind).toBe('parent-not-carried');
    const nameOf = (id: AmendmentId): string => id;
    expect(aside === undefined ? '' : setAsideWords(aside, nameOf)).toBe(
      'Falls: 1.1, which it amends, is not carried.',
    );
  });

  it('never clashes with the one it amends, but with another to the same', () => {
    const rival = { ...amendment('1.1.2', [insert(20, 'early ')], night), id: amendmentId('1.1.2') };
    const said = clashesAmong(text, [...all, rival]);
    expect(said.get(night.id)).toBeUndefined();
    expect(said.get(late.id)?.[0]).toMatch(/^Cannot stand with 1\.1\.2/u);
  });
});
