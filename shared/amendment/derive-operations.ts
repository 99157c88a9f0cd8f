// Turns a freely edited text into an amendment: the fewest readable operations on the base that give it.

import type { ClauseId } from '../ids';
import { clauseId } from '../ids';
import type { Clause } from '../motion/clause';
import { fingerprint } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import type { TextOperation } from './operation';
import { pairClauses } from './pair-clauses';
import type { Pairing } from './pair-clauses';
import { textEdits } from './word-diff';

/** An edited text; its `id`, if it has one, plays no part. */
export type EditedText = { readonly title: string; readonly clauses: readonly Clause[] };

/**
 * The operations that turn `base` into `edited`, in the order of the text. Given clauses alone, the title stays.
 * A clause paired with one of the base keeps the base's id and kind; a new clause keeps the id it came with, unless the
 * base has it. Printed numbers are display and no change.
 */
export function deriveOperations(base: TextVersion, edited: EditedText | readonly Clause[]): readonly TextOperation[] {
  const target: EditedText = 'clauses' in edited ? edited : { title: base.title, clauses: edited };
  const pairs = pairClauses(base.clauses, target.clauses);
  const staying = longestRise(pairs);
  const attached = attachments(base, target.clauses, pairs, staying);
  const editedOf = new Map(pairs.flatMap((index, place) => (index === undefined ? [] : [[index, place] as const])));
  const operations: TextOperation[] = [...titleOperations(base.title, target.title), ...(attached.get(-1) ?? [])];
  base.clauses.forEach((clause, index) => {
    const place = editedOf.get(index);
    const after = place === undefined ? undefined : target.clauses[place];
    if (after === undefined) {
      operations.push({ kind: 'delete-clause', clause: clause.id, removed: clause, after: idBefore(base, index) });
    } else {
      operations.push(...clauseOperations(clause, after.text));
    }
    operations.push(...(attached.get(index) ?? []));
  });
  return operations;
}

/** The edits of one clause to `text`, as operations. */
export function clauseOperations(clause: Clause, text: string): readonly TextOperation[] {
  return textEdits(clause.text, text).map((edit) => {
    if (edit.from === edit.to) return { kind: 'insert', clause: clause.id, at: edit.from, text: edit.text };
    const removed = clause.text.slice(edit.from, edit.to);
    if (edit.text === '') return { kind: 'delete', clause: clause.id, from: edit.from, to: edit.to, removed };
    return { kind: 'replace', clause: clause.id, from: edit.from, to: edit.to, removed, text: edit.text };
  });
}

/** The edits of the title, as operations. */
export function titleOperations(before: string, after: string): readonly TextOperation[] {
  return textEdits(before, after).map((edit) => ({
    kind: 'amend-title',
    from: edit.from,
    to: edit.to,
    removed: before.slice(edit.from, edit.to),
    text: edit.text,
  }));
}

function idBefore(base: TextVersion, index: number): ClauseId | null {
  return base.clauses[index - 1]?.id ?? null;
}

/** What is to stand after each base clause (−1: before the first) that did not stand there: new and moved clauses. */
function attachments(
  base: TextVersion,
  edited: readonly Clause[],
  pairs: Pairing,
  staying: ReadonlySet<number>,
): ReadonlyMap<number, readonly TextOperation[]> {
  const taken = new Set(base.clauses.map((clause) => clause.id));
  const attached = new Map<number, TextOperation[]>();
  let anchor = -1;
  edited.forEach((clause, place) => {
    const index = pairs[place];
    if (index !== undefined && staying.has(place)) {
      anchor = index;
      return;
    }
    const here = attached.get(anchor) ?? [];
    attached.set(anchor, here);
    const after = base.clauses[anchor]?.id ?? null;
    const original = index === undefined ? undefined : base.clauses[index];
    if (original !== undefined && index !== undefined) {
      here.push({ kind: 'move-clause', clause: original.id, from: idBefore(base, index), to: after });
      return;
    }
    const added = taken.has(clause.id) ? { ...clause, id: freshId(clause.id, taken) } : clause;
    taken.add(added.id);
    const last = here.at(-1);
    if (last?.kind === 'add-clauses') here[here.length - 1] = { ...last, clauses: [...last.clauses, added] };
    else here.push({ kind: 'add-clauses', after, clauses: [added] });
  });
  return attached;
}

function freshId(id: ClauseId, taken: ReadonlySet<ClauseId>): ClauseId {
  for (let turn = 1; ; turn += 1) {
    const fresh = clauseId(`n${fingerprint(`${id} ${turn}`)}`);
    if (!taken.has(fresh)) return fresh;
  }
}

/** The places of a longest run of paired clauses that kept their order: the others have moved. */
function longestRise(pairs: Pairing): ReadonlySet<number> {
  const ends: number[] = [];
  const previous = new Map<number, number>();
  pairs.forEach((index, place) => {
    if (index === undefined) return;
    let length = ends.length;
    while (length > 0 && (pairs[ends[length - 1] ?? -1] ?? -1) > index) length -= 1;
    const before = ends[length - 1];
    if (before !== undefined) previous.set(place, before);
    ends[length] = place;
  });
  const rise = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = previous.get(place)) rise.add(place);
  return rise;
}
