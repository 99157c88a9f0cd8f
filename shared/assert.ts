// What must be true if the program has no bug. A broken assertion throws; it is never an answer to bad input.

/** Throws unless `condition` holds. `claim` states what should have been true. */
export function assert(condition: boolean, claim: string): asserts condition {
  if (!condition) throw new Error(`This should have been true: ${claim}`);
}

/** For the branch that an exhaustive switch cannot reach. */
export function unreachable(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}

/** The value, which the caller knows is there. `claim` says why it must be. */
export function present<T>(value: T | undefined | null, claim: string): T {
  if (value === undefined || value === null) throw new Error(`This should have been there: ${claim}`);
  return value;
}
