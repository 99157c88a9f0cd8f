// Text from papers and people, made safe to print: what is invisible or turns the line round is shown as a mark.

const marker = '\uFFFD';

/** Control characters, overrides and isolates of direction, the byte-order mark and what is no character. */
const invisible = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/**
 * The text with line ends as `\n`, and with control characters, bidirectional overrides and isolates (Unicode UAX 9) and
 * unpaired surrogates each shown as U+FFFD. A number that reads as 42 here is 42.
 */
export function visibleText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .toWellFormed()
    .replaceAll(invisible, (character) => (character === '\n' || character === '\t' ? character : marker));
}

/** The same on one line: line ends and tabs become spaces. */
export function visibleLine(text: string): string {
  return visibleText(text)
    .replaceAll(/[\n\t\u2028\u2029]+/g, ' ')
    .trim();
}
