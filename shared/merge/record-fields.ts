// How the fields of each of the delegate's own records are merged when two of their computers changed them at once.

import type { JsonObject, JsonValue } from '../json';

/**
 * - `last`: the last change by Lamport time, then device
 * - `joined`: short remarks; all that were written at once, each on a line of its own
 * - `text`: what a delegate composes; the last stays, and every other is kept beside it as another version
 */
export type FieldRule = 'last' | 'joined' | 'text';

/** Properties that only make sense together are one field. */
export type Field = { readonly rule: FieldRule; readonly keys: readonly string[] };

export type RecordFamily = {
  readonly name: string;
  readonly fields: readonly Field[];
  /**
   * Whether the record has left the delegate's hands as it is: an amendment that was submitted stays what was submitted,
   * and what another computer changed meanwhile becomes a draft beside it.
   */
  readonly isSettled: (record: JsonObject) => boolean;
  /** Whether there is anything in its `text`: an empty one is not kept as another version. */
  readonly hasText: (record: JsonObject) => boolean;
  /** The record as another version of the one with the id `of`. Only families with a `text` are asked. */
  readonly asVersion: (record: JsonObject, id: string, of: string) => JsonObject;
};

const last = (...keys: readonly string[]): Field => ({ rule: 'last', keys });
const joined = (key: string): Field => ({ rule: 'joined', keys: [key] });
const text = (...keys: readonly string[]): Field => ({ rule: 'text', keys });

const plain = { isSettled: () => false, hasText: () => false, asVersion: (record: JsonObject) => record };

/** A version of a version is another version of the first record. */
const versionOf = (record: JsonObject, id: string, of: string): JsonObject => ({
  ...record,
  id,
  versionOf: record['versionOf'] ?? of,
});

const note: RecordFamily = {
  ...plain,
  name: 'note',
  fields: [text('body'), last('clause', 'quote', 'baseVersion'), last('motionId'), last('versionOf'), last('savedAt')],
  hasText: ({ body }) => typeof body === 'string' && body.trim() !== '',
  asVersion: versionOf,
};

const amendment: RecordFamily = {
  name: 'amendment',
  fields: [
    text('baseVersion', 'operations', 'instruction'),
    last('standing'),
    ...[
      'conferenceId',
      'motionId',
      'origin',
      'number',
      'submittedBy',
      'amends',
      'decision',
      'versionOf',
      'savedAt',
    ].map((key) => last(key)),
  ],
  isSettled: ({ standing }) => standing === 'submitted' || standing === 'withdrawn',
  hasText: ({ operations, instruction }) =>
    instruction !== undefined || (Array.isArray(operations) && operations.length > 0),
  // The number and the decision are those of the record that keeps its id.
  asVersion: ({ number: _number, decision: _decision, ...record }, id, of) =>
    versionOf({ ...record, standing: 'draft' }, id, of),
};

const mandate: RecordFamily = {
  ...plain,
  name: 'mandate',
  fields: [last('motionId'), last('position'), joined('remark')],
};

const decision: RecordFamily = {
  ...plain,
  name: 'decision',
  fields: [last('motionId'), last('key', 'asPrinted', 'parts'), joined('reason'), last('recordedAt')],
};

/** Links are a set in which adding wins over a removal that had not seen it. */
const link: RecordFamily = { ...plain, name: 'link', fields: [last('motionId', 'briefingId')] };

/** Named by their content: every writer writes the same but for the line numbers that a paper prints. */
const textVersion: RecordFamily = { ...plain, name: 'text', fields: [last('title', 'clauses'), last('lineNumbers')] };

const conference: RecordFamily = {
  ...plain,
  name: 'conference',
  fields: ['title', 'organisation', 'address', 'isOfficeKnown'].map((key) => last(key)),
};

const ofPaper = ['conferenceId', 'dropped', 'source'].map((key) => last(key));

/** A motion that was brought in. A text that was corrected otherwise stays among its text versions. */
const motion: RecordFamily = {
  ...plain,
  name: 'motion',
  fields: [
    ...ofPaper,
    ...['kind', 'origin', 'number', 'conference', 'date', 'decision', 'submittedBy', 'text'].map((key) => last(key)),
  ],
};

const briefing: RecordFamily = {
  ...plain,
  name: 'briefing',
  fields: [...ofPaper, ...['title', 'publisher', 'publishedAt', 'byline', 'clauses'].map((key) => last(key))],
};

/** The families of records that travel between a delegate's own devices, by the first half of an entry's kind. */
export const recordFamilies: ReadonlyMap<string, RecordFamily> = new Map(
  [note, amendment, mandate, decision, link, textVersion, conference, motion, briefing].map((family) => [
    family.name,
    family,
  ]),
);

/** The properties of `field` in `record`, absent ones left out. */
export function fieldOf(record: JsonObject, field: Field): JsonObject {
  return Object.fromEntries(
    field.keys.flatMap((key): [string, JsonValue][] => {
      const value = record[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Tells values of one field apart; equal texts are equal values. */
export function spell(field: JsonObject): string {
  return JSON.stringify(field);
}

/** Whether two records agree in a field. */
export function isSameField(before: JsonObject, after: JsonObject, field: Field): boolean {
  return field.keys.every(
    (key) => before[key] === after[key] || JSON.stringify(before[key]) === JSON.stringify(after[key]),
  );
}
