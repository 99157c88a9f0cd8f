// Finds quoted words in printed text the way a reader would: case, quote marks, spaces and the length of dashes do not
// matter, and "…" in the middle stands for words left out.

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
  texts: readonly string[],
  words: string,
  search: Search = {},
): readonly (readonly [number, Range])[] {
  const wanted = words.trim();
  const placesBy = (way: (text: string, words: string) => readonly Range[]) =>
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
  return findInTexts([text], words).map(([, place]) => place);
}

function unmarkedPlaces(text: string, words: string): readonly Range[] {
  const unmarked = words.replace(/[.,;:]$/, '');
  return unmarked === words || unmarked === '' ? [] : wholeWordPlaces(text, unmarked);
}

function elidedPlaces(text: string, words: string): readonly Range[] {
  const [head, tail, ...more] = words.split(/\s*(?:…|\.{3,})+\s*/);
  if (more.length > 0 || head === undefined || tail === undefined || head === '' || tail === '') return [];
  return wholeWordPlaces(text, head).flatMap((start) => {
    const end = wholeWordPlaces(text, tail).find((place) => place.from >= start.to);
    return end === undefined ? [] : [{ from: start.from, to: end.to }];
  });
}

function wholeWordPlaces(text: string, words: string): readonly Range[] {
  return allPlaces(text, words).filter((place) => !cutsWord(text, place.from) && !cutsWord(text, place.to));
}

/** Whole words but for an ending: a plural, a past. */
function inflectedPlaces(text: string, words: string): readonly Range[] {
  return allPlaces(text, words).filter(
    (place) =>
      !cutsWord(text, place.from) &&
      /^(?:e?s|e?d|ing)(?![\p{L}\p{Nd}])/u.test(text.slice(place.to)) &&
      cutsWord(text, place.to),
  );
}

function cutsWord(text: string, at: number): boolean {
  return isWordCharacter(text[at - 1]) && isWordCharacter(text[at]);
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}\p{Nd}]/u.test(character);
}

function allPlaces(text: string, words: string): readonly Range[] {
  const needle = folded(words).characters;
  if (needle === '' || !mayHold(text, needle)) return [];
  const hay = folded(text);
  const places: Range[] = [];
  for (let at = hay.characters.indexOf(needle); at >= 0; at = hay.characters.indexOf(needle, at + 1)) {
    const from = hay.offsets[at] ?? 0;
    const to = (hay.offsets[at + needle.length - 1] ?? 0) + 1;
    places.push({ from, to });
  }
  return places;
}

/** A quick look that saves the slow one for texts which cannot hold the folded words. */
function mayHold(text: string, needle: string): boolean {
  if (text.includes('\u0130')) return true;
  const plain = text
    .replace(/[\s\u00AD\u200B]+/g, '')
    .replace(/[‘’‛′`´]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-');
  return plain.toLowerCase().includes(needle);
}

/** The text as it is compared, and for each of its characters where it stood. */
function folded(text: string): { readonly characters: string; readonly offsets: readonly number[] } {
  let characters = '';
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = foldedCharacter(text.charAt(index));
    if (character === '') continue;
    characters += character;
    offsets.push(index);
  }
  return { characters, offsets };
}

function foldedCharacter(character: string): string {
  if (/\s|\u00AD|\u200B/.test(character)) return '';
  if (/[‘’‛′`´]/.test(character)) return "'";
  if (/[“”„‟″]/.test(character)) return '"';
  if (/[‐‑‒–—―−]/.test(character)) return '-';
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
}

/** Whether two texts are the same to a reader: case, marks, spaces and dashes aside. */
export function readsTheSame(before: string, after: string): boolean {
  return folded(before).characters === folded(after).characters;
}

/** Whether `text` holds `words` anywhere, case, marks, spaces and dashes aside. */
export function holdsWords(text: string, words: string): boolean {
  return folded(text).characters.includes(folded(words).characters);
}

/** Whether two texts have the same letters in the same case. */
export function sameCase(before: string, after: string): boolean {
  return before.replace(/\P{L}/gu, '') === after.replace(/\P{L}/gu, '');
}
