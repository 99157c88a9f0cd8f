// What is trusted so far about one conference, as plain JSON to be kept: the newest root, and the newest head used.

import * as v from 'valibot';
import { fromBase64 } from '../base64';
import { conferenceId } from '../ids';
import { conferenceIdPattern } from './conference-id';
import { sha256Pattern } from './hex';

const version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const stateSchema = v.object({
  v: v.literal(1),
  conference: v.pipe(
    v.string(),
    v.regex(conferenceIdPattern),
    v.transform((text) => conferenceId(text)),
  ),
  /** The newest root that was accepted: its payload as base64. */
  root: v.object({
    version,
    payload: v.pipe(
      v.string(),
      v.check((text) => fromBase64(text) !== undefined, 'base64'),
    ),
  }),
  /** The newest head that was used: its version and the SHA-256 of its payload. Absent before the first. */
  head: v.exactOptional(v.object({ version, sha256: v.pipe(v.string(), v.regex(sha256Pattern)) })),
});

/**
 * Kept between readings, and replaced only by the state that a successful reading returns. Whoever can write it decides
 * what is believed, so it is kept where the delegate's own records are.
 */
export type TrustedState = Readonly<v.InferOutput<typeof stateSchema>>;

/** The state as it was kept; undefined when it is none. */
export function parseTrustedState(json: unknown): TrustedState | undefined {
  const shape = v.safeParse(stateSchema, json);
  return shape.success ? shape.output : undefined;
}
