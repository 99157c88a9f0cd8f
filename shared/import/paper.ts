// What a reader makes of one file: the paper as understood, with every line of the source accounted for.

import type { UnnamedClause } from '../motion/clause';
import type { Decision } from '../motion/decision';

/** A run of source lines: 0-based, `from` inclusive, `to` exclusive. */
export type LineRange = { readonly from: number; readonly to: number };

export type ReadClause = UnnamedClause & { readonly lines: LineRange };

/** A source line that is neither field nor clause, and is shown so that it can be taken back. */
export type DroppedLine = { readonly text: string; readonly line: number };

/** The words that one printed line number stands beside: which source line they are in, and as printed. */
export type PrintedLine = { readonly number: number; readonly line: number; readonly text: string };

/** A field with the lines it was read from; absent lines mean it came from the file's name. */
export type ReadField<T> = { readonly value: T; readonly lines?: LineRange };

export type PaperWarning =
  | { readonly kind: 'damaged-characters'; readonly count: number }
  | { readonly kind: 'uncertain-kind' }
  | { readonly kind: 'uncertain-list'; readonly lines: LineRange }
  | { readonly kind: 'cut-short' }
  /** The line numbers down the side of the source, first and last, which are no part of any clause's text. */
  | { readonly kind: 'line-numbers-removed'; readonly from: number; readonly to: number }
  | { readonly kind: 'refers-to-own-items'; readonly reference: string };

type CommonParts = {
  /** The file's name as given, for the preview and for a title of last resort. */
  readonly file: string;
  /** The source as lines (line ends removed), which all ranges point into. */
  readonly source: readonly string[];
  readonly dropped: readonly DroppedLine[];
  readonly warnings: readonly PaperWarning[];
};

export type ReadMotion = CommonParts & {
  readonly kind: 'motion' | 'composite' | 'rule-amendment' | 'amendment';
  readonly number?: ReadField<string>;
  readonly title?: ReadField<string>;
  readonly conference?: ReadField<string>;
  /** ISO 8601 calendar date. */
  readonly date?: ReadField<string>;
  readonly decision?: ReadField<Decision>;
  readonly submittedBy: readonly ReadField<string>[];
  readonly clauses: readonly ReadClause[];
  /** Of an amendment: the number or title of the motion it amends, and its instruction as printed. */
  readonly amends?: ReadField<string>;
  readonly instruction?: ReadField<string>;
  /** Where the source numbers its lines: those of the clauses, in order. `lineNumbersOf` finds them in the text. */
  readonly printedLines?: readonly PrintedLine[];
};

export type ReadArticle = CommonParts & {
  readonly kind: 'article';
  readonly title?: ReadField<string>;
  readonly publisher?: ReadField<string>;
  readonly publishedAt?: ReadField<string>;
  readonly byline?: ReadField<string>;
  readonly clauses: readonly ReadClause[];
};

export type ReadAgenda = CommonParts & {
  readonly kind: 'agenda';
  readonly title?: ReadField<string>;
  readonly conference?: ReadField<string>;
  readonly papers: readonly ReadMotion[];
};

export type DecisionRow = {
  readonly number?: string;
  readonly title?: string;
  readonly decision?: Decision;
  readonly position?: string;
  readonly lines: LineRange;
};

export type ReadDecisions = CommonParts & {
  readonly kind: 'decisions';
  readonly title?: ReadField<string>;
  readonly conference?: ReadField<string>;
  readonly rows: readonly DecisionRow[];
};

/** Text that is none of the above: kept as plain clauses for the delegate to say what it is. */
export type ReadUnknown = CommonParts & {
  readonly kind: 'unknown';
  readonly title?: ReadField<string>;
  readonly clauses: readonly ReadClause[];
};

export type ReadPaper = ReadMotion | ReadArticle | ReadAgenda | ReadDecisions | ReadUnknown;

/** Why a file is refused. `not-found` is the command line's; the readers return the others. */
export type PaperFailure =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'binary' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'damaged' }
  /** The delegate stopped the reading. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unsupported'; readonly format: string };

/** The largest paper that is read, in bytes. */
export const paperLimit = 32 * 1024 * 1024;
