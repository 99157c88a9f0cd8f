// An amendment on its way to the conference office: what the delegate's log says of it, and what becomes of it there.

import * as v from 'valibot';
import type { Amendment } from '../amendment/amendment';
import type { TextOperation } from '../amendment/operation';
import { amendmentId, motionId as motionIdOf, textVersionId, type ConferenceId } from '../ids';
import type { JsonObject, JsonValue } from '../json';
import { officialId, recordNameOf } from './official-ids';
import { amendmentSchema } from './record-schemas';
import type { LogOperation } from './segment';

/** Kinds of operations on the stream `office`. */
export const submitKind = 'amendment.submit';
export const withdrawKind = 'amendment.withdraw';

const { motionId: motionName, submittedBy, amends, baseVersion, operations } = amendmentSchema.entries;

export const submissionSchema = v.object({
  v: v.literal(1),
  /** What the office calls the motion. */
  motionId: motionName,
  submittedBy,
  /** What the office calls the amendment that this one amends. */
  amends,
  baseVersion,
  operations,
  /** The formal wording, as the delegate saw it. */
  instruction: v.string(),
  /** The submission that this one is to stand in place of. */
  replaces: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
});

/** What `amendment.submit` sets: its `id` is the submission's, made once by the delegate and never used again. */
export type Submission = Omit<Readonly<v.InferOutput<typeof submissionSchema>>, 'submittedBy' | 'operations'> & {
  readonly submittedBy: readonly string[];
  readonly operations: readonly TextOperation[];
};

/** The submission of `amendment`, whose motion is an official one, and so is the amendment that it amends, if any. */
export function submissionOf(amendment: Omit<Amendment, 'id'>, instruction: string): Submission {
  return {
    v: 1,
    motionId: recordNameOf(amendment.conferenceId, amendment.motionId),
    submittedBy: amendment.submittedBy,
    ...(amendment.amends === undefined ? {} : { amends: recordNameOf(amendment.conferenceId, amendment.amends) }),
    baseVersion: amendment.baseVersion,
    operations: amendment.operations,
    instruction,
  };
}

/**
 * The deed that submits, for the journal: the office gets the log that the journal's entries on `office` make, and
 * `base` says for which conference (own-log.ts).
 */
export function submitDeed(
  id: string,
  amendment: Omit<Amendment, 'id'>,
  instruction: string,
): {
  readonly stream: 'office';
  readonly t: typeof submitKind;
  readonly id: string;
  readonly val: JsonObject;
  readonly base: { readonly motionId: string; readonly textVersion: string };
} {
  return {
    stream: 'office',
    t: submitKind,
    id,
    val: { ...submissionOf(amendment, instruction) },
    base: { motionId: amendment.motionId, textVersion: amendment.baseVersion },
  };
}

/** The deed that takes a submission back. `motionId` is the official motion that it amends. */
export function withdrawDeed(
  id: string,
  motionId: string,
): {
  readonly stream: 'office';
  readonly t: typeof withdrawKind;
  readonly id: string;
  readonly base: { readonly motionId: string };
} {
  return { stream: 'office', t: withdrawKind, id, base: { motionId } };
}

/** The submission in an operation; undefined when it is none, or of a newer version. */
export function readSubmission(value: JsonValue | undefined): Submission | undefined {
  const shape = v.safeParse(submissionSchema, value);
  return shape.success ? shape.output : undefined;
}

/** What a log says to the office: the submissions it makes and withdraws, in order. Anything else is for a newer version. */
export type OfficeWord =
  | { readonly kind: 'submit'; readonly id: string; readonly submission: Submission }
  | { readonly kind: 'withdraw'; readonly id: string };

export function officeWordOf(operation: LogOperation): OfficeWord | undefined {
  const { t, id } = operation;
  if (t === withdrawKind) return { kind: 'withdraw', id };
  const submission = t === submitKind ? readSubmission(operation['val']) : undefined;
  return submission === undefined ? undefined : { kind: 'submit', id, submission };
}

/** The amendment that an accepted submission becomes, under the name `record` and the number the office gives it. */
export function officialAmendment(
  submission: Submission,
  {
    conference,
    record,
    number,
  }: { readonly conference: ConferenceId; readonly record: string; readonly number?: string },
): Amendment {
  return {
    id: amendmentId(officialId(conference, record)),
    conferenceId: conference,
    motionId: motionIdOf(officialId(conference, submission.motionId)),
    origin: 'office',
    standing: 'published',
    ...(number === undefined ? {} : { number }),
    submittedBy: submission.submittedBy,
    ...(submission.amends === undefined ? {} : { amends: amendmentId(officialId(conference, submission.amends)) }),
    baseVersion: textVersionId(submission.baseVersion),
    operations: submission.operations,
    instruction: submission.instruction,
  };
}
