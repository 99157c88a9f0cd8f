// The report as one HTML file that needs nothing else, runs nothing, and prints well. PDF is printed from this same file.

import { marksExplained, showsTrackedText } from './report-document';
import type { Block, ReportDocument, Span, TrackedLine } from './report-document';
import { reportStyle, reportStyleHash } from './report-style';
import { visibleLine, visibleText } from './visible-text';

/** A complete document. Every text is escaped; the policy forbids scripts and everything from outside. */
export function writeHtml(document: ReportDocument): string {
  const policy = `default-src 'none'; script-src 'none'; style-src '${reportStyleHash}'; base-uri 'none'; form-action 'none'`;
  const title = escapeHtml(visibleLine(document.title));
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(document.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title}</title>`,
    `<style>${reportStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    ...(showsTrackedText(document) ? [`<p class="marks">${escapeHtml(marksExplained)}</p>`] : []),
    ...sections(document.blocks),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Blocks in order; each heading of level 3 opens a section, so that a motion is kept together on paper where it fits. */
function sections(blocks: readonly Block[]): readonly string[] {
  const lines: string[] = [];
  let isOpen = false;
  for (const block of blocks) {
    const level = block.kind === 'heading' ? block.level : 5;
    if (isOpen && level <= 3) lines.push('</section>');
    if (level <= 3) isOpen = level === 3;
    if (level === 3) lines.push('<section>');
    lines.push(writeBlock(block));
  }
  return isOpen ? [...lines, '</section>'] : lines;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${inline(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${block.spans.map(writeSpan).join('')}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${item.map(writeSpan).join('')}</li>\n`).join('')}</ul>`;
    case 'facts':
      return `<dl>\n${block.facts
        .map((fact) => `<div><dt>${inline(fact.term)}</dt><dd>${fact.spans.map(writeSpan).join('')}</dd></div>\n`)
        .join('')}</dl>`;
    case 'table':
      return writeTable(block);
    case 'quotation':
      return `<blockquote class="${block.of}">\n${block.lines.map((line) => `<p>${inline(line)}</p>\n`).join('')}</blockquote>`;
    case 'tracked':
      return `<div class="tracked">\n${block.lines.map(writeTrackedLine).join('')}</div>`;
  }
}

function writeTable(table: Extract<Block, { readonly kind: 'table' }>): string {
  const head = table.columns.map((column) => `<th scope="col">${inline(column)}</th>`).join('');
  const body = table.rows.map((row) => {
    const cells = row.map((text, index) =>
      index === 0 ? `<th scope="row">${inline(text)}</th>` : `<td>${inline(text)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>\n`;
  });
  return `<table>\n<caption>${inline(table.caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('')}</tbody>\n</table>`;
}

function writeTrackedLine(line: TrackedLine): string {
  const number = line.number === undefined ? '' : `<span class="number">${inline(line.number)}</span> `;
  return `<p class="depth-${Math.min(line.depth, 4)}">${number}${line.spans.map(writeSpan).join('')}</p>\n`;
}

function writeSpan(span: Span): string {
  const text = inline(span.text);
  switch (span.kind) {
    case 'plain':
      return text;
    case 'strong':
      return `<strong>${text}</strong>`;
    case 'inserted':
      return `<ins>${text}</ins>`;
    case 'deleted':
      return `<del>${text}</del>`;
  }
}

/** Escaped text in which line ends stay line ends. */
function inline(text: string): string {
  return escapeHtml(visibleText(text)).replaceAll('\n', '<br>');
}

/** Escapes for text and for attribute values in double or single quotes. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
