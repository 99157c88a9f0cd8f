// The shapes of the records that this version understands: known fields strictly, unknown fields let be.

import * as v from 'valibot';
import { clauseId } from '../ids';
import { decisionKeys } from '../motion/decision';
import { deviceKeyPattern } from './device-id';
import { sha256Pattern } from './hex';
import { recordIdPattern, sessionNamePattern } from './official-ids';

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.regex(recordIdPattern));
const heading = v.pipe(v.string(), v.maxLength(1024));
const clauseName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(100),
  v.transform((text) => clauseId(text)),
);

/** What every record has, whatever its kind. */
export const frameSchema = v.object({
  id: name,
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/)),
  rev: v.pipe(wholeNumber, v.minValue(1)),
  status: v.pipe(v.string(), v.maxLength(40)),
});

const status = v.picklist(['published', 'withdrawn']);

const decision = v.object({
  key: v.picklist(decisionKeys),
  asPrinted: v.exactOptional(heading),
  reason: v.exactOptional(heading),
  parts: v.exactOptional(
    v.array(
      v.object({
        from: clauseName,
        to: clauseName,
        key: v.exactOptional(v.picklist(decisionKeys)),
        name: v.exactOptional(heading),
      }),
    ),
  ),
});

const clause = v.object({
  id: clauseName,
  kind: v.picklist(['paragraph', 'lead-in', 'item', 'heading', 'quotation']),
  number: v.exactOptional(v.pipe(v.string(), v.maxLength(40))),
  depth: v.pipe(wholeNumber, v.maxValue(9)),
  text: v.string(),
});

const after = v.nullable(clauseName);

const operation = v.variant('kind', [
  v.object({ kind: v.literal('insert'), clause: clauseName, at: wholeNumber, text: v.string() }),
  v.object({ kind: v.literal('delete'), clause: clauseName, from: wholeNumber, to: wholeNumber, removed: v.string() }),
  v.object({
    kind: v.literal('replace'),
    clause: clauseName,
    from: wholeNumber,
    to: wholeNumber,
    removed: v.string(),
    text: v.string(),
  }),
  v.object({ kind: v.literal('add-clauses'), after, clauses: v.array(clause) }),
  v.object({ kind: v.literal('delete-clause'), clause: clauseName, removed: clause, after }),
  v.object({ kind: v.literal('move-clause'), clause: clauseName, from: after, to: after }),
  v.object({
    kind: v.literal('amend-title'),
    from: wholeNumber,
    to: wholeNumber,
    removed: v.string(),
    text: v.string(),
  }),
]);

export const conferenceSchema = v.object({
  kind: v.literal('conference'),
  status,
  title: heading,
  organisation: v.exactOptional(heading),
});

const lineNumber = v.object({ number: wholeNumber, clause: clauseName, from: wholeNumber, to: wholeNumber });

export const motionSchema = v.object({
  id: name,
  kind: v.picklist(['motion', 'composite', 'rule-amendment']),
  status,
  number: v.exactOptional(heading),
  conference: v.exactOptional(heading),
  date: v.exactOptional(v.pipe(v.string(), v.isoDate())),
  decision: v.exactOptional(decision),
  submittedBy: v.array(heading),
  title: heading,
  clauses: v.array(clause),
  /** The words beside each line number that the paper prints, in the order of the text. */
  lineNumbers: v.exactOptional(v.array(lineNumber)),
});

/** What is taken in a session: `motion` is a record's id. */
export const businessItemSchema = v.variant('kind', [
  v.object({ kind: v.literal('motion'), motion: name }),
  v.object({ kind: v.literal('line'), words: heading }),
]);

const sessionName = v.pipe(v.string(), v.regex(sessionNamePattern));
const place = v.pipe(wholeNumber, v.minValue(1));

/** What a session says, and so what the office puts together for it. */
export const sessionFields = {
  place,
  title: heading,
  time: v.exactOptional(heading),
  items: v.array(businessItemSchema),
};

export const sessionSchema = v.object({
  id: sessionName,
  kind: v.literal('session'),
  status: v.literal('published'),
  ...sessionFields,
});

export const amendmentSchema = v.object({
  id: name,
  kind: v.literal('amendment'),
  status,
  motionId: name,
  number: v.exactOptional(heading),
  submittedBy: v.array(heading),
  /** The record of the amendment that this one amends. */
  amends: v.exactOptional(name),
  baseVersion: v.pipe(v.string(), v.regex(/^t[0-9a-f]{16}$/)),
  operations: v.array(operation),
  instruction: v.exactOptional(v.string()),
  decision: v.exactOptional(decision),
});

const device = v.pipe(v.string(), v.regex(deviceKeyPattern));

export const rosterSchema = v.object({
  ...frameSchema.entries,
  kind: v.literal('roster'),
  /** `withdrawn`: nothing that this device signs from now on counts. */
  status: v.picklist(['published', 'withdrawn']),
  device,
  /** The device's public key, base64url. */
  x: v.pipe(v.string(), v.regex(deviceKeyPattern)),
  name: heading,
  delegation: v.exactOptional(heading),
});

export const receiptSchema = v.object({
  ...frameSchema.entries,
  kind: v.literal('receipt'),
  status: v.literal('published'),
  device,
  /** The submission's id, and the hash of the operation that made it. */
  submission: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  op: v.pipe(v.string(), v.regex(sha256Pattern)),
  outcome: v.picklist(['received', 'accepted', 'refused', 'withdrawn']),
  /** The record of the amendment that it became. */
  amendment: v.exactOptional(heading),
  reason: v.exactOptional(heading),
});

const motionFields = fieldsOf(motionSchema);

/** The kinds this version writes, and the fields it writes in each; any other is a newer version's, and kept. */
export const knownFields: Readonly<Record<string, ReadonlySet<string>>> = {
  conference: fieldsOf(conferenceSchema),
  motion: motionFields,
  composite: motionFields,
  'rule-amendment': motionFields,
  amendment: fieldsOf(amendmentSchema),
  session: fieldsOf(sessionSchema),
  roster: fieldsOf(rosterSchema),
  receipt: fieldsOf(receiptSchema),
};

function fieldsOf(schema: { readonly entries: object }): ReadonlySet<string> {
  return new Set([...Object.keys(frameSchema.entries), ...Object.keys(schema.entries)]);
}
