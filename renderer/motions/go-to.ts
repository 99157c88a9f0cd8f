// What a delegate means by what is typed into the go-to field: "12", "em1", "comp c", "12.1", or words of a title.

import type { LineNumber } from '../../shared/motion/line-numbers';

/**
 * Something one can go to. `number` as printed, `l18` for line 18 of the motion on the page; an amendment's target is its
 * motion's page, read with it.
 */
export type Target = {
  readonly kind: 'motion' | 'composite' | 'rule-amendment' | 'amendment' | 'briefing' | 'session' | 'line';
  readonly key: string;
  readonly number?: string;
  readonly title: string;
  readonly href: string;
  /** Of a line: the words beside its number. */
  readonly place?: LineNumber;
};

/**
 * The targets meant, best first, at most `limit`: the very number, numbers that begin so, then titles in which every
 * word typed begins a word. Order within a rank is the order given.
 */
export function findTargets(query: string, targets: readonly Target[], limit: number): readonly Target[] {
  const words = foldWords(query);
  if (words.length === 0) return [];
  const number = numberKey(query);
  const ranked = targets
    .map((target, order) => ({ target, order, rank: rankOf(target, number, words) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((before, after) => before.rank - after.rank || before.order - after.order);
  return ranked.slice(0, limit).map(({ target }) => target);
}

/**
 * How the numbers are printed that `query` may be the beginning of, letters in any case: `em1` also stands as "EM 1" and
 * as "Amendment EM1". None where no number is typed.
 */
export function numberBeginnings(query: string): readonly string[] {
  const number = numberKey(query);
  if (number === '') return [];
  const spaced = number.replaceAll(/(?<=\p{L})(?=\d)/gu, ' ');
  const printed = [...new Set([number, spaced])];
  return [...printed, ...printed.map((each) => `amendment ${each}`)];
}

const noMatch = 9;

function rankOf(target: Target, number: string, words: readonly string[]): number {
  if (target.number !== undefined && number !== '') {
    const own = numberKey(target.number);
    const isComposite = target.kind === 'composite';
    if (own === number || (isComposite && compositeKey(number) === own)) return 0;
    if (own.startsWith(number) && /\d/.test(number)) return 1;
  }
  // Amendments and lines go by their numbers alone: words would find a motion and then all that is in it again.
  if (target.kind === 'amendment' || target.kind === 'line') return noMatch;
  const title = foldWords(`${target.number ?? ''} ${target.title}`);
  const isFound = words.every((word) => title.some((part) => part.startsWith(word)));
  if (!isFound) return noMatch;
  return title.join(' ').startsWith(words.join(' ')) ? 2 : 3;
}

/** `EM 1`, `em1`, `Motion 12` and `motion12` as the numbers are compared: `em1`, `12`. */
function numberKey(text: string): string {
  return fold(text)
    .replaceAll(/\s+/g, '')
    .replace(/^(?:motion|amendment|no\.?)(?=[a-z]*\d)/, '')
    .replace(/^line(?=\d)/, 'l');
}

/** `compositec` and `compc` name composite `c`. */
function compositeKey(number: string): string {
  return number.replace(/^comp(?:osite)?/, '');
}

function foldWords(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '');
}

/** Lower case without accents: "Llanélli" is found by "llanelli". */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
