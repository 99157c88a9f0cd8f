// A paper's source as lines, and the lines that hold text as the readers want them: trimmed, with their place kept.

import type { LineRange } from './paper';

/** What markup said about a line: a heading or quotation it was, or furniture of the page (menu, footer, form). */
export type LineRole = 'title' | 'heading' | 'quotation' | 'furniture';

/** A line of the source as a format reader hands it on. */
export type SourceLine = { readonly text: string; readonly role?: LineRole };

/** A line that holds text: white space collapsed, no invisible characters. */
export type TextLine = {
  readonly text: string;
  /** Index into the paper's `source`. Several text lines share one when a source line was cut into parts. */
  readonly line: number;
  /** White-space characters before the text, a tab counted as four. */
  readonly indent: number;
  /** The `line` of the text line above it in the paper, or -1. Tells lines that stand together from those between which something was dropped. */
  readonly above: number;
  /** Whether a blank line (or the start of the paper) stands before it. */
  readonly isAfterBlank: boolean;
  readonly role?: LineRole;
};

/** The lines of `text`, line ends removed. Form feeds and Unicode's line separators end a line too. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\v\f\u2028\u2029]/);
}

/** Collapses white space and control characters to single spaces and drops invisible ones (BOM, soft hyphen, zero width). */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\u00AD\u200B\uFEFF]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The lines that hold text, in order. */
export function textLines(source: readonly SourceLine[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  let isAfterBlank = true;
  let above = -1;
  for (const [line, { text, role }] of source.entries()) {
    const plain = plainText(text);
    if (plain === '') {
      isAfterBlank = true;
      continue;
    }
    lines.push({
      text: plain,
      line,
      above,
      indent: indentOf(text),
      isAfterBlank,
      ...(role === undefined ? {} : { role }),
    });
    isAfterBlank = false;
    above = line;
  }
  return lines;
}

/** Lines as if nothing had stood between them: a sentence goes on below a running head. */
export function closeRanks(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.map((line, index) => {
    const above = lines[index - 1]?.line ?? -1;
    return above === line.above ? line : Object.assign({}, line, { above });
  });
}

/** The source lines from the first to the last of `lines`, which must not be empty. */
export function rangeOf(lines: readonly TextLine[]): LineRange {
  return { from: lines[0]?.line ?? 0, to: (lines.at(-1)?.line ?? -1) + 1 };
}

function indentOf(text: string): number {
  let indent = 0;
  for (const character of text) {
    if (character === '\t') indent += 4;
    else if (character === ' ' || character === '\u00A0') indent += 1;
    else break;
  }
  return indent;
}
