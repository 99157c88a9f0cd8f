// The one way an expected failure travels: as a value that names itself. Bugs throw instead.

/** Either a value or a named failure. Failures carry the facts that a sentence on screen needs, never the sentence. */
export type Result<T, E extends { readonly kind: string }> = Success<T> | Failure<E>;

export type Success<T> = { readonly ok: true; readonly value: T };
export type Failure<E> = { readonly ok: false; readonly error: E };

export function succeed<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function fail<const E extends { readonly kind: string }>(error: E): Failure<E> {
  return { ok: false, error };
}
