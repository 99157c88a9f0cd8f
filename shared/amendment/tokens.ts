// Cuts text into the tokens that amendments are compared by. Nothing is normalised: a changed dash is a change.

export type Token = {
  readonly text: string;
  /** UTF-16 code units in the text, `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
};

// In order: money and numbers with their unit and inner marks ("£1,500", "5 %", "2024–25", "12:30", "1st");
// words with inner apostrophes, hyphens and dots ("co-operative", "members'" without its last mark, "U.K");
// any other single character. White space lies between tokens and belongs to none.
const tokenPattern =
  /[£$€]?\p{Nd}+(?:[.,:/–—-]\p{Nd}+)*(?:\p{L}[\p{L}\p{M}\p{Nd}]*)?(?: ?%)?|[\p{L}\p{M}\p{Nd}]+(?:[’'.‐‑-][\p{L}\p{M}\p{Nd}]+)*|\S/gu;

/** The tokens of `text`, in order, without the white space between them. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    tokens.push({ text: match[0], from: match.index, to: match.index + match[0].length });
  }
  return tokens;
}

/** Whether a token is a word or a number, not punctuation. */
export function isWord(token: Token): boolean {
  return /[\p{L}\p{Nd}]/u.test(token.text);
}

/** How many words and numbers a text has. */
export function wordCount(text: string): number {
  return tokensOf(text).filter(isWord).length;
}
