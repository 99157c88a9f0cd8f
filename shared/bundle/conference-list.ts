// Which conferences are published at an address: a hint for someone who knows only the address, signed by nobody. What
// is found through it is not trusted until its words were compared.

import * as v from 'valibot';
import { conferenceId, type ConferenceId } from '../ids';
import type { TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import type { BundleFailure } from './bundle-failure';
import { conferenceIdPattern } from './conference-id';
import { jsonLimits, rootLimit } from './limits';
import { parseJsonSafely } from './parse-json-safely';

const listSchema = v.object({
  v: v.literal(1),
  conferences: v.pipe(
    v.array(
      v.object({
        id: v.pipe(
          v.string(),
          v.regex(conferenceIdPattern),
          v.transform((text) => conferenceId(text)),
        ),
        title: v.pipe(v.string(), v.maxLength(1024)),
      }),
    ),
    v.maxLength(200),
  ),
});

export type ListedConference = { readonly id: ConferenceId; readonly title: string };

/** The list at an address, `conferences.json`. S01 when it is none. */
export function readConferenceList(
  bytes: Uint8Array,
  text: TextCodec,
): Result<readonly ListedConference[], BundleFailure> {
  const json = parseJsonSafely(bytes, text, { ...jsonLimits, bytes: rootLimit });
  const shape = v.safeParse(listSchema, json.ok ? json.value : undefined);
  if (!shape.success) return fail({ kind: 'not-a-bundle', code: 'S01', part: { kind: 'file' } });
  return succeed(shape.output.conferences);
}

/** The bytes of the list, with `conference` in it once, under its newest title. */
export function writeConferenceList(
  before: readonly ListedConference[],
  conference: ListedConference,
  text: TextCodec,
): Uint8Array {
  const others = before.filter((each) => each.id !== conference.id);
  return text.encode(`${JSON.stringify({ v: 1, conferences: [...others, conference] }, null, 2)}\n`);
}
