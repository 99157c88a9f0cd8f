// The laws of operations, as properties with a number of runs: few beside the code, many in the soak.

import fc from 'fast-check';
import { expect } from 'vitest';
import { applyOperations } from '../../shared/amendment/apply-operations';
import { carryOver } from '../../shared/amendment/carry-over';
import { composeOperations } from '../../shared/amendment/compose-operations';
import { deriveOperations } from '../../shared/amendment/derive-operations';
import { invertOperations } from '../../shared/amendment/invert-operations';
import { overlapOf } from '../../shared/amendment/overlap';
import { parseOperations } from '../../shared/amendment/parse-operations';
import { substantiveMotion } from '../../shared/amendment/substantive-motion';
import { trackedText } from '../../shared/amendment/tracked-runs';
import { rebaseOperations } from '../../shared/amendment/rebase-operations';
import type { TrackedRun } from '../../shared/amendment/tracked-runs';
import { readSecondaryWording, writeSecondaryWording } from '../../shared/amendment/secondary-wording';
import { readWording } from '../../shared/amendment/read-wording';
import { writeWording } from '../../shared/amendment/write-wording';
import { wordingStyleNames } from '../../shared/amendment/wording-style';
import type { WordingStyleName } from '../../shared/amendment/wording-style';
import type { TextVersion } from '../../shared/motion/motion';
import type { Result } from '../../shared/result';
import { edited, edits, fewEdits, shortTextVersion, textVersion } from './arbitrary-text';

const seed = 75_101;

/** The value of a result that must have succeeded. */
export function valueOf<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A text without numbers and version id: what amending is about. Whether a paragraph introduces a list follows from it. */
export function wordsOf(text: Pick<TextVersion, 'title' | 'clauses'>) {
  return {
    title: text.title,
    clauses: text.clauses.map(({ kind, depth, text: words }) => ({
      kind: kind === 'lead-in' ? 'paragraph' : kind,
      depth,
      words,
    })),
  };
}

export function applyingWhatWasDerivedGivesTheEditedText(numRuns: number): void {
  fc.assert(
    fc.property(textVersion, edits, (base, list) => {
      const target = edited(base, list);
      const result = valueOf(applyOperations(base, deriveOperations(base, target)));
      expect(wordsOf(result)).toEqual(wordsOf(target));
      const printed = new Set(base.clauses.map((clause) => clause.id));
      const kept = target.clauses.map((clause) => clause.id).filter((id) => printed.has(id));
      expect(result.clauses.map((clause) => clause.id)).toEqual(expect.arrayContaining(kept));
      expect(new Set(result.clauses.map((clause) => clause.id)).size).toBe(result.clauses.length);
    }),
    { seed, numRuns },
  );
}

export function invertingUndoes(numRuns: number): void {
  fc.assert(
    fc.property(textVersion, edits, (base, list) => {
      const operations = deriveOperations(base, edited(base, list));
      const amended = valueOf(applyOperations(base, operations));
      const back = valueOf(applyOperations(amended, valueOf(invertOperations(base, operations))));
      expect(wordsOf(back)).toEqual(wordsOf(base));
      expect(back.clauses.map((clause) => clause.id)).toEqual(base.clauses.map((clause) => clause.id));
    }),
    { seed, numRuns },
  );
}

export function jsonKeepsOperations(numRuns: number): void {
  fc.assert(
    fc.property(textVersion, edits, (base, list) => {
      const operations = deriveOperations(base, edited(base, list));
      expect(valueOf(parseOperations(JSON.parse(JSON.stringify(operations))))).toEqual(operations);
    }),
    { seed, numRuns },
  );
}

export function trackedRunsRejoinToBothTexts(numRuns: number): void {
  fc.assert(
    fc.property(textVersion, edits, (base, list) => {
      const operations = deriveOperations(base, edited(base, list));
      const amended = valueOf(applyOperations(base, operations));
      const tracked = valueOf(trackedText(base, operations));
      const join = (runs: readonly TrackedRun[], left: TrackedRun['kind']) =>
        runs.map((run) => (run.kind === left ? '' : run.text)).join('');
      expect(join(tracked.title, 'inserted')).toBe(base.title);
      expect(join(tracked.title, 'deleted')).toBe(amended.title);
      const before = tracked.clauses.filter(({ state }) => state !== 'added' && state !== 'moved');
      const after = tracked.clauses.filter(({ state }) => state !== 'deleted' && state !== 'moved-away');
      expect(before.map(({ state, runs }) => join(runs, state === 'moved-away' ? 'kept' : 'inserted'))).toEqual(
        base.clauses.map((clause) => clause.text),
      );
      expect(after.map(({ runs }) => join(runs, 'deleted'))).toEqual(amended.clauses.map((clause) => clause.text));
      expect(after.map(({ number }) => number)).toEqual(amended.clauses.map((clause) => clause.number));
    }),
    { seed, numRuns },
  );
}

