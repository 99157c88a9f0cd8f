import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownDeed, strangeDeed } from '../../tests/adversary/arbitrary-deeds';
import type { JournalDeed } from '../desktop-contract';
import { conferenceId, motionId, noteId, textVersionId } from '../ids';
import type { Motion } from '../motion/motion';
import { deedOf } from './entry';
import { emptyState, foldEntries, projectEntry } from './fold';
import { parseEntry } from './parse-entry';
import { motionOfRows, rowsOfMotion } from './row';

const anyDeed = fc.oneof({ weight: 4, arbitrary: knownDeed }, { weight: 1, arbitrary: strangeDeed });
const anyJournal = fc.array(anyDeed, { maxLength: 40 });
/** Holds `claim` of 500 journals, the same ones each time. */
function law(claim: (deeds: readonly JournalDeed[]) => void): void {
  fc.assert(
    fc.property(anyJournal, (deeds) => {
      claim(deeds);
    }),
    { seed: 20_270_614, numRuns: 500 },
  );
}

const motion: Motion = {
  id: motionId('motion-1'),
  conferenceId: conferenceId('ndc'),
  kind: 'motion',
  origin: 'delegate',
  number: '12',
  submittedBy: ['A branch'],
  text: { id: textVersionId('t0000000000000001'), title: 'Buses', clauses: [] },
  dropped: [],
};

describe('the state a journal leaves', () => {
  it('is the same when every entry is read twice over', () => {
    law((deeds) => {
      expect(foldEntries([...deeds, ...deeds])).toEqual(foldEntries(deeds));
    });
  });

  it('is the same when an entry is done twice on the spot', () => {
    law((deeds) => {
      expect(foldEntries(deeds.flatMap((deed) => [deed, deed]))).toEqual(foldEntries(deeds));
    });
  });

  it('is the same whether the journal is read in one piece or in two, wherever it is cut', () => {
    law((deeds) => {
      const whole = foldEntries(deeds);
      for (let cut = 0; cut <= deeds.length; cut += 5) {
        expect(foldEntries(deeds.slice(cut), foldEntries(deeds.slice(0, cut)))).toEqual(whole);
      }
    });
  });

  it('does not change what it is folded onto', () => {
    law((deeds) => {
      const before = emptyState();
      foldEntries(deeds, before);
      expect(before).toEqual(emptyState());
    });
  });

  it('is the same without the entries that need a newer version', () => {
    law((deeds) => {
      expect(foldEntries(deeds)).toEqual(foldEntries(deeds.filter((deed) => parseEntry(deed).ok)));
    });
  });

  it('survives being written and read as JSON', () => {
    law((deeds) => {
      expect(foldEntries(JSON.parse(JSON.stringify(deeds)))).toEqual(foldEntries(deeds));
    });
  });
});

describe('an entry', () => {
  it('of every known kind is read', () => {
    fc.assert(
      fc.property(knownDeed, (deed) => {
        expect(parseEntry(deed).ok).toBe(true);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('of a newer version is never read, never thrown at, and changes nothing', () => {
    fc.assert(
      fc.property(strangeDeed, (deed) => {
        expect(parseEntry(deed).ok).toBe(false);
        expect(projectEntry(deed)).toEqual([]);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('of an unknown kind is told apart from one whose value does not fit', () => {
    expect(parseEntry({ t: 'speech.set', id: 'x' })).toEqual({ ok: false, error: { kind: 'unknown-kind' } });
    expect(parseEntry({ t: 'note.set', id: 'x' })).toEqual({ ok: false, error: { kind: 'malformed' } });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may not smuggle in a kind called %s', (t) => {
    expect(parseEntry({ t, id: 'x' })).toEqual({ ok: false, error: { kind: 'unknown-kind' } });
  });

  it('that removes carries no value', () => {
    expect(parseEntry({ t: 'note.remove', id: 'note-1', val: { id: 'note-1' } }).ok).toBe(false);
    expect(parseEntry({ t: 'note.remove', id: 'note-1', val: null }).ok).toBe(true);
  });

  it('in which a record calls itself otherwise is malformed', () => {
    expect(parseEntry(deedOf('motion.set', 'motion-2', motion)).ok).toBe(false);
  });

  it('cannot bring in a paper of the conference office', () => {
    expect(parseEntry(deedOf('motion.set', motion.id, { ...motion, origin: 'office' })).ok).toBe(false);
  });

  it('with a field this version does not know waits for a version that does', () => {
    const note = { id: noteId('n'), motionId: motion.id, baseVersion: motion.text.id, body: 'Ask', savedAt: 1 };
    const deed = deedOf('note.set', 'n', note);
    expect(parseEntry(deed).ok).toBe(true);
    expect(parseEntry({ ...deed, val: { ...note, colour: 'red' } }).ok).toBe(false);
  });
});

describe('a motion set again with another text', () => {
  const again: Motion = { ...motion, text: { ...motion.text, id: textVersionId('t0000000000000002'), title: 'Trams' } };
  const state = foldEntries([deedOf('motion.set', motion.id, motion), deedOf('motion.set', again.id, again)]);

  it('shows its new text', () => {
    expect(state.motions.get(motion.id)?.title).toBe('Trams');
  });

  it('keeps the text that drafts and notes were written on, even when it is removed', () => {
    const removed = foldEntries([deedOf('motion.remove', motion.id)], state);
    expect([...removed.textVersions.values()].map((row) => row.title)).toEqual(['Buses', 'Trams']);
    expect(removed.motions.size).toBe(0);
  });
});

it('a motion comes back from its two rows as it was', () => {
  const rows = rowsOfMotion(motion);
  expect(motionOfRows(rows.motion, rows.text)).toEqual(motion);
});

it('the papers applied last know when they were applied, where the journal tells', () => {
  const deed = deedOf('official.applied', 'ndc', { version: 2, head: 'a'.repeat(64) });
  expect(foldEntries([{ ...deed, ts: 1000 }]).applied.get('ndc')?.appliedAt).toBe(1000);
  expect(foldEntries([deed]).applied.get('ndc')).toEqual({ version: 2, head: 'a'.repeat(64), conferenceId: 'ndc' });
});
