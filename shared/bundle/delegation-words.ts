// What members of a delegation say to each other in their logs on the stream `team`: comments on a motion or one of its
// amendments, and where each of them stands. Plain text; what a reader does not know it keeps and passes over.

import * as v from 'valibot';
import type { JsonObject } from '../json';
import type { MandatePosition } from '../motion/mandate';
import { fail, succeed, type Result } from '../result';
import type { LogOperation } from './segment';

/** Kinds of operations on the stream `team`. */
export const addCommentKind = 'comment.add';
export const editCommentKind = 'comment.edit';
export const retractCommentKind = 'comment.retract';
export const setPositionKind = 'position.set';
export const clearPositionKind = 'position.clear';

/** Characters of a comment, and of the remark beside a position. */
export const commentLimit = 4000;
export const remarkLimit = 400;

const body = v.pipe(v.string(), v.minLength(1), v.maxLength(commentLimit));

export const commentSchema = v.object({
  v: v.literal(1),
  body,
  /** The amendment it is about, by its id as the app knows it; absent: the motion. */
  amendment: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
});

export const commentEditSchema = v.object({ v: v.literal(1), body });

export const positionSchema = v.object({
  v: v.literal(1),
  position: v.picklist(['support', 'support-as-amended', 'oppose', 'remit', 'listen-and-decide', 'leave-to-delegates']),
  remark: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(remarkLimit))),
});

export type CommentValue = Readonly<v.InferOutput<typeof commentSchema>>;
export type CommentEdit = Readonly<v.InferOutput<typeof commentEditSchema>>;
export type PositionValue = Readonly<v.InferOutput<typeof positionSchema>>;

const baseSchema = v.object({ motionId: v.string(), textVersion: v.exactOptional(v.string()) });

/** One thing that a member said, on `motionId`. */
export type DelegationWord = { readonly motionId: string } & (
  | {
      readonly kind: 'add';
      readonly id: string;
      readonly body: string;
      readonly amendment?: string;
      readonly textVersion?: string;
    }
  | { readonly kind: 'edit'; readonly id: string; readonly body: string }
  | { readonly kind: 'retract'; readonly id: string }
  | { readonly kind: 'position'; readonly position: MandatePosition; readonly remark?: string }
  | { readonly kind: 'no-position' }
);

/** What an operation says; undefined when it is for a newer version, or says nothing about a motion. */
export function delegationWordOf(operation: LogOperation): DelegationWord | undefined {
  const base = v.safeParse(baseSchema, operation['base']);
  if (!base.success) return undefined;
  const { motionId, textVersion } = base.output;
  const { t, id } = operation;
  const value = operation['val'];
  switch (t) {
    case addCommentKind: {
      const said = v.safeParse(commentSchema, value);
      if (!said.success) return undefined;
      const { v: _v, ...comment } = said.output;
      return { kind: 'add', motionId, id, ...comment, ...(textVersion === undefined ? {} : { textVersion }) };
    }
    case editCommentKind: {
      const said = v.safeParse(commentEditSchema, value);
      return said.success ? { kind: 'edit', motionId, id, body: said.output.body } : undefined;
    }
    case retractCommentKind:
      return { kind: 'retract', motionId, id };
    case setPositionKind: {
      const said = v.safeParse(positionSchema, value);
      if (!said.success) return undefined;
      const { v: _v, ...stand } = said.output;
      return { kind: 'position', motionId, ...stand };
    }
    case clearPositionKind:
      return { kind: 'no-position', motionId };
    default:
      return undefined;
  }
}

/** The motion, and its text, that something is said about. The motion is an official one: its id tells the conference. */
export type SaidAbout = { readonly motionId: string; readonly textVersion: string };

/** A deed for the journal that others of the delegation read. */
export type DelegationDeed = {
  readonly stream: 'team';
  readonly t: string;
  readonly id: string;
  readonly val?: JsonObject;
  readonly base: SaidAbout;
};

/** What is typed as it may be said: lines without space at their ends, neither empty nor longer than `limit`. */
export function readSaid(
  typed: string,
  limit: number,
): Result<string, { readonly kind: 'empty' } | { readonly kind: 'too-long'; readonly over: number }> {
  const words = typed.replace(/[^\S\n]+$/gmu, '').trim();
  if (words === '') return fail({ kind: 'empty' });
  return words.length > limit ? fail({ kind: 'too-long', over: words.length - limit }) : succeed(words);
}

export function addCommentDeed(
  id: string,
  base: SaidAbout,
  { body: words, amendment }: { readonly body: string; readonly amendment?: string },
): DelegationDeed {
  const val = { v: 1, body: words, ...(amendment === undefined ? {} : { amendment }) };
  return { stream: 'team', t: addCommentKind, id, val, base };
}

export function editCommentDeed(id: string, base: SaidAbout, words: string): DelegationDeed {
  return { stream: 'team', t: editCommentKind, id, val: { v: 1, body: words }, base };
}

export function retractCommentDeed(id: string, base: SaidAbout): DelegationDeed {
  return { stream: 'team', t: retractCommentKind, id, base };
}

/** Where one stands on a motion, and a remark of at most `remarkLimit` characters: the deed's `id` is the motion's. */
export function setPositionDeed(base: SaidAbout, position: MandatePosition, remark?: string): DelegationDeed {
  const val = { v: 1, position, ...(remark === undefined ? {} : { remark }) };
  return { stream: 'team', t: setPositionKind, id: base.motionId, val, base };
}

export function clearPositionDeed(base: SaidAbout): DelegationDeed {
  return { stream: 'team', t: clearPositionKind, id: base.motionId, base };
}