/** Reading what was written gives the same text, in the words of this house. */
export function readingWhatWasWrittenGivesTheSameText(numRuns: number, style: WordingStyleName): void {
  fc.assert(
    fc.property(textVersion, edits, (base, list) => {
      const operations = deriveOperations(base, edited(base, list));
      const amended = valueOf(applyOperations(base, operations));
      const wording = writeWording(base, operations, style).join('\n');
      const reading = readWording(base, wording);
      const again = valueOf(applyOperations(base, reading.operations));
      expect({ wording, ...shownText(again) }).toEqual({ wording, ...shownText(amended) });
    }),
    { seed, numRuns },
  );
}

/** The wording of an amendment to an amendment, in one style, is read back on the text that its parent makes. */
export function readingASecondaryWordingGivesTheSameText(numRuns: number, style: WordingStyleName): void {
  fc.assert(
    fc.property(shortTextVersion, fewEdits, fewEdits, (base, primary, secondary) => {
      const operations = deriveOperations(base, edited(base, primary, 'p'));
      const parent = { text: base, amendment: { number: '12.1', operations } };
      const between = valueOf(applyOperations(base, operations));
      const second = deriveOperations(between, edited(between, secondary, 's'));
      const wording = writeSecondaryWording(parent, second, style).join('\n');
      const again = valueOf(applyOperations(between, readSecondaryWording(parent, wording).operations));
      const after = valueOf(applyOperations(between, second));
      expect({ wording, ...shownText(again) }).toEqual({ wording, ...shownText(after) });
    }),
    // Each style has texts of its own.
    { seed: seed + wordingStyleNames.indexOf(style), numRuns },
  );
}

/** What a reader sees of a text: its words and its lists, but not whether a paragraph introduces one. */
function shownText(text: TextVersion) {
  return { title: text.title, clauses: text.clauses.map((clause) => `${clause.depth} ${clause.text}`) };
}

/** Two amendments to one text: either order gives the same text, or both orders name a conflict. */
export function carryingOverCommutes(numRuns: number): void {
  fc.assert(
    fc.property(textVersion, edits, edits, (base, mine, theirs) => {
      const own = deriveOperations(base, edited(base, mine, 'm'));
      const others = deriveOperations(base, edited(base, theirs, 't'));
      const afterOwn = valueOf(applyOperations(base, own));
      const afterOthers = valueOf(applyOperations(base, others));
      const ownLater = carryOver(own, others, { base, result: afterOthers });
      const othersLater = carryOver(others, own, { base, result: afterOwn });
      expect(ownLater.ok).toBe(othersLater.ok);
      if (!ownLater.ok || !othersLater.ok) return;
      const left = valueOf(applyOperations(afterOthers, ownLater.value));
      const right = valueOf(applyOperations(afterOwn, othersLater.value));
      expect(wordsOf(left)).toEqual(wordsOf(right));
    }),
    { seed, numRuns },
  );
}

/** An amendment rebased onto a new version changes there what it changed here. */
export function rebasingAgreesWithCarryingOver(numRuns: number): void {
  fc.assert(
    fc.property(textVersion, edits, edits, (base, mine, office) => {
      const own = deriveOperations(base, edited(base, mine, 'm'));
      const changed = edited(base, office, 't');
      const rebased = rebaseOperations(own, base, changed);
      if (!rebased.ok) return;
      const amended = valueOf(applyOperations(base, own));
      const changes = deriveOperations(base, changed);
      const later = valueOf(carryOver(changes, own, { base, result: amended }));
      expect(wordsOf(valueOf(applyOperations(changed, rebased.value)))).toEqual(
        wordsOf(valueOf(applyOperations(amended, later))),
      );
    }),
    { seed, numRuns },
  );
}

