// A PDF to lines: one source line a paragraph, put together from the places of its words on the pages.

import type { PdfOpener, PdfPage } from '../ports';
import type { Result } from '../result';
import { fail, succeed } from '../result';
import { readingOrder } from './pdf-columns';
import { runningRows, textOf } from './pdf-furniture';
import { joinLines, vocabularyOf } from './pdf-hyphens';
import type { Vocabulary } from './pdf-hyphens';
import { takeLineNumbers } from './pdf-line-numbers';
import { paragraphsOf } from './pdf-paragraphs';
import type { PdfLine, PdfParagraph } from './pdf-paragraphs';
import { pageRows, textSizeOf } from './pdf-rows';
import type { Row } from './pdf-rows';
import { tableRows } from './pdf-tables';
import type { PaperFailure, PrintedLine } from './paper';
import type { ReadingOptions, SourceReading } from './source-reading';
import type { SourceLine } from './text-line';

/** The most pages that are read, and the most characters on all of them. */
const pageLimit = 3000;
const characterLimit = 20_000_000;

/**
 * Reads page after page. Errors: `encrypted`, `damaged`, `stopped`, and `unsupported` for a PDF that holds pictures of
 * pages and no text, or more of it than any paper has.
 */
export async function readPdf(
  bytes: Uint8Array,
  opener: PdfOpener,
  options: ReadingOptions,
): Promise<Result<SourceReading, PaperFailure>> {
  const opened = await opener.open(bytes);
  if (!opened.ok) return opened;
  const { pageCount } = opened.value;
  try {
    if (pageCount > pageLimit) return fail({ kind: 'unsupported', format: 'very long PDF' });
    const pages: PdfPage[] = [];
    let characters = 0;
    for (let number = 1; number <= pageCount; number += 1) {
      if (options.signal?.aborted === true) return fail({ kind: 'stopped' });
      options.onProgress?.(number - 1, pageCount);
      const page = await opened.value.page(number);
      if (!page.ok) return page;
      characters += page.value.texts.reduce((sum, { text }) => sum + text.length, 0);
      if (characters > characterLimit) return fail({ kind: 'unsupported', format: 'very long PDF' });
      pages.push(page.value);
    }
    options.onProgress?.(pageCount, pageCount);
    if (characters === 0) return fail({ kind: 'unsupported', format: 'scanned PDF' });
    return succeed(readPages(pages));
  } finally {
    await opened.value.close();
  }
}

/** The source lines of the pages. Exported for tests that place words themselves. */
export function readPages(pages: readonly PdfPage[]): SourceReading {
  const placed = pages.map((page) => ({ height: page.height, ...pageRows(page) }));
  const textSize = textSizeOf(placed.flatMap(({ rows }) => rows));
  const running = runningRows(placed, textSize);
  const parts = placed.flatMap(({ rows }, page) =>
    readingOrder(rows.filter((row) => !running.has(row))).map((part) => Object.assign({ page }, part)),
  );
  const numbered = takeLineNumbers(parts.map(({ rows }) => rows));
  const lines = parts.flatMap(({ column, page }, index): readonly PdfLine[] => {
    const rows = numbered[index] ?? [];
    const tabular = tableRows(rows.map(({ row }) => row));
    return rows.flatMap(({ row, number }) =>
      lineOf(row, tabular.has(row)).map((line) =>
        Object.assign(line, { page, column }, number === undefined ? {} : { number }),
      ),
    );
  });
  const furniture = placed.map(({ rows, turned }) =>
    rows
      .filter((row) => running.has(row))
      .map(textOf)
      .concat(turned),
  );
  return writeSource(paragraphsOf(lines), furniture, textSize);
}

function lineOf(row: Row, isTableRow: boolean): readonly Omit<PdfLine, 'page' | 'column'>[] {
  const [first] = row.pieces;
  if (first === undefined) return [];
  const right = row.pieces.reduce((most, piece) => Math.max(most, piece.right), first.right);
  const text = row.pieces.map((piece) => piece.text).join(isTableRow ? ' | ' : ' ');
  return [{ text, x: first.x, right, y: row.y, size: row.size, isTableRow }];
}

/** Paragraphs a line each, blank lines between those that stand apart, and behind a page's last what belongs to the page. */
function writeSource(
  paragraphs: readonly PdfParagraph[],
  furniture: readonly (readonly string[])[],
  textSize: number,
): SourceReading {
  const source: SourceLine[] = [];
  const printedLines: PrintedLine[] = [];
  const vocabulary = vocabularyOf(paragraphs.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const title = titleOf(paragraphs, textSize);
  let page = 0;
  const turnPages = (to: number): void => {
    for (; page < to; page += 1) for (const text of furniture[page] ?? []) source.push({ text, role: 'furniture' });
  };
  for (const paragraph of paragraphs) {
    turnPages(paragraph.lines[0]?.page ?? page);
    if (paragraph.isApart && source.length > 0) source.push({ text: '' });
    for (const { number, text } of paragraph.lines) {
      if (number !== undefined) printedLines.push({ number, line: source.length, text });
    }
    const role = paragraph === title ? 'title' : roleOf(paragraph, textSize);
    source.push({ text: textOfParagraph(paragraph, vocabulary), ...(role === undefined ? {} : { role }) });
  }
  turnPages(furniture.length);
  return { source, printedLines };
}

function textOfParagraph({ lines, indent }: PdfParagraph, vocabulary: Vocabulary): string {
  const spaces = ' '.repeat(Math.min(40, Math.max(0, Math.round(indent * 2))));
  return (
    spaces +
    joinLines(
      lines.map(({ text }) => text),
      vocabulary,
    )
  );
}

/** How much larger than the text's the type of a heading is, and that of the paper's title. */
const largerType = { heading: 1.15, title: 1.3 };

function roleOf(paragraph: PdfParagraph, textSize: number): 'heading' | undefined {
  return sizeOf(paragraph) >= textSize * largerType.heading ? 'heading' : undefined;
}

/** The first of the largest paragraphs on the first page, where it is much larger than the text. */
function titleOf(paragraphs: readonly PdfParagraph[], textSize: number): PdfParagraph | undefined {
  const onFirst = paragraphs.filter(({ lines }) => lines[0]?.page === 0);
  const largest = onFirst.reduce((most, paragraph) => Math.max(most, sizeOf(paragraph)), 0);
  if (largest < textSize * largerType.title) return undefined;
  return onFirst.find((paragraph) => sizeOf(paragraph) === largest);
}

function sizeOf({ lines }: PdfParagraph): number {
  return lines[0]?.size ?? 0;
}
