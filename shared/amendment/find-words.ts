// Finds quoted words in printed text the way a reader would: case, quote marks, spaces and the length of dashes do not
// matter, and "…" in the middle stands for words left out.

import { fold, placeOfFolded } from './folded-text';
import type { FoldedText } from './folded-text';

/** UTF-16 code units of the text searched, half-open. */
export type Range = { readonly from: number; readonly to: number };

export type Search = {
  /** Whether words inside a longer word count when they stand nowhere by themselves. */
  readonly insideWords?: boolean;
};

/**
 * The places of `words` in each of `texts`, as `[index of the text, place]`. Whole words, and with them the same words
 * inflected ("movements" for “movement”): where both stand, which is meant is a question. Only if no text has the whole
 * words: words inside words (where asked for), words with "…", and words without their last mark.
 */
export function findInTexts(
  texts: readonly FoldedText[],
  words: string,
  search: Search = {},
): readonly (readonly [number, Range])[] {
  const wanted = words.trim();
  const placesBy = (way: (text: FoldedText, words: string) => readonly Range[]) =>
    texts.flatMap((text, index) => way(text, wanted).map((place) => [index, place] as const));
  const whole = placesBy(wholeWordPlaces);
  if (whole.length > 0) return [...whole, ...placesBy(inflectedPlaces)];
  for (const way of [...(search.insideWords === true ? [allPlaces] : []), elidedPlaces, unmarkedPlaces]) {
    const found = placesBy(way);
    if (found.length > 0) return found;
  }
  return [];
}

/** The places of `words` in one text. */
export function findWords(text: string, words: string): readonly Range[] {
  return findInTexts([fold(text)], words).map(([, place]) => place);
}

function unmarkedPlaces(hay: FoldedText, words: string): readonly Range[] {
  const unmarked = words.replace(/[.,;:]$/, '');
  return unmarked === words || unmarked === '' ? [] : wholeWordPlaces(hay, unmarked);
}

function elidedPlaces(hay: FoldedText, words: string): readonly Range[] {
  const [head, tail, ...more] = words.split(/\s*(?:…|\.{3,})+\s*/);
  if (more.length > 0 || head === undefined || tail === undefined || head === '' || tail === '') return [];
  return wholeWordPlaces(hay, head).flatMap((start) => {
    const end = wholeWordPlaces(hay, tail).find((place) => place.from >= start.to);
    return end === undefined ? [] : [{ from: start.from, to: end.to }];
  });
}

function wholeWordPlaces(hay: FoldedText, words: string): readonly Range[] {
  return allPlaces(hay, words).filter((place) => !cutsWord(hay.text, place.from) && !cutsWord(hay.text, place.to));
}

/** Whole words but for an ending: a plural, a past. */
function inflectedPlaces(hay: FoldedText, words: string): readonly Range[] {
  const { text } = hay;
  return allPlaces(hay, words).filter(
    (place) =>
      cutsWord(text, place.to) &&
      !cutsWord(text, place.from) &&
      /^(?:e?s|e?d|ing)(?![\p{L}\p{Nd}])/u.test(text.slice(place.to, place.to + 6)),
  );
}

function cutsWord(text: string, at: number): boolean {
  return isWordCharacter(text[at - 1]) && isWordCharacter(text[at]);
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}\p{Nd}]/u.test(character);
}

function allPlaces(hay: FoldedText, words: string): readonly Range[] {
  const needle = fold(words).characters;
  if (needle === '') return [];
  const places: Range[] = [];
  for (let at = hay.characters.indexOf(needle); at >= 0; at = hay.characters.indexOf(needle, at + 1)) {
    places.push(placeOfFolded(hay, at, needle.length));
  }
  return places;
}

/** Whether two texts are the same to a reader: case, marks, spaces and dashes aside. */
export function readsTheSame(before: string, after: string): boolean {
  return fold(before).characters === fold(after).characters;
}

/** Whether `text` holds `words` anywhere, case, marks, spaces and dashes aside. */
export function holdsWords(text: string, words: string): boolean {
  return fold(text).characters.includes(fold(words).characters);
}

/** Whether two texts have the same letters in the same case. */
export function sameCase(before: string, after: string): boolean {
  return before.replace(/\P{L}/gu, '') === after.replace(/\P{L}/gu, '');
}