/** Overlap is symmetrical, and finds exactly the pairs that cannot be carried in either order with one text. */
export function overlapMissesNothing(numRuns: number): void {
  const swapped = { first: 'second', second: 'first', both: 'both' } as const;
  fc.assert(
    fc.property(textVersion, edits, edits, (base, mine, theirs) => {
      const first = deriveOperations(base, edited(base, mine, 'm'));
      const second = deriveOperations(base, edited(base, theirs, 't'));
      const overlap = overlapOf(base, first, second);
      const other = overlapOf(base, second, first);
      expect(other.kind).toBe(overlap.kind);
      expect(other.falling).toBe(overlap.falling === undefined ? undefined : swapped[overlap.falling]);
      const clashes = overlap.kind === 'conflict' || overlap.kind === 'falls';
      const afterSecond = valueOf(applyOperations(base, second));
      expect(carryOver(first, second, { base, result: afterSecond }).ok).toBe(!clashes);
    }),
    { seed, numRuns },
  );
}

/** An amendment and an amendment to it, joined into one, give what they give one after the other. */
export function composingIsCarryingOneAfterTheOther(numRuns: number): void {
  fc.assert(
    fc.property(textVersion, edits, edits, (base, primary, secondary) => {
      const first = deriveOperations(base, edited(base, primary, 'p'));
      const between = valueOf(applyOperations(base, first));
      const second = deriveOperations(between, edited(between, secondary, 's'));
      const after = valueOf(applyOperations(between, second));
      const joined = valueOf(
        composeOperations(
          base,
          first.map((operation) => ({ amendment: '12.1', operation })),
          second.map((operation) => ({ amendment: '12.1.1', operation })),
        ),
      ).map(({ operation }) => operation);
      const result = valueOf(applyOperations(base, joined));
      expect(wordsOf(result)).toEqual(wordsOf(after));
      expect(result.clauses.map(({ id }) => id)).toEqual(after.clauses.map(({ id }) => id));
      expect(parseOperations(JSON.parse(JSON.stringify(joined))).ok).toBe(true);
    }),
    { seed, numRuns },
  );
}

/** With an amendment to one of them carried, the motion is what the amended amendment makes of it; without its parent it falls. */
export function secondaryAmendmentsChangeTheirParent(numRuns: number): void {
  fc.assert(
    fc.property(textVersion, edits, edits, (base, primary, secondary) => {
      const operations = deriveOperations(base, edited(base, primary, 'p'));
      const between = valueOf(applyOperations(base, operations));
      const parent = { id: '12.1', operations };
      const child = {
        id: '12.1.1',
        amends: '12.1',
        operations: deriveOperations(between, edited(between, secondary, 's')),
      };
      const { text, setAside, changes } = substantiveMotion(base, [parent, child]);
      expect(setAside).toEqual([]);
      expect(wordsOf(text)).toEqual(wordsOf(valueOf(applyOperations(between, child.operations))));
      expect(wordsOf(substantiveMotion(base, [child, parent]).text)).toEqual(wordsOf(text));
      const owners = changes.flatMap(({ amendment, amendedBy = [] }) => [amendment].concat(amendedBy));
      expect(owners.every((owner) => owner === '12.1' || owner === '12.1.1')).toBe(true);
      const alone = substantiveMotion(base, [child]);
      expect(alone.text).toBe(base);
      expect(alone.setAside.map(({ id, kind, by }) => [id, kind, by])).toEqual([
        ['12.1.1', 'parent-not-carried', '12.1'],
      ]);
    }),
    { seed, numRuns },
  );
}

/** The substantive motion is the base with the changes listed, and what is not set aside is all in it. */
export function substantiveMotionIsItsChanges(numRuns: number): void {
  fc.assert(
    fc.property(textVersion, fc.array(edits, { maxLength: 4 }), (base, lists) => {
      const carried = lists.map((list, index) => ({
        id: `12.${index + 1}`,
        operations: deriveOperations(base, edited(base, list, `m${index}x`)),
      }));
      const { text, changes, setAside } = substantiveMotion(base, carried);
      const again = valueOf(
        applyOperations(
          base,
          changes.map((change) => change.operation),
        ),
      );
      expect(wordsOf(text)).toEqual(wordsOf(again));
      expect(setAside.filter(({ kind }) => kind === 'unfit')).toEqual([]);
      expect(setAside.map(({ id }) => id)).not.toContain('12.1');
    }),
    { seed, numRuns },
  );
}
