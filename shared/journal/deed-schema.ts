// The shape of every deed this version knows, strict: what does not fit is left in the journal for a newer version.

import * as v from 'valibot';
import { commentEditSchema, commentSchema, positionSchema } from '../bundle/delegation-words';
import { conferenceIdPattern } from '../bundle/conference-id';
import { deviceKeyPattern } from '../bundle/device-id';
import { isOfficialId } from '../bundle/official-ids';
import { releaseEntrySchema } from '../bundle/release-entry';
import { isLogOperation, type LogOperation } from '../bundle/segment';
import { submissionSchema } from '../bundle/submission';
import { knownLogSchema } from '../bundle/verify-device-log';
import { amendmentId, briefingId, clauseId, conferenceId, mandateId, motionId, noteId, textVersionId } from '../ids';
import { decisionKeys } from '../motion/decision';

const text = v.string();
const texts = v.array(text);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(text, v.minLength(1), v.maxLength(200));

const amendment = v.pipe(name, v.transform(amendmentId));
const briefing = v.pipe(name, v.transform(briefingId));
const clause = v.pipe(name, v.transform(clauseId));
const conference = v.pipe(name, v.transform(conferenceId));
const mandate = v.pipe(name, v.transform(mandateId));
const motion = v.pipe(name, v.transform(motionId));
const note = v.pipe(name, v.transform(noteId));
const textVersion = v.pipe(name, v.transform(textVersionId));

const source = v.strictObject({ name: text, sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)) });
/** What this journal holds is the delegate's; the office's papers come by signed bundle alone. */
const origin = v.literal('delegate');

const clauseSchema = v.strictObject({
  id: clause,
  kind: v.picklist(['paragraph', 'lead-in', 'item', 'heading', 'quotation']),
  number: v.exactOptional(text),
  depth: count,
  text,
});

const decisionEntries = {
  key: v.picklist(decisionKeys),
  asPrinted: v.exactOptional(text),
  reason: v.exactOptional(text),
  parts: v.exactOptional(
    v.array(
      v.strictObject({
        from: clause,
        to: clause,
        key: v.exactOptional(v.picklist(decisionKeys)),
        name: v.exactOptional(text),
      }),
    ),
  ),
};

const conferenceSchema = v.strictObject({
  id: conference,
  title: text,
  organisation: v.exactOptional(text),
  address: v.exactOptional(text),
  isOfficeKnown: v.exactOptional(v.literal(true)),
});

const textVersionSchema = v.strictObject({
  id: textVersion,
  title: text,
  clauses: v.array(clauseSchema),
  lineNumbers: v.exactOptional(v.array(v.strictObject({ number: count, clause, from: count, to: count }))),
});

const motionSchema = v.strictObject({
  id: motion,
  conferenceId: conference,
  kind: v.picklist(['motion', 'composite', 'rule-amendment']),
  origin,
  number: v.exactOptional(text),
  conference: v.exactOptional(text),
  date: v.exactOptional(text),
  decision: v.exactOptional(v.strictObject(decisionEntries)),
  submittedBy: texts,
  text: textVersionSchema,
  dropped: texts,
  source: v.exactOptional(source),
});

const briefingSchema = v.strictObject({
  id: briefing,
  conferenceId: conference,
  title: text,
  publisher: v.exactOptional(text),
  publishedAt: v.exactOptional(text),
  byline: v.exactOptional(text),
  clauses: v.array(clauseSchema),
  dropped: texts,
  source: v.exactOptional(source),
});

const range = { from: count, to: count, removed: text };
const operationSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('insert'), clause, at: count, text }),
  v.strictObject({ kind: v.literal('delete'), clause, ...range }),
  v.strictObject({ kind: v.literal('replace'), clause, ...range, text }),
  v.strictObject({ kind: v.literal('add-clauses'), after: v.nullable(clause), clauses: v.array(clauseSchema) }),
  v.strictObject({ kind: v.literal('delete-clause'), clause, removed: clauseSchema, after: v.nullable(clause) }),
  v.strictObject({ kind: v.literal('move-clause'), clause, from: v.nullable(clause), to: v.nullable(clause) }),
  v.strictObject({ kind: v.literal('amend-title'), ...range, text }),
]);

