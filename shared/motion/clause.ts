// A motion's text as numbered units with ids that survive every edit and every new version of the paper.

import type { ClauseId } from '../ids';

/**
 * - `paragraph`: running text, also the continuation of an item (then with the item's depth)
 * - `lead-in`: whatever introduces a list, with or without a colon
 * - `item`: an entry of a list; under a lead-in that instructs, an action point
 */
export type ClauseKind = 'paragraph' | 'lead-in' | 'item' | 'heading' | 'quotation';

export type Clause = {
  /** Unique within the motion; given once and carried from version to version. */
  readonly id: ClauseId;
  readonly kind: ClauseKind;
  /** The marker as printed, trimmed: `1)`, `a.`, `i)`, `•`. Absent where none is printed. */
  readonly number?: string;
  /** 0 outside lists, 1 in a list, 2 in a list inside an item. */
  readonly depth: number;
  /** Plain text without the marker, wrapped lines joined, never markup. */
  readonly text: string;
};

/** A clause before it has been given an id: what the readers of papers produce. */
export type UnnamedClause = Omit<Clause, 'id'>;
