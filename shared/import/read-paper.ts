// From a file's bytes to a paper: refuses what cannot be read, finds format and kind, and hands the lines to their reader.

import type { Compression, HtmlParser, PdfOpener, TextCodec } from '../ports';
import type { Result } from '../result';
import { fail, succeed } from '../result';
import { droppedLines, warningsOf } from './accounting';
import type { PaperKind } from './classify-paper';
import { classifyPaper } from './classify-paper';
import { decodeText } from './decode-text';
import { titleFromFileName } from './file-title';
import { htmlLines } from './html-lines';
import type { PageReading } from './html-lines';
import { removeLineNumbers } from './line-number-column';
import { markdownLines } from './markdown-lines';
import type { PaperFailure, PrintedLine, ReadPaper, ReadUnknown } from './paper';
import { paperLimit } from './paper';
import { readAgenda } from './read-agenda';
import { readArticle } from './read-article';
import { readDecisions } from './read-decisions';
import { withPrintedLines } from './printed-lines';
import { readDocx } from './read-docx';
import type { PaperLines } from './read-motion';
import { readMotion } from './read-motion';
import { readPdf } from './read-pdf';
import type { ReadingOptions, SourceReading } from './source-reading';
import { splitClauses } from './split-clauses';
import type { SourceLine, TextLine } from './text-line';
import { closeRanks, splitLines, textLines } from './text-line';
import { withTrackedAmendments } from './tracked-paper';

/** A file as it was opened. `as` is what the delegate says it is, when Rostrum is not to find out for itself. */
export type PaperFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly as?: 'motion' | 'article' | 'agenda';
};

export type PaperPorts = {
  readonly text: TextCodec;
  readonly html: HtmlParser;
  readonly pdf: PdfOpener;
  readonly compression: Compression;
};

/**
 * Reads one paper. Asynchronous because the larger formats load their parser when they are first met, and long papers
 * are read page by page. Errors: `empty`, `too-large`, `binary`, `encrypted`, `damaged`, `unsupported`, `stopped`.
 */
export async function readPaper(
  file: PaperFile,
  ports: PaperPorts,
  options: ReadingOptions = {},
): Promise<Result<ReadPaper, PaperFailure>> {
  if (file.bytes.length === 0) return fail({ kind: 'empty' });
  if (file.bytes.length > paperLimit) return fail({ kind: 'too-large', limit: paperLimit });
  const format = formatOf(file.bytes);
  if (format === 'PDF') {
    const reading = await readPdf(file.bytes, ports.pdf, options);
    return reading.ok ? readPaperSource(file, reading.value) : reading;
  }
  if (format === 'locked Office') return fail({ kind: 'encrypted' });
  if (format === 'ZIP or DOCX') return readWordPaper(file, ports);
  if (format !== undefined) return fail({ kind: 'unsupported', format });
  const text = decodeText(file.bytes, ports.text);
  if (!text.ok) return text;
  return readPaperText({ ...file, text: text.value }, ports);
}

/** Reads a paper that is text already, such as what was pasted. `name` is a file's name, or empty. Error: `empty`. */
export function readPaperText(
  paper: { readonly name: string; readonly text: string; readonly as?: 'motion' | 'article' | 'agenda' },
  ports: Pick<PaperPorts, 'html'>,
): Result<ReadPaper, PaperFailure> {
  const { printed, amended } = pageOf(paper.name, paper.text, ports.html);
  return withChanges(readTextSource(paper, printed), amended && readTextSource(paper, amended));
}

function readTextSource(
  file: Pick<PaperFile, 'name' | 'as'>,
  source: readonly SourceLine[],
): Result<ReadPaper, PaperFailure> {
  const { lines, printedLines } = removeLineNumbers(textLines(source));
  return readLines(file, source, lines, printedLines);
}

