// The markers that lists are printed with: `1)`, `b.`, `(iii)`, `2.4.1`, `•`. Reads their ordinals and writes new ones.

export type MarkerStyle = {
  readonly counting: 'decimal' | 'lower-letter' | 'upper-letter' | 'lower-roman' | 'upper-roman' | 'bullet';
  /** What stands before and after the counted part; of a bullet, `before` is all of it. */
  readonly before: string;
  readonly after: string;
};

/** The styles a marker can be in, likeliest first: `i)` is a roman one before it is the ninth letter. */
export function markerStyles(marker: string): readonly MarkerStyle[] {
  const parts = /^(.*?)(\d+|[a-z]+|[A-Z]+)([^\p{L}\p{Nd}]*)$/su.exec(marker);
  if (parts === null) return [{ counting: 'bullet', before: marker, after: '' }];
  const [, before = '', counted = '', after = ''] = parts;
  if (/^\d+$/.test(counted)) return [{ counting: 'decimal', before, after }];
  const isLower = counted === counted.toLowerCase();
  const letter: MarkerStyle = { counting: isLower ? 'lower-letter' : 'upper-letter', before, after };
  const roman: MarkerStyle = { counting: isLower ? 'lower-roman' : 'upper-roman', before, after };
  if (romanValue(counted.toLowerCase()) === undefined) return [letter];
  return counted.toLowerCase() === 'i' || counted.length > 1 ? [roman, letter] : [letter, roman];
}

/** The ordinal of `marker` if it is in `style` (1 is the first), or undefined. Bullets have none: they read as 1. */
export function readMarker(marker: string, style: MarkerStyle): number | undefined {
  if (style.counting === 'bullet') return marker === style.before ? 1 : undefined;
  if (!marker.startsWith(style.before) || !marker.endsWith(style.after)) return undefined;
  const counted = marker.slice(style.before.length, marker.length - style.after.length);
  switch (style.counting) {
    case 'decimal':
      return /^\d{1,6}$/.test(counted) ? Number(counted) : undefined;
    case 'lower-letter':
      return letterValue(counted);
    case 'upper-letter':
      return counted === counted.toUpperCase() ? letterValue(counted.toLowerCase()) : undefined;
    case 'lower-roman':
      return romanValue(counted);
    case 'upper-roman':
      return counted === counted.toUpperCase() ? romanValue(counted.toLowerCase()) : undefined;
  }
}

/** The marker of the entry with this ordinal (1 or more) in `style`. */
export function formatMarker(ordinal: number, style: MarkerStyle): string {
  if (style.counting === 'bullet') return style.before;
  return style.before + countTo(ordinal, style.counting) + style.after;
}

function countTo(ordinal: number, counting: Exclude<MarkerStyle['counting'], 'bullet'>): string {
  switch (counting) {
    case 'decimal':
      return String(ordinal);
    case 'lower-letter':
      return toLetters(ordinal);
    case 'upper-letter':
      return toLetters(ordinal).toUpperCase();
    case 'lower-roman':
      return toRoman(ordinal);
    case 'upper-roman':
      return toRoman(ordinal).toUpperCase();
  }
}

/** The value of a lower-case roman numeral in its usual form, or undefined. */
export function romanValue(text: string): number | undefined {
  if (!/^[ivxlc]{1,8}$/.test(text)) return undefined;
  const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const values = text.split('').map((digit) => digits[digit] ?? 0);
  const total = values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
  return toRoman(total) === text ? total : undefined;
}

/** The lower-case roman numeral of 1 to 399. */
export function toRoman(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = value;
  let text = '';
  for (const [size, digits] of steps) {
    while (rest >= size) {
      text += digits;
      rest -= size;
    }
  }
  return text;
}

function letterValue(text: string): number | undefined {
  if (!/^[a-z]{1,2}$/.test(text)) return undefined;
  return text.split('').reduce((value, letter) => value * 26 + letter.charCodeAt(0) - 96, 0);
}

function toLetters(value: number): string {
  let rest = value;
  let text = '';
  while (rest > 0) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}
