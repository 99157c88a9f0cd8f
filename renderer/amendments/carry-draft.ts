// Carries a draft over to a newer text of its motion: as much of it as fits, and the rest named with its words.

import type { TextOperation } from '../../shared/amendment/operation';
import { rebaseOperations } from '../../shared/amendment/rebase-operations';
import type { RebaseConflict } from '../../shared/amendment/rebase-operations';
import type { TextVersion } from '../../shared/motion/motion';
import { quoted } from './clash-words';

/** A change that the new text leaves no room for. */
export type LostChange = {
  readonly operation: TextOperation;
  readonly conflict: RebaseConflict['kind'];
  /** What the delegate had written, whole; empty for a deletion or a move. */
  readonly written: string;
};

export type CarriedDraft = { readonly operations: readonly TextOperation[]; readonly lost: readonly LostChange[] };

/** What carrying the draft over left behind, and the text it was written on. */
export type NotCarried = { readonly changes: readonly LostChange[]; readonly base: TextVersion };

/** Carries what can be carried; each change that stands in the way is left out, and listed in the order of the text. */
export function carryDraft(
  operations: readonly TextOperation[],
  base: TextVersion,
  changed: TextVersion,
): CarriedDraft {
  const lost: LostChange[] = [];
  let rest = operations;
  for (;;) {
    const carried = rebaseOperations(rest, base, changed);
    if (carried.ok) return { operations: carried.value, lost };
    const operation = rest[carried.error.operation];
    if (operation === undefined) throw new Error('A conflict names an operation that is not there');
    lost.push({ operation, conflict: carried.error.kind, written: writtenBy(operation) });
    rest = rest.filter((other) => other !== operation);
  }
}

/** Why a change could not be carried over, in a sentence. */
export function lostWords({ operation, conflict }: LostChange, base: TextVersion): string {
  const place = placeOf(operation, base);
  switch (conflict) {
    case 'clause-deleted':
      return `${place} is no longer in the new text.`;
    case 'clause-changed':
      return `You delete ${lowerFirst(place)}, which the new text words or places differently.`;
    case 'text-overlaps':
      return `In ${lowerFirst(place)}, the new text changes the same words.`;
    case 'same-place':
      return `The new text puts something else in the same place: ${lowerFirst(place)}.`;
    case 'moved-twice':
      return `${place} stands somewhere else in the new text.`;
  }
}

function placeOf(operation: TextOperation, base: TextVersion): string {
  if (operation.kind === 'amend-title') return 'The title';
  const id = operation.kind === 'add-clauses' ? operation.after : operation.clause;
  if (id === null) return 'The beginning of the motion';
  const index = base.clauses.findIndex((clause) => clause.id === id);
  const clause = base.clauses[index];
  const name = `Clause ${index + 1}${clause === undefined ? '' : `, ${quoted(clause.text)}`}`;
  return operation.kind === 'add-clauses' ? `After ${lowerFirst(name)}` : name;
}

function lowerFirst(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

function writtenBy(operation: TextOperation): string {
  switch (operation.kind) {
    case 'insert':
    case 'replace':
    case 'amend-title':
      return operation.text.trim();
    case 'add-clauses':
      return operation.clauses.map((clause) => clause.text).join('\n');
    case 'delete':
    case 'delete-clause':
    case 'move-clause':
      return '';
  }
}
