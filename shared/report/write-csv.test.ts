import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from './report-document';
import { writeCsv } from './write-csv';

const sheetOf = (...rows: readonly (readonly string[])[]): ReportDocument => ({
  title: 'Report',
  language: 'en-GB',
  blocks: [],
  sheet: { columns: ['Motion', 'Notes'], rows },
});

/** RFC 4180, section 2, read literally: records end in CRLF, quoted fields may hold anything, two quotes stand for one. */
function readRfc4180(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length) throw new Error('a quoted field that does not end');
        field += text[at];
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error('a bare quote or line feed');
        field += text[at];
        at += 1;
      }
    }
    record.push(field);
    if (text[at] === ',') {
      at += 1;
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      records.push(record);
      record = [];
    } else throw new Error(`neither comma nor CRLF at ${at}`);
  }
  return records;
}

const withoutApostrophe = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

describe('the report as CSV', () => {
  it('starts with a byte-order mark and ends every record with CRLF', () => {
    expect(writeCsv(sheetOf(['1', 'x']))).toBe('\uFEFF"Motion","Notes"\r\n"1","x"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '＋1', '＠A1', '－1'])(
    'never lets a cell begin as a formula: %j',
    (text) => {
      const cell = readRfc4180(writeCsv(sheetOf([text, ''])).slice(1))[1]?.[0] ?? '';
      expect(cell).toMatch(/^'/);
    },
  );

  it('keeps quotes, commas and lines inside a cell', () => {
    const text = 'He said “no”, then "no",\nthen no.';
    expect(readRfc4180(writeCsv(sheetOf(['3.1', text])).slice(1))[1]).toEqual(['3.1', text]);
  });

  it('gives every cell back to a reader that takes one apostrophe away', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', "'", '"', ',', '\n', ' ', 'a') }),
    );
    const printable = cell.filter(
      (text) => !/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u.test(text.replaceAll(/[\n\t]/g, '')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(printable, printable), { maxLength: 6 }), (rows) => {
        const read = readRfc4180(writeCsv(sheetOf(...rows)).slice(1)).slice(1);
        expect(read.map((row) => row.map(withoutApostrophe))).toEqual(rows);
        for (const text of read.flat()) expect(text).not.toMatch(/^\s*[=+\-@]/);
      }),
      { seed: 4180, numRuns: 300 },
    );
  });
});
