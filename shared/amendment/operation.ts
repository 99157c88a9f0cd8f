// An amendment as data: typed operations, each placed in the base text. All coordinates of one amendment are
// coordinates of that unamended text, so operations never shift each other and can be read in any order.

import type { ClauseId } from '../ids';
import type { Clause } from '../motion/clause';

/**
 * Ranges are UTF-16 code units in the clause's `text` (or in the title), `from` inclusive, `to` exclusive.
 * `removed` repeats the base text of the range: it makes an operation invertible and shows when the base is another.
 */
export type TextOperation =
  | { readonly kind: 'insert'; readonly clause: ClauseId; readonly at: number; readonly text: string }
  | {
      readonly kind: 'delete';
      readonly clause: ClauseId;
      readonly from: number;
      readonly to: number;
      readonly removed: string;
    }
  | {
      readonly kind: 'replace';
      readonly clause: ClauseId;
      readonly from: number;
      readonly to: number;
      readonly removed: string;
      readonly text: string;
    }
  /** New clauses after one of the base (`null`: before the first). Their ids are new to the motion. */
  | { readonly kind: 'add-clauses'; readonly after: ClauseId | null; readonly clauses: readonly Clause[] }
  /** Deletes one clause; `removed` is the whole of it, `after` the base clause before it (`null`: it was the first). */
  | {
      readonly kind: 'delete-clause';
      readonly clause: ClauseId;
      readonly removed: Clause;
      readonly after: ClauseId | null;
    }
  /** Moves one clause; `from` and `to` are the clauses it stood and is to stand after (`null`: at the start). */
  | {
      readonly kind: 'move-clause';
      readonly clause: ClauseId;
      readonly from: ClauseId | null;
      readonly to: ClauseId | null;
    }
  | {
      readonly kind: 'amend-title';
      readonly from: number;
      readonly to: number;
      readonly removed: string;
      readonly text: string;
    };
