// The formats a report can be written in. PDF is printed from the HTML, by whoever has a printer for it.

import type { ReportDocument } from './report-document';
import { visibleLine } from './visible-text';
import { writeCsv } from './write-csv';
import { writeHtml } from './write-html';
import { writeJson } from './write-json';
import { writeMarkdown } from './write-markdown';
import { writeText } from './write-text';

/** The keys are the file extensions too. */
export const reportFormats = ['md', 'html', 'pdf', 'csv', 'txt', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];
export type TextFormat = Exclude<ReportFormat, 'pdf'>;

/** The document in a format that is text; to be encoded as UTF-8. */
export function writeReport(document: ReportDocument, format: TextFormat): string {
  switch (format) {
    case 'md':
      return writeMarkdown(document);
    case 'html':
      return writeHtml(document);
    case 'csv':
      return writeCsv(document);
    case 'txt':
      return writeText(document);
    case 'json':
      return writeJson(document);
  }
}

/** A name for the file that every system can keep: `Report back, 2027 National Delegate Conference.pdf`. */
export function reportFileName(document: Pick<ReportDocument, 'title'>, format: ReportFormat): string {
  const name = visibleLine(document.title)
    .replaceAll(': ', ', ')
    .replaceAll(/[<>:"/\\|?*\uFFFD]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 120)
    .replace(/[ .]+$/, '');
  return `${name === '' ? 'Report' : name.toWellFormed()}.${format}`;
}
