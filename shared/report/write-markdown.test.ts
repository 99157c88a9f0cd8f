import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Block, ReportDocument, Span } from './report-document';
import { writeMarkdown } from './write-markdown';

const documentOf = (...blocks: readonly Block[]): ReportDocument => ({
  title: 'Report',
  language: 'en-GB',
  blocks,
  sheet: { columns: [], rows: [] },
});

/** What a reader of GitHub's Markdown sees. */
function read(document: ReportDocument) {
  const html = micromark(writeMarkdown(document), {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

const spansOf = (...spans: readonly [Span['kind'], string][]): readonly Span[] =>
  spans.map(([kind, text]) => ({ kind, text }));

const settled = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();

describe('the report as Markdown', () => {
  it('marks changes beside punctuation, where emphasis would not hold', () => {
    const document = read(
      documentOf({
        kind: 'tracked',
        lines: [
          {
            number: '2)',
            depth: 1,
            spans: spansOf(['plain', 'have'], ['deleted', ' had'], ['inserted', ', and that'], ['plain', '.']),
          },
        ],
      }),
    );
    const line = document.querySelector('blockquote p');
    expect(line?.querySelector('del')?.textContent).toBe(' had');
    expect(line?.querySelector('ins')?.textContent).toBe(', and that');
    expect(settled(line?.textContent)).toBe('2) have had, and that.');
  });

  it('keeps a table a table, whatever stands in its cells', () => {
    const cells = ['a|b', 'two\nlines', '`', '\\', '***', ''];
    const document = read(documentOf({ kind: 'table', caption: 'c', columns: cells, rows: [cells] }));
    expect([...document.querySelectorAll('td')].map((cell) => cell.innerHTML)).toEqual([
      'a|b',
      'two<br>lines',
      '`',
      '\\',
      '***',
      '',
    ]);
  });

  it('reads back as the text it was written from', () => {
    const character = fc.constantFrom(
      ...Array.from('abc 12.)(#+-=*_~`|<>[]{}!&;:/\\@"\'\n\t'),
      'www.',
      'http://',
      '&amp;',
      '    ',
    );
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 40 }), (text) => {
        const document = read(
          documentOf(
            { kind: 'heading', level: 2, text },
            { kind: 'paragraph', spans: spansOf(['plain', text]) },
            { kind: 'quotation', of: 'note', lines: [text] },
            { kind: 'list', items: [spansOf(['plain', text])] },
          ),
        );
        const shown = ['h2', 'body > p', 'blockquote', 'li'].map((selector) =>
          settled(document.querySelector(selector)?.textContent),
        );
        const missing = settled(text) === '' ? '' : settled(text);
        expect(shown).toEqual([missing, missing, missing, missing]);
        expect(document.querySelectorAll('a, code, pre, em, strong, hr, img, ol, table, input').length).toBe(0);
      }),
      { seed: 31, numRuns: 500 },
    );
  });
});
