// A report without a format: headings, paragraphs, lists, tables, wording and tracked text as data. Every writer and
// the screen draw the same document, so paper and screen cannot disagree. Text here is plain text, never markup.

/** A run of text. `inserted` and `deleted` must read in black and white in every format. */
export type Span = {
  readonly kind: 'plain' | 'strong' | 'inserted' | 'deleted';
  readonly text: string;
};

/** A line of tracked text: a clause of the motion with the marks of an amendment in it. */
export type TrackedLine = {
  /** The marker as printed or renewed: `2)`. */
  readonly number?: string;
  /** 0 outside lists, 1 in a list, 2 in a list inside an item. */
  readonly depth: number;
  readonly spans: readonly Span[];
};

export type Fact = { readonly term: string; readonly spans: readonly Span[] };

export type Block =
  /** Level 1 is the document's title, which is not a block. */
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4 | 5; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** `caption` says what the table is; the first cell of a row names the row. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Words quoted as they stand: the formal wording of an amendment, a note. One string a line. */
  | { readonly kind: 'quotation'; readonly of: 'wording' | 'note'; readonly lines: readonly string[] }
  | { readonly kind: 'tracked'; readonly lines: readonly TrackedLine[] };

/** The same facts as one flat table, one row a motion: what a spreadsheet takes. */
export type Sheet = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export type ReportDocument = {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly sheet: Sheet;
};

export const plain = (text: string): Span => ({ kind: 'plain', text });
export const strong = (text: string): Span => ({ kind: 'strong', text });

/** The one sentence that explains the marks, in formats that draw them as type. */
export const marksExplained = 'Words to be deleted are struck through; words to be inserted are underlined and bold.';

/** Whether the document shows changes marked, so that the marks have to be explained. */
export function showsTrackedText(document: ReportDocument): boolean {
  return document.blocks.some((block) => block.kind === 'tracked');
}
