// What a format's reader makes of a file's bytes, before anything is known of what kind of paper it is.

import type { PrintedLine } from './paper';
import type { SourceLine } from './text-line';

/** The paper's lines. Those of role `furniture` belong to the page and are shown as dropped. */
export type SourceReading = { readonly source: readonly SourceLine[]; readonly printedLines: readonly PrintedLine[] };

/** What the reading of a long paper tells on its way, and how it is stopped. */
export type ReadingOptions = {
  /** Called with how much is done of how much, in pages. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Looked at between pages: an AbortSignal, or anything that says as much. */
  readonly signal?: { readonly aborted: boolean };
};
