// A head: one version of the conference's papers, as a hash of their index. Signed by the publisher.

import * as v from 'valibot';
import type { TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import type { BundleFailure } from './bundle-failure';
import { conferenceIdPattern } from './conference-id';
import { sha256Pattern } from './hex';
import { moment } from './moment';
import { parseJsonSafely } from './parse-json-safely';
import { placeOf } from './root';

/** The major and minor version of the records that this code reads and writes. */
export const schemaVersion = { major: 1, minor: 1 } as const;

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(sha256Pattern));

const headSchema = v.object({
  v: v.literal(1),
  conf: v.pipe(v.string(), v.regex(conferenceIdPattern)),
  version: v.pipe(wholeNumber, v.minValue(1)),
  prev: v.nullable(sha256),
  rootVersion: v.pipe(wholeNumber, v.minValue(1)),
  schema: v.object({ major: wholeNumber, minor: wholeNumber }),
  publishedAt: moment,
  expires: moment,
  nextBy: v.exactOptional(moment),
  index: v.object({ h: sha256, size: wholeNumber, raw: wholeNumber }),
  counts: v.record(v.string(), wholeNumber),
  removed: v.object({ n: wholeNumber, mass: v.boolean() }),
  note: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
});

/** A head's payload, field by field as FORMAT.md has it. */
export type Head = v.InferOutput<typeof headSchema>;

const majorsSchema = v.object({ v: v.number(), schema: v.optional(v.object({ major: v.number() })) });

/** Reads a head's payload. S17 when its major version is newer than this code, S15 when it is not in shape. */
export function readHead(payload: Uint8Array, text: TextCodec): Result<Head, BundleFailure> {
  const part = { kind: 'head' } as const;
  const json = parseJsonSafely(payload, text);
  if (!json.ok) return fail({ kind: 'unreadable', code: 'S15', part, where: json.error.kind });
  const majors = v.safeParse(majorsSchema, json.value);
  if (majors.success) {
    const major = Math.max(majors.output.v, majors.output.schema?.major ?? 1);
    if (major > schemaVersion.major) return fail({ kind: 'newer-format', code: 'S17', major });
  }
  const shape = v.safeParse(headSchema, json.value);
  if (!shape.success) return fail({ kind: 'unreadable', code: 'S15', part, where: placeOf(shape.issues) });
  return succeed(shape.output);
}
