// What a draft was before each change, for undo and redo: one history for title and clauses, however they are edited.

import type { DraftState, DraftText } from './draft-text';

export type DraftHistory = {
  readonly past: readonly DraftState[];
  readonly present: DraftState;
  readonly future: readonly DraftState[];
  /** Rises with every change that did not come from the editor itself, which then has to be shown the text anew. */
  readonly revision: number;
  /** Where the last change was made and when; absent after a change that nothing is to be joined to. */
  readonly last?: { readonly place: string; readonly at: number };
};

/** Milliseconds within which further typing in the same place belongs to the same step. */
const pause = 600;
/** Steps that are kept. */
const most = 500;

export function beginHistory(present: DraftState): DraftHistory {
  return { past: [], present, future: [], revision: 0 };
}

/**
 * The history after the delegate changed the text to `next` at the moment `at` (milliseconds). Typing on in one place is
 * one step. The same history when the text is the same.
 */
export function typed(history: DraftHistory, next: DraftState, at: number): DraftHistory {
  const place = placeOfChange(history.present, next);
  if (place === undefined) return history;
  const { last, past, present, revision } = history;
  const joins = last !== undefined && place !== 'clauses' && last.place === place && at - last.at < pause;
  const kept = joins ? past : [...past, present].slice(-most);
  return { past: kept, present: next, future: [], revision, last: { place, at } };
}

/** The history after a change made for the delegate as a whole, which the editor has to be shown. */
export function changed(history: DraftHistory, next: DraftState): DraftHistory {
  if (placeOfChange(history.present, next) === undefined) return history;
  const past = [...history.past, history.present].slice(-most);
  return { past, present: next, future: [], revision: history.revision + 1 };
}

/** One step back; the same history where there is none. */
export function undone(history: DraftHistory): DraftHistory {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    revision: history.revision + 1,
  };
}

/** One step forward again; the same history where there is none. */
export function redone(history: DraftHistory): DraftHistory {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, revision: history.revision + 1 };
}

/** `title`, the id of the one clause reworded, `clauses` for anything more; undefined where nothing differs. */
function placeOfChange(before: DraftText, after: DraftText): string | undefined {
  const isRetitled = before.title !== after.title;
  if (before.clauses === after.clauses) return isRetitled ? 'title' : undefined;
  if (before.clauses.length !== after.clauses.length) return 'clauses';
  const differing = after.clauses.filter((clause, index) => {
    const was = before.clauses[index];
    return was?.id !== clause.id || was.text !== clause.text || was.depth !== clause.depth || was.kind !== clause.kind;
  });
  if (differing.length === 0) return isRetitled ? 'title' : undefined;
  const [only, ...others] = differing;
  const was = before.clauses.find((clause) => clause.id === only?.id);
  const isReworded = was?.depth === only?.depth && was?.kind === only?.kind;
  return only !== undefined && was !== undefined && others.length === 0 && isReworded && !isRetitled
    ? only.id
    : 'clauses';
}
