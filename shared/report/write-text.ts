// The report as plain text that reads well aloud and in any mail: no tables, changes marked with brackets.

import { showsTrackedText } from './report-document';
import type { Block, ReportDocument, Span } from './report-document';
import { visibleLine, visibleText } from './visible-text';

const lineLength = 78;

/** UTF-8 text, lines wrapped at 78 characters. Deleted words stand in `[-…-]`, inserted words in `{+…+}`, as in wdiff. */
export function writeText(document: ReportDocument): string {
  const title = visibleLine(document.title);
  const parts = [underlined(title, '=')];
  if (showsTrackedText(document)) {
    parts.push(wrap('Words to be deleted stand in [-...-], words to be inserted in {+...+}.', ''));
  }
  parts.push(...document.blocks.map(writeBlock));
  return `${parts.join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const text = visibleLine(block.text);
      if (block.level === 2) return `\n${underlined(text, '=')}`;
      return block.level === 3 ? underlined(text, '-') : `${text}:`;
    }
    case 'paragraph':
      return wrap(joined(block.spans), '');
    case 'list':
      return block.items.map((item) => wrap(joined(item), '  ', '* ')).join('\n');
    case 'facts':
      return block.facts.map((fact) => wrap(`${fact.term}: ${joined(fact.spans)}`, '  ', '')).join('\n');
    case 'table':
      return writeTable(block);
    case 'quotation':
      return block.lines.map((line) => wrap(line, '    ')).join('\n');
    case 'tracked':
      return block.lines
        .map((line) => {
          const indent = '    '.repeat(line.depth + 1);
          return wrap(`${line.number === undefined ? '' : `${line.number} `}${joined(line.spans)}`, indent);
        })
        .join('\n');
  }
}

/** A row a paragraph: `Motion 3: Pay` from its first two cells, the others as `Column: cell`. Empty cells are left out. */
function writeTable(table: Extract<Block, { readonly kind: 'table' }>): string {
  const rows = table.rows.map((row) => {
    const [name = '', subject = ''] = row;
    const kind = /^comp/i.test(name) ? '' : `${table.columns[0] ?? ''} `;
    const heading = wrap(name === '' ? subject : `${kind}${name}: ${subject}`, '  ', '');
    const rest = row.slice(2).flatMap((text, index) => {
      const column = table.columns[index + 2] ?? '';
      return text === '' ? [] : [wrap(`${column}: ${text}`, '      ', '    ')];
    });
    return [heading, ...rest].join('\n');
  });
  return [wrap(table.caption, ''), ...rows].join('\n\n');
}

function joined(spans: readonly Span[]): string {
  return spans.map(writeSpan).join('');
}

function writeSpan(span: Span): string {
  switch (span.kind) {
    case 'plain':
    case 'strong':
      return span.text;
    case 'inserted':
      return `{+${span.text}+}`;
    case 'deleted':
      return `[-${span.text}-]`;
  }
}

function underlined(text: string, mark: string): string {
  const lines = wrap(text, '');
  const longest = Math.max(...lines.split('\n').map((line) => line.length));
  return `${lines}\n${mark.repeat(Math.max(longest, 3))}`;
}

/** Breaks at spaces so that no line is longer than 78 characters, unless one word is. `first` indents the first line. */
function wrap(text: string, indent: string, first = indent): string {
  const lines: string[] = [];
  for (const paragraph of visibleText(text).split('\n')) {
    let line = lines.length === 0 ? first : indent;
    let isEmpty = true;
    for (const word of paragraph.split(/[ \t]+/).filter((one) => one !== '')) {
      if (!isEmpty && line.length + 1 + word.length > lineLength) {
        lines.push(line);
        line = indent;
        isEmpty = true;
      }
      line += isEmpty ? word : ` ${word}`;
      isEmpty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines.join('\n');
}
