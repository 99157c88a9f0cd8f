// The work behind one keystroke in the editor and behind a page of amendments, with jsdiff on the same tokens as floor.

import { diffArrays } from 'diff';
import { describe, expect, it } from 'vitest';
import { deriveOperations } from '../../shared/amendment/derive-operations';
import type { TextOperation } from '../../shared/amendment/operation';
import { overlapsAmong } from '../../shared/amendment/overlap';
import { substantiveMotion } from '../../shared/amendment/substantive-motion';
import { tokensOf } from '../../shared/amendment/tokens';
import { trackedText } from '../../shared/amendment/tracked-runs';
import { writeWording } from '../../shared/amendment/write-wording';
import { clauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { TextVersion } from '../../shared/motion/motion';
import { motionOfLength } from './motion-of-length';
import { inMilliseconds, spreadOf, tell } from './spread';

function motion(words: number): TextVersion {
  const [title = '', ...lines] = motionOfLength(words).split('\n\n');
  const clauses = lines.map((line, index): Clause => {
    const id = clauseId(`c${index}`);
    const item = /^(\d+\)) (.*)$/su.exec(line);
    if (item !== null) return { id, kind: 'item', number: item[1] ?? '', depth: 1, text: item[2] ?? '' };
    return { id, kind: line.endsWith(':') ? 'lead-in' : 'paragraph', depth: 0, text: line };
  });
  return { id: textVersionIdOf(title, clauses), title, clauses };
}

/** Whole numbers below `limit`, the same in every run (a linear congruential generator, Numerical Recipes' constants). */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % limit;
  };
}

/** The clauses with a word or two exchanged, put in or taken out in `count` places. */
function edited({ clauses }: TextVersion, count: number, next: (limit: number) => number): readonly Clause[] {
  const changed = [...clauses];
  for (let edit = 0; edit < count; edit += 1) {
    const at = next(changed.length);
    const clause = changed[at];
    const words = clause?.text.split(' ') ?? [];
    const place = next(words.length);
    const way = next(3);
    words.splice(place, way === 0 ? 1 + next(2) : way === 1 ? 1 : 0, ...(way === 0 ? [] : ['not', 'least']));
    if (clause !== undefined && words.length > 0) changed[at] = { ...clause, text: words.join(' ') };
  }
  return changed;
}

function wordsOf(clauses: readonly Clause[]): string[] {
  return clauses.flatMap(({ text }) => tokensOf(text).map((token) => token.text));
}

/** Times each run by itself; the first tenth warms up. */
function times(runs: number, run: (index: number) => void): readonly number[] {
  const values: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now();
    run(index);
    if (index >= runs / 10) values.push(performance.now() - start);
  }
  return values;
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((before, after) => before - after)[Math.floor(values.length * share)] ?? Number.NaN;
}

function report(what: string, values: readonly number[]): void {
  tell(`${what}: ${inMilliseconds(spreadOf(values))}, 95th percentile ${percentile(values, 0.95).toFixed(2)} ms`);
}

describe('the difference of two texts', () => {
  it.each([
    [350, 1],
    [3000, 15],
  ])('of %i words, meant to take less than %i ms', (words) => {
    const base = motion(words);
    const next = numbersFrom(words);
    const texts = Array.from({ length: 100 }, () => edited(base, 5, next));
    const own = times(100, (index) => deriveOperations(base, texts[index] ?? []));
    const before = wordsOf(base.clauses);
    const after = texts.map(wordsOf);
    expect(own).toHaveLength(90);
    report(`deriving, ${words} words`, own);
    report(
      `  jsdiff, ${words} words`,
      times(100, (index) => diffArrays(before, after[index] ?? [])),
    );
  });

  it('of 3,000 words rewritten, meant to take less than 100 ms', () => {
    const base = motion(3000);
    const next = numbersFrom(9);
    const words = wordsOf(base.clauses);
    const clauses = base.clauses.map((clause, index): Clause => {
      const text = clause.text.replace(/\S+/gu, () => words[next(words.length)] ?? '');
      return { id: clauseId(`n${index}`), kind: clause.kind, depth: clause.depth, text };
    });
    const own = times(20, () => deriveOperations(base, clauses));
    expect(own).toHaveLength(18);
    report('deriving, 3,000 words rewritten', own);
    const after = wordsOf(clauses);
    report(
      '  jsdiff, 3,000 words rewritten',
      times(4, () => diffArrays(words, after)),
    );
  });
});

describe('a keystroke on a motion of 3,000 words', () => {
  it('derives, marks and words nine operations, meant to take less than 16 ms', () => {
    const base = motion(3000);
    const next = numbersFrom(7);
    const texts = Array.from({ length: 120 }, () => edited(base, 9, next));
    const worded: number[] = [];
    const own = times(120, (index) => {
      const operations = deriveOperations(base, texts[index] ?? []);
      trackedText(base, operations);
      const start = performance.now();
      writeWording(base, operations);
      worded.push(performance.now() - start);
    });
    report('wording alone', worded.slice(12));
    report('a keystroke', own);
    expect(worded).toHaveLength(120);
  });
});

describe('200 amendments on a motion of 3,000 words', () => {
  const base = motion(3000);
  const next = numbersFrom(3);
  const amendments = Array.from({ length: 200 }, (): readonly TextOperation[] =>
    deriveOperations(base, edited(base, 3, next)),
  );

  it('are compared and carried out, meant to take less than 150 ms cold', () => {
    const carried = amendments.map((operations, index) => ({ id: String(index), operations }));
    const start = performance.now();
    const overlaps = overlapsAmong(base, amendments);
    const { changes } = substantiveMotion(base, carried);
    const taken = performance.now() - start;
    tell(
      `overlaps (${overlaps.length}) and substantive motion (${changes.length} changes): ${taken.toFixed(0)} ms, cold`,
    );
    expect(changes.length).toBeGreaterThan(200);
  });

  it('have their wording, meant to take less than 10 ms each', () => {
    const start = performance.now();
    for (const operations of amendments) writeWording(base, operations);
    const each = (performance.now() - start) / amendments.length;
    tell(`wording of an amendment in a report: ${each.toFixed(2)} ms each`);
    expect(amendments).toHaveLength(200);
  });
});
