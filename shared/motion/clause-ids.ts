// Ids for the clauses of a motion: unique in it, the same on every computer that reads the same paper, and carried from
// one version of the text to the next by pairing clauses that say nearly the same.

import type { ClauseId } from '../ids';
import { clauseId } from '../ids';
import type { Clause, UnnamedClause } from './clause';
import { fingerprint } from './fingerprint';

/** How alike two clauses must be to be one clause in two versions: Dice's coefficient of their word pairs. */
const leastLikeness = 0.5;

/** How far from its old place a changed clause is looked for, so that the time stays linear in the number of clauses. */
const reach = 40;

/**
 * Gives every clause an id. With a `previous` version, equal texts keep their ids first, in order; then a changed clause
 * takes the id of the most alike clause near its place that is still free. New clauses get an id made from their place
 * and words (`c` and 12 hex digits), never one that `previous` has used.
 */
export function assignClauseIds(
  clauses: readonly UnnamedClause[],
  previous: readonly Clause[] = [],
): readonly Clause[] {
  const carried = carryIds(clauses, previous);
  const used = new Set<ClauseId>(previous.map((clause) => clause.id));
  return clauses.map((clause, index) => {
    const id = carried.get(index) ?? newClauseId(clause, index, used);
    used.add(id);
    return named(clause, id);
  });
}

/** Index of the clause → id it had before. */
function carryIds(clauses: readonly UnnamedClause[], previous: readonly Clause[]): ReadonlyMap<number, ClauseId> {
  const carried = new Map<number, ClauseId>();
  const free = new Set(previous.keys());
  const placesOfText = new Map<string, number[]>();
  for (const [place, { text }] of previous.entries()) {
    const places = placesOfText.get(text);
    if (places === undefined) placesOfText.set(text, [place]);
    else places.push(place);
  }
  for (const [index, { text }] of clauses.entries()) {
    const place = placesOfText.get(text)?.shift();
    const same = place === undefined ? undefined : previous[place];
    if (place === undefined || same === undefined) continue;
    carried.set(index, same.id);
    free.delete(place);
  }
  for (const [index, clause] of clauses.entries()) {
    if (carried.has(index)) continue;
    const place = mostAlike(clause, index, previous, free);
    const before = place === undefined ? undefined : previous[place];
    if (place === undefined || before === undefined) continue;
    carried.set(index, before.id);
    free.delete(place);
  }
  return carried;
}

function mostAlike(
  clause: UnnamedClause,
  index: number,
  previous: readonly Clause[],
  free: ReadonlySet<number>,
): number | undefined {
  let best: number | undefined;
  let bestLikeness = leastLikeness;
  for (let place = Math.max(0, index - reach); place < Math.min(previous.length, index + reach); place += 1) {
    const other = previous[place];
    if (other === undefined || !free.has(place)) continue;
    const likeness = likenessOf(clause.text, other.text);
    const isNearer = best === undefined || Math.abs(place - index) < Math.abs(best - index);
    if (likeness > bestLikeness || (likeness === bestLikeness && isNearer)) {
      best = place;
      bestLikeness = likeness;
    }
  }
  return best;
}

/** Dice's coefficient (1945) of two texts' pairs of neighbouring words, 0 to 1. */
function likenessOf(before: string, after: string): number {
  const pairsBefore = wordPairs(before);
  const pairsAfter = wordPairs(after);
  let common = 0;
  for (const pair of pairsAfter) if (pairsBefore.has(pair)) common += 1;
  return pairsBefore.size + pairsAfter.size === 0 ? 0 : (2 * common) / (pairsBefore.size + pairsAfter.size);
}

function wordPairs(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((word, index) => `${words[index - 1] ?? ''} ${word}`));
}

function newClauseId(clause: UnnamedClause, index: number, used: ReadonlySet<ClauseId>): ClauseId {
  for (let attempt = 0; ; attempt += 1) {
    const id = clauseId(`c${fingerprint(JSON.stringify([index, attempt, clause.kind, clause.text])).slice(0, 12)}`);
    if (!used.has(id)) return id;
  }
}

/** The clause with its id and nothing besides: what a reader added (its source lines) stays behind. */
function named({ kind, number, depth, text }: UnnamedClause, id: ClauseId): Clause {
  return number === undefined ? { id, kind, depth, text } : { id, kind, number, depth, text };
}
