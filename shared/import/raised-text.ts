// Raised text (`sup`) as signs of a line: powers and note marks as raised signs, ordinals as they are spoken.

const raisedSigns: ReadonlyMap<string, string> = new Map([
  ['0', '⁰'],
  ['1', '¹'],
  ['2', '²'],
  ['3', '³'],
  ['4', '⁴'],
  ['5', '⁵'],
  ['6', '⁶'],
  ['7', '⁷'],
  ['8', '⁸'],
  ['9', '⁹'],
  ['+', '⁺'],
  ['-', '⁻'],
  ['−', '⁻'],
  ['=', '⁼'],
  ['(', '⁽'],
  [')', '⁾'],
]);

/**
 * `text` as it reads on the line behind the character `before`: raised signs where Unicode has them all ("2¹⁰"), the
 * letters themselves for an ordinal or inside a word ("1st"), else a space before it, so that no number runs into it.
 */
export function raisedText(text: string, before: string): string {
  const signs = Array.from(text.trim(), (sign) => raisedSigns.get(sign));
  if (signs.length > 0 && signs.every((sign) => sign !== undefined)) return text.replace(text.trim(), signs.join(''));
  const isOrdinal = /^(?:st|nd|rd|th)$/i.test(text.trim());
  const touches = /\d/.test(before) || (/\S/.test(before) && /\d/.test(text));
  return !isOrdinal && touches && !/^\s|^$/.test(text) ? ` ${text}` : text;
}
