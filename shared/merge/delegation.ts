// What a delegation has said on one motion, from the logs of its members: a pure function of the set of operations,
// whatever their order and however often each is there. Comments are only ever added; each changes its author's own.

import { delegationWordOf, type DelegationWord } from '../bundle/delegation-words';
import type { LogOperation } from '../bundle/segment';
import type { MandatePosition } from '../motion/mandate';

/** An operation, and the device whose log it stands in. */
export type SaidOperation = { readonly device: string; readonly operation: LogOperation };

export type DelegationComment = {
  /** Unique among comments: the author's device and what the author calls it. */
  readonly key: string;
  readonly id: string;
  /** The device that said it first. */
  readonly device: string;
  readonly body: string;
  readonly isEdited: boolean;
  readonly isRetracted: boolean;
  /** The amendment it is about; absent: the motion. */
  readonly amendment?: string;
  /** The text of the motion that it was said about. */
  readonly textVersion?: string;
  /** When, epoch milliseconds by its author's clock: for display. */
  readonly saidAt: number;
};

export type SharedPosition = {
  readonly device: string;
  readonly position: MandatePosition;
  readonly remark?: string;
  readonly saidAt: number;
};

export type SaidByDelegation = {
  /** By Lamport time, then device, then number: the same on every computer. */
  readonly comments: readonly DelegationComment[];
  /** The last of each person. */
  readonly positions: readonly SharedPosition[];
};

/**
 * All that was said on `motionId`. `personOf` names the person behind a device (one who took another key is one person);
 * nobody changes what another said. A comment that two keys of one person hold is one comment.
 */
export function saidOn(
  motionId: string,
  operations: Iterable<SaidOperation>,
  personOf: (device: string) => string,
): SaidByDelegation {
  const comments = new Map<string, DelegationComment>();
  const positions = new Map<string, SharedPosition>();
  for (const { device, operation, word } of inOrder(operations)) {
    if (word.motionId !== motionId) continue;
    const person = personOf(device);
    if (word.kind === 'position' || word.kind === 'no-position') {
      setPosition(positions, person, { device, saidAt: operation.ts, word });
      continue;
    }
    const key = JSON.stringify([person, word.id]);
    const changed = changeComment(comments.get(key), word, { key, device, saidAt: operation.ts });
    if (changed !== undefined) comments.set(key, changed);
  }
  return { comments: [...comments.values()], positions: [...positions.values()] };
}

type Said = SaidOperation & { readonly word: DelegationWord };

/** Each operation once, in the one order that all devices agree on. */
function inOrder(operations: Iterable<SaidOperation>): readonly Said[] {
  const said = new Map<string, Said>();
  for (const { device, operation } of operations) {
    const word = delegationWordOf(operation);
    if (word !== undefined) said.set(`${device} ${String(operation.seq)}`, { device, operation, word });
  }
  return [...said.values()].sort(
    (before, after) =>
      before.operation.lam - after.operation.lam ||
      (before.device < after.device ? -1 : Number(before.device > after.device)) ||
      before.operation.seq - after.operation.seq,
  );
}

type About = { readonly key: string; readonly device: string; readonly saidAt: number };
type CommentWord = Extract<DelegationWord, { readonly id: string }>;

/** The comment after a word on it; undefined when there is none to change. */
function changeComment(
  comment: DelegationComment | undefined,
  word: CommentWord,
  about: About,
): DelegationComment | undefined {
  switch (word.kind) {
    case 'add': {
      // Said again under another key: it stands already.
      if (comment !== undefined) return undefined;
      const { kind: _kind, motionId: _motionId, ...said } = word;
      return { ...about, ...said, isEdited: false, isRetracted: false };
    }
    case 'edit':
      return comment === undefined || comment.isRetracted || comment.body === word.body
        ? undefined
        : { ...comment, body: word.body, isEdited: true };
    case 'retract':
      return comment === undefined ? undefined : { ...comment, body: '', isRetracted: true };
  }
}

function setPosition(
  positions: Map<string, SharedPosition>,
  person: string,
  {
    device,
    saidAt,
    word,
  }: {
    readonly device: string;
    readonly saidAt: number;
    readonly word: Extract<DelegationWord, { readonly kind: 'position' | 'no-position' }>;
  },
): void {
  positions.delete(person);
  if (word.kind === 'no-position') return;
  const { position, remark } = word;
  positions.set(person, { device, saidAt, position, ...(remark === undefined ? {} : { remark }) });
}