/** As printed where nothing is struck or put in, else with that as amendments; the one with text where one has none. */
function withChanges(
  printed: Result<ReadPaper, PaperFailure>,
  amended: Result<ReadPaper, PaperFailure> | undefined,
): Result<ReadPaper, PaperFailure> {
  if (amended === undefined || !amended.ok) return printed;
  return printed.ok ? succeed(withTrackedAmendments(printed.value, amended.value)) : amended;
}

/** Reads a Word document: as printed where nothing is tracked, else with its changes as amendments. */
async function readWordPaper(
  file: PaperFile,
  ports: Pick<PaperPorts, 'text' | 'compression'>,
): Promise<Result<ReadPaper, PaperFailure>> {
  const reading = await readDocx(file.bytes, ports);
  if (!reading.ok) return reading;
  const { printed, amended } = reading.value;
  return withChanges(readPaperSource(file, printed), amended && readPaperSource(file, amended));
}

/** Reads a paper whose format has told what belongs to its pages, which no reader of text needs to see. */
function readPaperSource(
  file: Pick<PaperFile, 'name' | 'as'>,
  { source, printedLines }: SourceReading,
): Result<ReadPaper, PaperFailure> {
  const lines = closeRanks(textLines(source).filter((line) => line.role !== 'furniture'));
  return readLines(file, source, lines, printedLines);
}

function readLines(
  { name, as }: Pick<PaperFile, 'name' | 'as'>,
  source: readonly SourceLine[],
  lines: readonly TextLine[],
  printedLines: readonly PrintedLine[],
): Result<ReadPaper, PaperFailure> {
  if (lines.length === 0) return fail({ kind: 'empty' });
  return succeed(withPrintedLines(readAs(as ?? classifyPaper(lines), { file: name, source, lines }), printedLines));
}

function pageOf(name: string, text: string, html: HtmlParser): PageReading {
  if (isHtml(name, text)) return htmlLines(html.parse(text));
  const lines = splitLines(text);
  return { printed: /\.(?:md|markdown)$/i.test(name) ? markdownLines(lines) : lines.map((line) => ({ text: line })) };
}

function isHtml(name: string, text: string): boolean {
  return (
    /\.x?html?$/i.test(name) ||
    /^\s{0,64}(?:<\?xml[^>]{0,200}>\s{0,64})?<(?:!doctype html|html)\b/i.test(text.slice(0, 512))
  );
}

function readAs(kind: PaperKind, paper: PaperLines): ReadPaper {
  switch (kind) {
    case 'motion':
      return readMotion(paper);
    case 'article':
      return readArticle(paper);
    case 'agenda':
      return readAgenda(paper);
    case 'decisions':
      return readDecisions(paper);
    case 'unknown':
      return readUnknown(paper);
  }
}

function readUnknown(paper: PaperLines): ReadUnknown {
  const { clauses } = splitClauses(paper.lines);
  const title = titleFromFileName(paper.file);
  return {
    kind: 'unknown',
    file: paper.file,
    source: paper.source.map(({ text }) => text),
    ...(title === undefined ? {} : { title: { value: title } }),
    clauses,
    dropped: droppedLines(
      paper.source,
      clauses.map((clause) => clause.lines),
    ),
    warnings: [{ kind: 'uncertain-kind' }, ...warningsOf(paper.source, clauses)],
  };
}

/** Formats that announce themselves in their first bytes and are no text. */
function formatOf(bytes: Uint8Array): string | undefined {
  const starts = (...signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'PDF';
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'ZIP or DOCX';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return isLockedOffice(bytes) ? 'locked Office' : 'Word 97';
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'RTF';
  return undefined;
}

/** A document under a password is wrapped in the old format ([MS-OFFCRYPTO] 2.3): a stream says so by its name. */
function isLockedOffice(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(0x45); at !== -1; at = bytes.indexOf(0x45, at + 1)) {
    if (name.every((letter, index) => bytes[at + index * 2] === letter && bytes[at + index * 2 + 1] === 0)) return true;
  }
  return false;
}
