import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { Block, ReportDocument } from './report-document';
import { reportStyle, reportStyleHash } from './report-style';
import { writeHtml } from './write-html';

const documentOf = (...blocks: readonly Block[]): ReportDocument => ({
  title: 'Report back',
  language: 'en-GB',
  blocks,
  sheet: { columns: [], rows: [] },
});

it('the policy allows exactly the style that the document carries, and no script', () => {
  expect(reportStyleHash).toBe(`sha256-${createHash('sha256').update(reportStyle).digest('base64')}`);
  const { document } = parseHTML(writeHtml(documentOf()));
  expect(document.querySelector('style')?.textContent).toBe(reportStyle);
  const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'none'");
  expect(policy).toContain(`style-src '${reportStyleHash}'`);
});

it('nothing in it is loaded from anywhere', () => {
  expect(writeHtml(documentOf())).not.toMatch(/\b(src|href)=|url\(|@import/);
});

it('a table names its columns and rows to a screen reader', () => {
  const table: Block = { kind: 'table', caption: 'Two motions', columns: ['Motion', 'Outcome'], rows: [['3', 'Lost']] };
  const { document } = parseHTML(writeHtml(documentOf(table)));
  expect(document.documentElement.getAttribute('lang')).toBe('en-GB');
  expect(document.querySelector('caption')?.textContent).toBe('Two motions');
  expect(document.querySelector('th[scope=row]')?.textContent).toBe('3');
  expect(document.querySelectorAll('th[scope=col]').length).toBe(2);
});

it('sections close before the next heading of their level or above', () => {
  const headings: readonly Block[] = ([2, 3, 4, 3, 2, 3] as const).map((level) => ({
    kind: 'heading',
    level,
    text: 'h',
  }));
  const html = writeHtml(documentOf(...headings));
  const order = html.match(/<\/?section>|<h[234]>/g);
  expect(order?.join('')).toBe('<h2><section><h3><h4></section><section><h3></section><h2><section><h3></section>');
});

it('changes are marked by elements that say so, not by colour alone', () => {
  const { document } = parseHTML(
    writeHtml(
      documentOf({
        kind: 'tracked',
        lines: [
          {
            depth: 0,
            spans: [
              { kind: 'deleted', text: 'may' },
              { kind: 'inserted', text: 'shall' },
            ],
          },
        ],
      }),
    ),
  );
  expect(document.querySelector('del')?.textContent).toBe('may');
  expect(document.querySelector('ins')?.textContent).toBe('shall');
  expect(document.querySelector('.marks')?.textContent).toContain('struck through');
  expect(reportStyle).toMatch(/ins \{[^}]*underline[^}]*font-weight: 700/);
  expect(reportStyle).toMatch(/del \{[^}]*line-through/);
});
