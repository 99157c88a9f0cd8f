// What an office has put together for its next version, one entry a record: everything else stands as it was published.

import * as v from 'valibot';
import { conferenceIdPattern } from './conference-id';
import { recordIdPattern, sessionNamePattern } from './official-ids';
import { sessionFields } from './record-schemas';

const conferenceId = v.pipe(v.string(), v.regex(conferenceIdPattern));
/** What the record is called in the bundle. */
const record = v.pipe(v.string(), v.regex(recordIdPattern));
const paper = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const releaseEntrySchema = v.variant('kind', [
  /** A motion of this computer, as it is when the version is signed. */
  v.strictObject({ kind: v.literal('motion'), conferenceId, record, paper }),
  /** An amendment of this computer; its motion has to be in the version. */
  v.strictObject({ kind: v.literal('amendment'), conferenceId, record, paper }),
  /** Stays, marked as withdrawn. */
  v.strictObject({ kind: v.literal('withdrawn'), conferenceId, record }),
  /** Goes altogether: for errors. */
  v.strictObject({ kind: v.literal('removed'), conferenceId, record }),
  /** A session of the order of business, whole; the motions it names are records. */
  v.strictObject({
    kind: v.literal('session'),
    conferenceId,
    record: v.pipe(v.string(), v.regex(sessionNamePattern)),
    ...sessionFields,
  }),
  /** What delegates read about the version: “Supplementary Report 2”. */
  v.strictObject({
    kind: v.literal('note'),
    conferenceId,
    record: v.literal('note'),
    text: v.pipe(v.string(), v.maxLength(500)),
  }),
]);

export type ReleaseEntry = Readonly<v.InferOutput<typeof releaseEntrySchema>>;

/** The name of an entry among those of all conferences. */
export function releaseKey({ conferenceId: of, record: name }: Pick<ReleaseEntry, 'conferenceId' | 'record'>): string {
  return `${of}/${name}`;
}
