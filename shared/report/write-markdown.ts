// The report as Markdown (CommonMark with GFM tables). Text stays text: nothing in a paper becomes markup.

import { showsTrackedText } from './report-document';
import type { Block, ReportDocument, Span, TrackedLine } from './report-document';
import { visibleLine, visibleText } from './visible-text';

/**
 * CommonMark 0.31 with GFM tables. Deleted and inserted words are `<del>` and `<ins>`, because the emphasis marks of
 * Markdown do not hold beside punctuation, and because these read well in plain text too.
 */
export function writeMarkdown(document: ReportDocument): string {
  const parts = [`# ${heading(document.title)}`];
  if (showsTrackedText(document)) {
    parts.push('Words to be <del>deleted</del> and words to be <ins>inserted</ins> are marked in this way.');
  }
  parts.push(...document.blocks.map(writeBlock));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${heading(block.text)}`;
    case 'paragraph':
      return paragraph(block.spans);
    case 'list':
      return block.items.map((item) => `- ${indented(paragraph(item), '  ')}`).join('\n');
    case 'facts':
      return block.facts
        .map((fact) => {
          const term: Span = { kind: 'strong', text: `${visibleLine(fact.term)}:` };
          return `- ${indented(paragraph([term, { kind: 'plain', text: ' ' }, ...fact.spans]), '  ')}`;
        })
        .join('\n');
    case 'table':
      return writeTable(block);
    case 'quotation':
      return quoted(block.lines.map((line) => paragraph([{ kind: 'plain', text: line }])));
    case 'tracked':
      return quoted(block.lines.map(writeTrackedLine));
  }
}

function writeTable(table: Extract<Block, { readonly kind: 'table' }>): string {
  return [
    escapeText(visibleLine(table.caption)),
    [tableRow(table.columns), `|${' --- |'.repeat(table.columns.length)}`, ...table.rows.map(tableRow)].join('\n'),
  ].join('\n\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(tableCell).join(' | ')} |`;
}

/** Depth as non-breaking spaces: an indent would make code of the line, and a list would renumber it. */
function writeTrackedLine(line: TrackedLine): string {
  const number: readonly Span[] = line.number === undefined ? [] : [{ kind: 'plain', text: `${line.number} ` }];
  return '&nbsp;'.repeat(line.depth * 4) + paragraph([...number, ...line.spans]);
}

function quoted(paragraphs: readonly string[]): string {
  return paragraphs.map((text) => `> ${indented(text, '> ')}`).join('\n>\n');
}

/** Escaped spans as one paragraph; line ends inside it are hard line breaks. */
function paragraph(spans: readonly Span[]): string {
  const text = spans.map((span, index) => writeSpan(span, spans[index - 1], spans[index + 1])).join('');
  return text
    .split('\n')
    .map((line) => escapeLineStart(line.trim()))
    .filter((line) => line !== '')
    .join('\\\n');
}

function writeSpan(span: Span, before: Span | undefined, after: Span | undefined): string {
  if (span.kind === 'plain') return escapeText(visibleText(span.text));
  const text = escapeText(visibleText(span.text).replaceAll('\n', ' '));
  switch (span.kind) {
    case 'strong':
      return holdsAsEmphasis(span.text, before, after) ? `**${text}**` : `<strong>${text}</strong>`;
    case 'inserted':
      return `<ins>${text}</ins>`;
    case 'deleted':
      return `<del>${text}</del>`;
  }
}

/** Whether asterisks round `text` are emphasis (CommonMark, "left-flanking"): white space or a mark on both outer sides. */
function holdsAsEmphasis(text: string, before: Span | undefined, after: Span | undefined): boolean {
  const isFree = before === undefined || (before.kind === 'plain' && /\s$/.test(before.text));
  const isFollowed = after === undefined || (after.kind === 'plain' && /^(?:$|[\s,.;:)])/.test(after.text));
  return isFree && isFollowed && /^[\p{L}\p{N}](?:.*[\p{L}\p{N}:])?$/u.test(text);
}

/** Number signs at the end of a heading would be taken as its closing. */
function heading(text: string): string {
  const escaped = escapeText(visibleLine(text)).replace(/#+$/, (signs) => '\\#'.repeat(signs.length));
  return escapeLineStart(escaped);
}

function tableCell(text: string): string {
  return escapeText(visibleText(text).trim()).replaceAll(/ *\n */g, '<br>');
}

function indented(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}

/**
 * Escapes whatever could start or end inline markup: CommonMark's own (backslash, code, emphasis, links, HTML, entities),
 * and GFM's strikethrough, table bars and automatic links (by their colon, `www.` and `@`). What HTML is made of becomes
 * entities, which hold even where a reader takes the line for HTML.
 */
function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]~|!@]/g, '\\$&')
    .replaceAll('://', '\\://')
    .replaceAll(/www\./gi, (match) => `${match.slice(0, 3)}\\.`)
    .replaceAll(/\b(mailto|xmpp):/gi, '$1\\:')
    .replaceAll(/[\u2028\u2029]/g, ' ');
}

/** Escapes what makes a block of a line: headings, lists, rules, setext underlines, tables. */
function escapeLineStart(line: string): string {
  return line.replace(/^([#+=:-])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
