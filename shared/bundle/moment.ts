// Moments as bundles write them. They are for people and for soft warnings; order comes from version numbers.

import * as v from 'valibot';

/** RFC 3339 in UTC, to the second or finer: `2027-05-02T18:10:00Z`. */
export const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'a moment that exists'),
);

/** Epoch milliseconds of a moment. */
export function millisecondsOf(momentText: string): number {
  return Date.parse(momentText);
}

/** The moment of epoch milliseconds, to the second. */
export function momentOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
