// Reading must rather ask than guess: instructions with a fault in them never become an edit that they do not say.

import fc from 'fast-check';
import { expect } from 'vitest';
import { applyOperations } from '../../shared/amendment/apply-operations';
import { holdsWords } from '../../shared/amendment/find-words';
import type { TextOperation } from '../../shared/amendment/operation';
import { readWording } from '../../shared/amendment/read-wording';
import type { TextVersion } from '../../shared/motion/motion';
import { deriveOperations } from '../../shared/amendment/derive-operations';
import { wordingStyleNames } from '../../shared/amendment/wording-style';
import { writeWording } from '../../shared/amendment/write-wording';
import { edited, edits, textVersion } from './arbitrary-text';
import { severalVariations } from './printed-variations';

const seed = 75_102;

/** Words that stand in no made-up motion. */
const strange = fc.constantFrom('zebra', 'quorum', 'Thursday', '£9', '77 %');

type Said = {
  readonly base: TextVersion;
  readonly words: readonly string[];
  readonly form: (anchor: string) => string;
};

const forms: readonly ((anchor: string) => string)[] = [
  (anchor) => `Delete “${anchor}” and insert “zebra crossings”.`,
  (anchor) => `Delete “${anchor}”.`,
  (anchor) => `After “${anchor}” insert “zebra crossings”.`,
  (anchor) => `Before “${anchor}” insert “zebra crossings”.`,
  (anchor) => `Replace “${anchor}” with “zebra crossings”.`,
  (anchor) => `Replace “${anchor}” with “zebra crossings” throughout.`,
  (anchor) => `Delete all after “${anchor}”.`,
  (anchor) => `Delete from “${anchor}” to “zebra”.`,
  (anchor) => `“${anchor}” changed to “zebra crossings”`,
  (anchor) => `swap “${anchor}” and “zebra”`,
];

/** An instruction about a few words that stand next to each other in the motion, without quotation marks among them. */
const said: fc.Arbitrary<Said> = fc
  .record({
    base: textVersion,
    at: fc.nat(40),
    from: fc.nat(40),
    count: fc.integer({ min: 2, max: 5 }),
    form: fc.nat(),
  })
  .map(({ base, at, from, count, form }) => {
    const clause = base.clauses[at % base.clauses.length];
    const all = (clause?.text ?? '').split(' ').filter((word) => !/[“”‘’"']/.test(word));
    const start = from % Math.max(1, all.length - count);
    return {
      base,
      words: all.slice(start, start + count),
      form: forms[form % forms.length] ?? ((anchor: string) => `Delete “${anchor}”.`),
    };
  })
  .filter(({ words }) => words.length >= 2 && words.every((word) => /\p{L}/u.test(word)));

/** Quoted words of which one is another than in the motion are not found, and nothing is done. */
export function anchorsWithAForeignWordAreAsked(numRuns: number): void {
  fc.assert(
    fc.property(said, fc.nat(), strange, ({ base, words, form }, at, foreign) => {
      const wrong = words.with(at % words.length, foreign).join(' ');
      const { outcome, operations } = readWording(base, form(wrong));
      expect({ outcome, operations }).toEqual({ outcome: 'needs-answer', operations: [] });
    }),
    { seed, numRuns },
  );
}

/** A place that the motion does not have is not found, whatever the words. */
export function placesThatAreNotThereAreAsked(numRuns: number): void {
  const places = [
    'In paragraph 88',
    'In action point 88',
    'In 88)',
    'Under “Conference deplores”',
    'In paragraph 1, sentence 44',
  ];
  fc.assert(
    fc.property(said, fc.constantFrom(...places), ({ base, words, form }, place) => {
      const sentence = form(words.join(' '));
      const { operations } = readWording(base, `${place}, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`);
      expect(operations).toEqual([]);
    }),
    { seed, numRuns },
  );
}

/** An order printed in another way does the same or is asked; it never does something else. */
export function harmlessVariationsNeverDoOtherwise(numRuns: number): void {
  fc.assert(
    fc.property(
      textVersion,
      edits,
      fc.constantFrom(...wordingStyleNames),
      severalVariations,
      (base, list, style, variations) => {
        const operations = deriveOperations(base, edited(base, list));
        const wording = writeWording(base, operations, style).join('\n');
        const printed = variations.reduce((words, { vary }) => vary(words), wording);
        const { outcome, operations: read } = readWording(base, printed);
        if (outcome !== 'applied') return;
        expect({ printed, text: shownAfter(base, read) }).toEqual({ printed, text: shownAfter(base, operations) });
      },
    ),
    { seed, numRuns },
  );
}

function shownAfter(base: TextVersion, operations: readonly TextOperation[]): readonly string[] {
  const applied = applyOperations(base, operations);
  if (!applied.ok) return [applied.error.kind];
  return [applied.value.title, ...applied.value.clauses.map(({ depth, text }) => `${depth} ${text}`)];
}

/** With a character lost, doubled or exchanged anywhere, nothing goes or comes that the instruction does not print. */
export function misprintsNeverTakeOtherWords(numRuns: number): void {
  fc.assert(
    fc.property(
      said,
      fc.nat(),
      fc.constantFrom('', 'x', ' ', '“', '”', '.', '\n'),
      ({ base, words, form }, at, put) => {
        const sentence = form(words.join(' '));
        if (/all after|from “/.test(sentence)) return;
        const place = at % sentence.length;
        const printed = sentence.slice(0, place) + put + sentence.slice(place + (at % 2));
        const { operations } = readWording(base, printed);
        expect(applyOperations(base, operations).ok).toBe(true);
        for (const operation of operations)
          expect([printed, operation, isPrinted(operation, printed)]).toEqual([printed, operation, true]);
      },
    ),
    { seed, numRuns },
  );
}

function isPrinted(operation: TextOperation, printed: string): boolean {
  switch (operation.kind) {
    case 'insert':
      return holdsWords(printed, operation.text.trim());
    case 'delete':
      return holdsWords(printed, operation.removed.trim());
    case 'replace':
      return holdsWords(printed, operation.removed.trim()) && holdsWords(printed, operation.text.trim());
    case 'delete-clause':
      return holdsWords(printed, operation.removed.text.replace(/\P{L}+$/u, ''));
    case 'add-clauses':
      return operation.clauses.every(({ text }) => holdsWords(printed, text));
    case 'amend-title':
      return holdsWords(printed, operation.removed.trim());
    case 'move-clause':
      return false;
  }
}
