// Text as a reader compares it: case, kinds of quotation marks, spaces and the length of dashes do not matter.

/** A text with the characters it is compared by. */
export type FoldedText = { readonly text: string; readonly characters: string };

const leftOut = /[\s\u00AD\u200B]+/g;
const single = /[‘’‛′`´]/g;
const double = /[“”„‟″]/g;
const dash = /[‐‑‒–—―−]/g;

/** The text with its folded characters. */
export function fold(text: string): FoldedText {
  const marked = text.replace(leftOut, '').replace(single, "'").replace(double, '"').replace(dash, '-');
  return { text, characters: withoutCase(marked) };
}

/** In small letters, character by character: of one that would become two (İ) nothing changes. */
function withoutCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/\S/g, (character) => {
    const small = character.toLowerCase();
    return small.length === 1 ? small : character;
  });
}

/** Where folded characters `at` to `at + length` (one at least) stand in the text: UTF-16 code units, half-open. */
export function placeOfFolded(
  { text }: FoldedText,
  at: number,
  length: number,
): { readonly from: number; readonly to: number } {
  let folded = 0;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (isLeftOut(text.charCodeAt(index))) continue;
    if (folded === at) from = index;
    folded += 1;
    if (folded === at + length) return { from, to: index + 1 };
  }
  return { from, to: text.length };
}

function isLeftOut(code: number): boolean {
  if (code === 0x20) return true;
  if (code > 0x20 && code < 0xa0) return false;
  return /[\s\u00AD\u200B]/.test(String.fromCharCode(code));
}
