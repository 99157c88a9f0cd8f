// Words that the printer divided at the end of a line, put together again: "govern-|ment" but "co-|operative".

/** The words of a paper that are not divided: those without a hyphen, and those with one in the middle of a line. */
export type Vocabulary = { readonly whole: ReadonlySet<string>; readonly hyphenated: ReadonlySet<string> };

/** First parts of words that keep their hyphen where the paper itself does not tell. */
const keptPrefixes = new Set(
  'all anti co cross eighty ex far fifty forty full half high ill inter long low mid multi ninety no non off on over part post pre pro re self semi seventy short single sixty so sub thirty twenty two un under well whole work zero'.split(
    ' ',
  ),
);

const dividedEnd = /(\p{L}+)([-\u2010\u00AD])$/u;

/** Collects the words of `lines`, their last divided ones left out. Time is linear in the length of the lines. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const whole = new Set<string>();
  const hyphenated = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.replace(dividedEnd, '').matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu)) {
      const small = word.toLowerCase().replaceAll('\u2010', '-');
      if (small.includes('-')) hyphenated.add(small);
      else whole.add(small);
    }
  }
  return { whole, hyphenated };
}

/** The lines of a paragraph as one. A word divided between two keeps its hyphen only if it is spelt with one. */
export function joinLines(lines: readonly string[], vocabulary: Vocabulary): string {
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line;
      const seam = seamOf(line.slice(-60), next, vocabulary);
      return seam === 'undivided' ? line.slice(0, -1) : `${line}${seam === 'space' ? ' ' : ''}`;
    })
    .join('');
}

/** What stands between two lines: a space, nothing, or nothing and the hyphen before it neither. */
function seamOf(before: string, after: string, vocabulary: Vocabulary): 'space' | 'none' | 'undivided' {
  const [, start = '', hyphen] = dividedEnd.exec(before) ?? [];
  if (hyphen === undefined) return 'space';
  const end = /^\p{Ll}+/u.exec(after)?.[0] ?? '';
  if (hyphen !== '-') return 'undivided';
  const isKept = end === '' || isSpeltWithHyphen(start.toLowerCase(), end.toLowerCase(), vocabulary);
  return isKept ? 'none' : 'undivided';
}

function isSpeltWithHyphen(start: string, end: string, { whole, hyphenated }: Vocabulary): boolean {
  if (hyphenated.has(`${start}-${end}`)) return true;
  if (whole.has(start + end)) return false;
  return keptPrefixes.has(start) || (whole.has(start) && whole.has(end));
}
