// Markdown to lines: heading and quotation marks become roles, emphasis and links plain text. One line in, one line out.

import type { SourceLine } from './text-line';

/** Reads the lines of a Markdown file. List markers stay: the readers know them. */
export function markdownLines(lines: readonly string[]): readonly SourceLine[] {
  return lines.map((line, index) => {
    const heading = /^ {0,3}(#{1,6})\s+(.*)$/.exec(line);
    if (heading !== null) {
      const text = inlineText((heading[2] ?? '').replace(/\s#{1,6}$/, ''));
      return { text, role: heading[1] === '#' ? 'title' : 'heading' };
    }
    if (isRule(line)) return { text: line, role: 'furniture' };
    const underline = lines[index + 1] ?? '';
    if (line.trim() !== '' && isUnderline(underline)) {
      return { text: inlineText(line), role: underline.startsWith('=') ? 'title' : 'heading' };
    }
    const quotation = /^ {0,3}>\s?(.*)$/.exec(line);
    if (quotation !== null) return { text: inlineText(quotation[1] ?? ''), role: 'quotation' };
    return { text: inlineText(line) };
  });
}

/** A rule across the page or the line under a heading. */
function isRule(line: string): boolean {
  return isUnderline(line) || /^ {0,3}(?:\*{3,}|_{3,}|(?:\* ){2,}\*|(?:- ){2,}-)$/.test(line);
}

function isUnderline(line: string): boolean {
  return /^(?:={3,}|-{3,})$/.test(line.trimEnd());
}

/** Takes emphasis, code marks, link targets and escapes off. Bounded patterns: an unclosed mark costs no time. */
function inlineText(text: string): string {
  return text
    .replaceAll(/!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)([^*_]{1,2000})\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]{1,2000})(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replaceAll(/\\([\\`*_{}[\]()#+.!>-])/g, '$1');
}
