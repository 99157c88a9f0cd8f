// The wording of an amendment to an amendment: "In amendment 12.1, delete “x” and insert “y”." names the amendment and
// counts in its own words; what lies outside them is said of the motion as that amendment would leave it.

import type { TextVersion } from '../motion/motion';
import { applyOperations, whyNotFitting } from './apply-operations';
import type { Amendment } from './amendment';
import { secondaryHeads } from './amended-amendment';
import type { TextOperation } from './operation';
import { inAmendedText, inOwnWords } from './own-operations';
import { ownWordsOf } from './own-words';
import type { OwnWords } from './own-words';
import { readWording } from './read-wording';
import type { Reading, Unresolved } from './read-wording';
import type { Span } from './region';
import { haveSameEffect } from './same-effect';
import { wordingStyles } from './wording-style';
import type { WordingStyleName } from './wording-style';
import { writeWording } from './write-wording';

/** The amendment that is amended, and the text that it is placed in itself. */
export type AmendedAmendment = {
  readonly text: TextVersion;
  readonly amendment: Pick<Amendment, 'operations' | 'number'>;
};

/**
 * The sentences of `operations`, which are placed in the text that the parent makes (`baseTextOf`). Read back with
 * `readSecondaryWording` they give the same text. None for no operations, or where the parent does not fit its text.
 */
export function writeSecondaryWording(
  parent: AmendedAmendment,
  operations: readonly TextOperation[],
  style: WordingStyleName = 'unison',
): readonly string[] {
  const amended = applyOperations(parent.text, parent.amendment.operations);
  if (!amended.ok || operations.length === 0) return [];
  const own = ownWordsOf(parent.text, parent.amendment.operations);
  const inside = operations.flatMap((operation) => inOwnWords(own, operation) ?? []);
  const outside = operations.filter((operation) => inOwnWords(own, operation) === undefined);
  const name = nameOf(parent.amendment.number);
  const { afterPlace } = wordingStyles[style];
  const ofAmendment = `In ${name}${afterPlace}`;
  const ofMotion = `In the motion as amended by ${name}${afterPlace}`;
  const said = writeWording(own.text, inside, style);
  const beyond = writeWording(amended.value, outside, style).map((sentence) => ofMotion + lowerFirst(sentence));
  const ways = [said.map((sentence) => withoutOnlyPlace(sentence, own)), said].map((way) =>
    way.map((sentence) => ofAmendment + lowerFirst(sentence)).concat(beyond),
  );
  const checked = ways.find((way) => {
    const reading = readSecondaryWording(parent, way.join('\n'));
    return reading.outcome === 'applied' && haveSameEffect(amended.value, reading.operations, operations);
  });
  return checked ?? writeWording(amended.value, operations, style).map((sentence) => ofMotion + lowerFirst(sentence));
}

function nameOf(number: string | undefined): string {
  return number === undefined ? 'the amendment' : `amendment ${number}`;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The amendment's words are often one stretch: to say "in paragraph 1" adds nothing then. */
function withoutOnlyPlace(sentence: string, own: OwnWords): string {
  if (own.text.clauses.length > 1) return sentence;
  return sentence.replace(/^In (?:paragraph|action point|point) \w{1,4}[,:] /, '');
}

/**
 * Reads the wording of an amendment to `parent` into operations on the text that the parent makes. Candidates of what is
 * not certain are places of that text.
 */
export function readSecondaryWording(parent: AmendedAmendment, instruction: string): Reading {
  const amended = applyOperations(parent.text, parent.amendment.operations);
  if (!amended.ok) return { outcome: 'not-an-edit', operations: [], unresolved: [] };
  const own = ownWordsOf(parent.text, parent.amendment.operations);
  const readings = passagesOf(instruction).map(({ of, words }) =>
    of === 'motion'
      ? readWording(amended.value, words)
      : ofAmendedText(own, amended.value, readWording(own.text, words)),
  );
  const operations = readings.flatMap((reading) => reading.operations);
  const unresolved = readings.flatMap((reading) => reading.unresolved);
  if (readings.every(({ outcome }) => outcome === 'not-an-edit'))
    return { outcome: 'not-an-edit', operations: [], unresolved };
  if (whyNotFitting(amended.value, operations) !== undefined) {
    return {
      outcome: 'needs-answer',
      operations: [],
      unresolved: [...unresolved, { instruction, reason: 'anchor-ambiguous', candidates: [] }],
    };
  }
  return { outcome: unresolved.length > 0 ? 'needs-answer' : 'applied', operations, unresolved };
}

type Passage = { readonly of: 'amendment' | 'motion'; readonly words: string };

/** The instruction cut where it turns from the amendment's words to the motion's and back; by itself it is of the former. */
function passagesOf(instruction: string): readonly Passage[] {
  const passages: Passage[] = [];
  for (const line of instruction.split('\n')) {
    const found = secondaryHeads.find(({ head }) => head.test(line.trim()));
    const words = found === undefined ? line : line.trim().replace(found.head, '');
    const last = passages.at(-1);
    const of = found?.of ?? last?.of ?? 'amendment';
    if (last?.of === of) passages[passages.length - 1] = { of, words: `${last.words}\n${upperFirst(words, found)}` };
    else passages.push({ of, words: upperFirst(words, found) });
  }
  return passages.filter(({ words }) => words.trim() !== '');
}

/** What follows a head begins a sentence of its own. */
function upperFirst(words: string, head: unknown): string {
  return head === undefined ? words : words.charAt(0).toUpperCase() + words.slice(1);
}

function ofAmendedText(own: OwnWords, amended: TextVersion, reading: Reading): Reading {
  const operations: TextOperation[] = [];
  const unresolved = reading.unresolved.map(({ instruction, reason, candidates }): Unresolved => {
    return { instruction, reason, candidates: candidates.flatMap((span) => spanInAmendedText(own, amended, span)) };
  });
  for (const operation of reading.operations) {
    const placed = inAmendedText(own, amended, operation);
    if (placed !== undefined) operations.push(placed);
    else unresolved.push({ instruction: '', reason: 'clause-not-found', candidates: [] });
  }
  return { outcome: reading.outcome, operations, unresolved };
}

function spanInAmendedText(own: OwnWords, amended: TextVersion, span: Span): readonly Span[] {
  const id = own.text.clauses[span.clause]?.id;
  const place = id === undefined ? undefined : own.places.get(id);
  const clause = amended.clauses.findIndex((each) => each.id === place?.clause);
  if (place === undefined || clause < 0) return [];
  return [{ clause, from: span.from + (place.from ?? 0), to: span.to + (place.from ?? 0) }];
}
