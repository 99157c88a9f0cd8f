// The report's sheet as comma-separated values (RFC 4180), for spreadsheets that would run a cell as a formula.

import { visibleText } from './visible-text';
import type { ReportDocument } from './report-document';

const byteOrderMark = '\uFEFF';
const startsFormula = /^[\t\r=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * RFC 4180 with CRLF after every record, every cell quoted, and a byte-order mark so that spreadsheets read UTF-8. A cell
 * that starts with `= + - @`, their full-width forms, a tab or a line end gets an apostrophe before it, which
 * spreadsheets take as "this is text" (OWASP, "CSV injection"); so does a cell that starts with an apostrophe, so that
 * one apostrophe taken away always gives the text back.
 */
export function writeCsv(document: ReportDocument): string {
  const records = [document.sheet.columns, ...document.sheet.rows];
  return byteOrderMark + records.map((record) => `${record.map(cell).join(',')}\r\n`).join('');
}

/** One cell, neutralised and quoted. Lines inside it end in LF, as spreadsheets write them themselves. */
function cell(text: string): string {
  const shown = visibleText(text);
  const isRisky = startsFormula.test(shown.trimStart()) || startsFormula.test(shown) || /^['\n]/.test(shown);
  return `"${(isRisky ? `'${shown}` : shown).replaceAll('"', '""')}"`;
}
