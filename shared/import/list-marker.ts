// The marker at the start of a list item, in every style that papers print: `1)x`, `1. x`, `(a)`, `ii)`, `•x`, `2.4.1See`.
// Says what the marker could be; whether it is one is for split-clauses, which sees the lines around it.

/** One way to read a marker: `i)` is the first roman or the ninth letter. Bullets and rule numbers have no ordinal. */
export type MarkerReading = { readonly style: string; readonly ordinal?: number };

/**
 * How far the form speaks for itself: `sure` wherever it stands (`1)`, `•`); `likely` at the start of a paragraph (`1.`);
 * `in-sequence` only with its neighbours (`A.`, a bare digit), since initials, years and submitters look the same.
 */
export type MarkerStrength = 'sure' | 'likely' | 'in-sequence';

export type Marker = {
  /** As printed, trimmed. */
  readonly printed: string;
  readonly readings: readonly MarkerReading[];
  readonly strength: MarkerStrength;
  /** The line without the marker; empty when the marker stands alone. */
  readonly rest: string;
};

const bullet = /^([·•▪◦‣●○■□▫➢❖⁃∙\uF0B7\uF0A7\uF02D])\s*/u;
const dashBullet = /^([-–—*+]|o(?=\s{2}))\s+/u;
const enumerator = /^(\(?)(\d{1,3}|[ivxl]{1,7}|[IVXL]{1,7}|[a-zA-Z])(\)\.?|\.\)?)\s*/;
const ruleNumber = /^(\d{1,2}(?:\.\d{1,2}){1,4})[.)]?(?:(?=\p{Lu})|\s+(?=[\p{Lu}“"‘'])|$)/u;
const bareNumber = /^(\d{1,2})(?:(?=\p{L})(?!st\b|nd\b|rd\b|th\b)|\s+(?=\p{L}))/u;

const bareRoman = /^([ivx]{1,5})\s+(?=\p{L})/u;

/** The marker that `text` (trimmed) starts with, or undefined. */
export function readMarker(text: string): Marker | undefined {
  const bulletMatch = bullet.exec(text);
  if (bulletMatch !== null) return bulletMarker(text, bulletMatch, 'sure');
  const dashMatch = dashBullet.exec(text);
  if (dashMatch !== null) return bulletMarker(text, dashMatch, 'likely');
  const ruleMatch = ruleNumber.exec(text);
  if (ruleMatch !== null) {
    const dots = (ruleMatch[1] ?? '').split('.').length;
    return marked(text, ruleMatch[0], [{ style: `rule${dots}` }], 'likely');
  }
  const enumeratorMatch = enumerator.exec(text);
  if (enumeratorMatch !== null) return enumeratorMarker(text, enumeratorMatch);
  const bareMatch = bareNumber.exec(text);
  if (bareMatch !== null)
    return marked(text, bareMatch[0], [{ style: '1', ordinal: Number(bareMatch[1]) }], 'in-sequence');
  const romanMatch = bareRoman.exec(text);
  const roman = romanNumber(romanMatch?.[1] ?? '');
  if (romanMatch !== null && roman !== undefined)
    return marked(text, romanMatch[0], [{ style: 'i', ordinal: roman }], 'in-sequence');
  return undefined;
}

function bulletMarker(text: string, match: RegExpExecArray, strength: MarkerStrength): Marker {
  return marked(text, match[0], [{ style: match[1] ?? '' }], strength);
}

function enumeratorMarker(text: string, match: RegExpExecArray): Marker | undefined {
  const [whole, open = '', sign = '', close = ''] = match;
  const rest = text.slice(whole.length);
  const isGlued = whole.trimEnd() === whole && rest !== '';
  if (open === '(' && !close.startsWith(')')) return undefined;
  const isDotted = close === '.';
  if (isDotted && isGlued && !/^[\p{L}“"‘']/u.test(rest)) return undefined;
  if (isDotted && /^[a-z]$/i.test(sign) && /^\s*\p{L}\./u.test(rest)) return undefined;
  const readings = readingsOf(sign, (shape) => `${open}${shape}${close}`);
  if (readings.length === 0) return undefined;
  return marked(text, whole, readings, strengthOf(sign, isDotted, isGlued));
}

function strengthOf(sign: string, isDotted: boolean, isGlued: boolean): MarkerStrength {
  if (!isDotted) return 'sure';
  if (/^\d/.test(sign)) return 'likely';
  return isGlued || sign.toLowerCase() !== sign ? 'in-sequence' : 'likely';
}

/** Every reading of a sign, likelier first: one roman letter alone is roman only where it can start or be a short number. */
function readingsOf(sign: string, styled: (shape: string) => string): readonly MarkerReading[] {
  if (/^\d/.test(sign)) return [{ style: styled('1'), ordinal: Number(sign) }];
  const isUpper = sign === sign.toUpperCase();
  const readings: MarkerReading[] = [];
  const roman = romanNumber(sign.toLowerCase());
  if (roman !== undefined) readings.push({ style: styled(isUpper ? 'I' : 'i'), ordinal: roman });
  if (sign.length === 1) {
    const letter = { style: styled(isUpper ? 'A' : 'a'), ordinal: sign.toLowerCase().charCodeAt(0) - 96 };
    if (sign.toLowerCase() === 'i') readings.push(letter);
    else readings.unshift(letter);
  }
  return readings;
}

const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** The value of a well-formed lower-case roman numeral below 90, else undefined. */
function romanNumber(sign: string): number | undefined {
  if (!/^(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(sign)) return undefined;
  let value = 0;
  for (let index = 0; index < sign.length; index += 1) {
    const here = romanValues[sign.charAt(index)] ?? 0;
    const next = romanValues[sign.charAt(index + 1)] ?? 0;
    value += here < next ? -here : here;
  }
  return value;
}

function marked(text: string, whole: string, readings: readonly MarkerReading[], strength: MarkerStrength): Marker {
  return { printed: whole.trim(), readings, strength, rest: text.slice(whole.length).trim() };
}
