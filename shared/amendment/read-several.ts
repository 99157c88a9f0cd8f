// Reads several units named by one word: "the first two sentences", "second and third paragraphs", "sentences 2 and 3".

import type { Place, PlacePart } from './directive';
import { attempt, take } from './scanner';
import type { Scanner } from './scanner';

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const counts = ['one', 'two', 'three', 'four', 'five'];
const units = String.raw`(sentences|paragraphs|action\s+points|bullet\s+points|bullets|points|items)`;
const ordinal = `(?:${ordinals.join('|')}|last|final)`;

const fromAnEnd = new RegExp(
  String.raw`^(?:the\s+)?(first|last|final)\s+(${counts.join('|')}|\d)\s+${units}(?!\p{L})`,
  'iu',
);
const listed = new RegExp(
  String.raw`^(?:the\s+)?(${ordinal}(?:\s*,\s*(?:the\s+)?${ordinal})*,?\s+and\s+(?:the\s+)?${ordinal})\s+${units}(?!\p{L})`,
  'iu',
);
const numbered =
  /^(?:the\s+)?(sentences)\s+(\d{1,2})((?:\s*,\s*\d{1,2})*)\s*(and|to|-|–)\s*(\d{1,2})(?![\p{L}\p{Nd}])/iu;

/** The units, each a place by itself; undefined where the words name fewer than two. */
export function readSeveralUnits(scanner: Scanner): readonly Place[] | undefined {
  const found =
    attempt(scanner, () => counted(take(scanner, fromAnEnd))) ??
    attempt(scanner, () => named(take(scanner, listed))) ??
    attempt(scanner, () => inNumbers(take(scanner, numbered)));
  return found !== undefined && found.length > 1 ? found : undefined;
}

function counted(match: RegExpExecArray | undefined): readonly Place[] | undefined {
  const [, edge = '', count = '', unit = ''] = match ?? [];
  if (match === undefined) return undefined;
  const most = counts.includes(count.toLowerCase()) ? counts.indexOf(count.toLowerCase()) + 1 : Number(count);
  const isFirst = /^first/i.test(edge);
  return Array.from({ length: most }, (_, index) => [partOf(unit, isFirst ? index + 1 : index - most)]);
}

function named(match: RegExpExecArray | undefined): readonly Place[] | undefined {
  const [, words = '', unit = ''] = match ?? [];
  if (match === undefined) return undefined;
  return [...words.toLowerCase().matchAll(new RegExp(ordinal, 'g'))].map(([word]) => {
    const index = ordinals.indexOf(word);
    return [partOf(unit, index < 0 ? -1 : index + 1)];
  });
}

function inNumbers(match: RegExpExecArray | undefined): readonly Place[] | undefined {
  const [, unit = '', first = '', between = '', link = '', last = ''] = match ?? [];
  if (match === undefined) return undefined;
  const from = Number(first);
  const numbers = /^and$/i.test(link)
    ? [from, ...[...between.matchAll(/\d+/g)].map(([number]) => Number(number)), Number(last)]
    : Array.from({ length: Math.max(0, Number(last) - from + 1) }, (_, index) => from + index);
  return numbers.map((number) => [partOf(unit, number)]);
}

function partOf(unit: string, count: number): PlacePart {
  if (/^sentence/i.test(unit)) return { kind: 'sentence', ordinal: count };
  if (/^paragraph/i.test(unit)) return { kind: 'paragraph', ordinal: count };
  const name = /^action/i.test(unit) ? 'action-point' : /^bullet/i.test(unit) ? 'bullet' : 'point';
  return { kind: 'entry', unit: name, ordinal: count };
}
