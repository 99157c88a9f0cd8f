// Text from papers and people, made safe to print: what is invisible or turns the line round is shown as a mark.

const marker = '\uFFFD';

/**
 * The text with line ends as `\n`, and with control characters, bidirectional overrides and isolates (Unicode UAX 9) and
 * unpaired surrogates each shown as U+FFFD. A number that reads as 42 here is 42.
 */
export function visibleText(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').toWellFormed();
  let shown = '';
  for (const character of lines) shown += isInvisible(character.codePointAt(0) ?? 0) ? marker : character;
  return shown;
}

/** The same on one line: line ends and tabs become spaces. */
export function visibleLine(text: string): string {
  return visibleText(text)
    .replaceAll(/[\n\t\u2028\u2029]+/g, ' ')
    .trim();
}

function isInvisible(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint !== 0x09 && codePoint !== 0x0a;
  return (
    (codePoint >= 0x7f && codePoint <= 0x9f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2066 && codePoint <= 0x2069) ||
    codePoint === 0xfeff ||
    codePoint === 0xfffe ||
    codePoint === 0xffff
  );
}