const amendmentSchema = v.strictObject({
  id: amendment,
  conferenceId: conference,
  motionId: motion,
  origin,
  standing: v.picklist(['draft', 'ready', 'submitted', 'withdrawn', 'published']),
  number: v.exactOptional(text),
  submittedBy: texts,
  amends: v.exactOptional(amendment),
  baseVersion: textVersion,
  operations: v.array(operationSchema),
  instruction: v.exactOptional(text),
  decision: v.exactOptional(v.strictObject(decisionEntries)),
  versionOf: v.exactOptional(amendment),
  savedAt: v.exactOptional(v.number()),
});

const noteSchema = v.strictObject({
  id: note,
  motionId: motion,
  clause: v.exactOptional(v.strictObject({ id: clause, text })),
  quote: v.exactOptional(v.strictObject({ from: count, to: count, quotation: text, before: text, after: text })),
  baseVersion: textVersion,
  body: text,
  versionOf: v.exactOptional(note),
  savedAt: v.number(),
});

const mandateSchema = v.strictObject({
  id: mandate,
  motionId: motion,
  position: v.picklist(['support', 'support-as-amended', 'oppose', 'remit', 'listen-and-decide', 'leave-to-delegates']),
  remark: v.exactOptional(text),
});

const decisionSchema = v.strictObject({ ...decisionEntries, motionId: name, recordedAt: v.number() });
const linkSchema = v.strictObject({ motionId: name, briefingId: name });
const appliedSchema = v.strictObject({ version: count, head: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)) });

const official = v.pipe(text, v.regex(conferenceIdPattern));
const deviceKey = v.pipe(text, v.regex(deviceKeyPattern));
const deliverySchema = v.strictObject({
  conferenceId: official,
  stream: v.picklist(['office', 'team']),
  device: deviceKey,
  seq: count,
  objects: v.array(v.pipe(text, v.regex(/^[0-9a-f]{64}$/))),
  lamport: count,
});
const unsaidSchema = v.strictObject({ motionId: name, body: text, amendment: v.exactOptional(name) });
const heardSchema = v.strictObject({
  conferenceId: official,
  device: deviceKey,
  name: v.exactOptional(text),
  known: knownLogSchema,
  operations: v.array(v.custom<LogOperation>(isLogOperation)),
});

/** The id of a paper that the delegate brought in or wrote: never of the form that official papers have. */
const ownName = v.pipe(
  name,
  v.check((id) => !isOfficialId(id), 'an id of the delegate’s own'),
);

const setting = <const Kind extends string, Schema extends v.GenericSchema>(
  kind: Kind,
  value: Schema,
  id: v.GenericSchema<string> = name,
) => v.strictObject({ kind: v.literal(kind), id, value });
const removing = <const Kind extends string>(kind: Kind, id: v.GenericSchema<string> = name) =>
  v.strictObject({ kind: v.literal(kind), id, value: v.null() });

/** A deed of a known kind: `kind` is the entry's `t`, `value` its `val` (null where it has none). */
export const deedSchema = v.variant('kind', [
  setting('conference.set', conferenceSchema),
  removing('conference.remove'),
  setting('motion.set', motionSchema, ownName),
  removing('motion.remove', ownName),
  setting('text.set', textVersionSchema),
  setting('amendment.set', amendmentSchema, ownName),
  removing('amendment.remove', ownName),
  setting('briefing.set', briefingSchema),
  removing('briefing.remove'),
  setting('note.set', noteSchema),
  removing('note.remove'),
  setting('mandate.set', mandateSchema),
  removing('mandate.remove'),
  setting('decision.set', decisionSchema),
  removing('decision.remove'),
  setting('link.set', linkSchema),
  removing('link.remove'),
  setting('official.applied', appliedSchema),
  setting('release.set', releaseEntrySchema),
  removing('release.remove'),
  setting('amendment.submit', submissionSchema),
  removing('amendment.withdraw'),
  setting('comment.add', commentSchema),
  setting('comment.edit', commentEditSchema),
  removing('comment.retract'),
  setting('position.set', positionSchema),
  removing('position.clear'),
  setting('unsaid.set', unsaidSchema),
  removing('unsaid.remove'),
  setting('delivery.set', deliverySchema),
  setting('team.heard', heardSchema),
]);
