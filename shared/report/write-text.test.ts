import { expect, it } from 'vitest';
import type { Block, ReportDocument } from './report-document';
import { writeText } from './write-text';

const documentOf = (...blocks: readonly Block[]): ReportDocument => ({
  title: 'Report back',
  language: 'en-GB',
  blocks,
  sheet: { columns: [], rows: [] },
});

it('changes are marked with brackets, and the brackets are explained', () => {
  const text = writeText(
    documentOf({
      kind: 'tracked',
      lines: [
        {
          number: '1)',
          depth: 1,
          spans: [
            { kind: 'deleted', text: 'may' },
            { kind: 'inserted', text: 'shall' },
          ],
        },
      ],
    }),
  );
  expect(text).toContain('1) [-may-]{+shall+}');
  expect(text).toContain('to be deleted stand in [-...-]');
});

it('a row of a table reads as a paragraph, without its empty cells', () => {
  const columns = ['Motion', 'Subject', 'Branch mandate', 'Outcome'];
  const text = writeText(
    documentOf({ kind: 'table', caption: 'Decisions', columns, rows: [['3', 'Pay', '', 'Lost']] }),
  );
  expect(text).toBe('Report back\n===========\n\nDecisions\n\nMotion 3: Pay\n    Outcome: Lost\n');
});

it('no line is longer than 78 characters unless a word is', () => {
  const words = Array.from({ length: 60 }, (_, index) => 'word'.repeat(1 + (index % 4))).join(' ');
  const spans = [{ kind: 'plain', text: words }] as const;
  const text = writeText(
    documentOf(
      { kind: 'heading', level: 2, text: words },
      { kind: 'paragraph', spans },
      { kind: 'list', items: [spans] },
      { kind: 'facts', facts: [{ term: 'Outcome', spans }] },
      { kind: 'quotation', of: 'note', lines: [words] },
      { kind: 'tracked', lines: [{ depth: 2, spans }] },
    ),
  );
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  expect(text.replaceAll(/\s+/g, ' ').split(words).length).toBe(7);
});
