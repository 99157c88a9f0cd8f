// The second step of a verification: whether a head is the publisher's, and newer than what is held.

import { succeed, fail, type Result } from '../result';
import type { BundleFailure, BundleNote } from './bundle-failure';
import type { BundleSource } from './bundle-source';
import { checkWords, headWordCount } from './check-words';
import { payloadTypes, readEnvelope } from './envelope';
import { readHead, type Head } from './head';
import { fromHex, toHex } from './hex';
import { headLimit } from './limits';
import { millisecondsOf } from './moment';
import type { TrustedState } from './trusted-state';
import { failureOfSource, type Verification } from './verification';
import type { RootChain } from './verify-roots';
import { verifySignatures } from './verify-signatures';

const part = { kind: 'head' } as const;
const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** A head that may be used. */
export type VerifiedHead = {
  readonly head: Head;
  /** SHA-256 of the payload, hex. */
  readonly sha256: string;
  /** The envelope as received. */
  readonly bytes: Uint8Array;
  readonly signedBy: readonly string[];
  /** The very head that is held already. */
  readonly isHeld: boolean;
  readonly notes: readonly BundleNote[];
};

/**
 * Checks the source's head against the newest root and against the head that is held. An expired head, or one from
 * tomorrow, is used and noted (S09, S10), as is the one that is held (S07).
 */
export async function verifyHead(
  source: BundleSource,
  chain: RootChain,
  trusted: TrustedState | undefined,
  verification: Verification,
): Promise<Result<VerifiedHead, BundleFailure>> {
  const offered = await source.head();
  if (!offered.ok) return fail(failureOfSource(offered.error, part, headLimit));
  const bytes = offered.value;
  const envelope = readEnvelope({ bytes, part, payloadType: payloadTypes.head, limit: headLimit }, verification.text);
  if (!envelope.ok) return envelope;
  const { roles, revoked } = chain.root;
  const signed = await verifySignatures(envelope.value, roles.publisher, { part, withdrawn: revoked }, verification);
  if (!signed.ok) return signed;
  const reading = readHead(envelope.value.payload, verification.text);
  if (!reading.ok) return fail(withApp(reading.error, chain.root.minApp));
  const head = reading.value;
  const sha256 = toHex(await verification.cryptography.sha256(envelope.value.payload));
  const held = heldHead(chain, trusted);
  const refusal = findMismatch(head, chain) ?? findRegress(head, sha256, held);
  if (refusal !== undefined) return fail(refusal);
  const isHeld = held !== undefined && held.version === head.version;
  if (!isHeld && millisecondsOf(chain.root.expires) < verification.now) {
    return fail({ kind: 'keys-need-renewal', code: 'S18', why: 'expired' });
  }
  const signedBy = signed.value.map((key) => key.label);
  return succeed({ head, sha256, bytes, signedBy, isHeld, notes: notesOn(head, isHeld, verification.now) });
}

/** A newer format is named by the app that reads it, where the office says which. */
function withApp(failure: BundleFailure, minApp: string | undefined): BundleFailure {
  return failure.kind === 'newer-format' && minApp !== undefined ? { ...failure, minApp } : failure;
}

/** The head that is held, unless a root accepted just now says that heads of its number are to be forgotten. */
function heldHead({ resetAbove }: RootChain, trusted: TrustedState | undefined): TrustedState['head'] {
  const held = trusted?.head;
  return held !== undefined && resetAbove !== null && held.version > resetAbove ? undefined : held;
}

function findMismatch(head: Head, { conference, root }: RootChain): BundleFailure | undefined {
  if (head.conf !== conference) {
    return { kind: 'wrong-conference', code: 'S16', expected: conference, offered: head.conf };
  }
  if (head.rootVersion > root.version) return { kind: 'keys-need-renewal', code: 'S18', why: 'missing-root' };
  if (head.version < root.headFloor) {
    return { kind: 'older-version', code: 'S06', offered: head.version, held: root.headFloor };
  }
  return undefined;
}

function findRegress(head: Head, sha256: string, held: TrustedState['head']): BundleFailure | undefined {
  if (held === undefined) return undefined;
  if (head.version < held.version) {
    return { kind: 'older-version', code: 'S06', offered: head.version, held: held.version };
  }
  const isOtherAtSamePlace = head.version === held.version && sha256 !== held.sha256;
  const isOtherChain = head.version === held.version + 1 && head.prev !== held.sha256;
  if (!isOtherAtSamePlace && !isOtherChain) return undefined;
  return {
    kind: 'two-heads',
    code: 'S08',
    version: isOtherChain ? held.version : head.version,
    offeredWords: wordsOfHead(isOtherChain ? (head.prev ?? sha256) : sha256),
    heldWords: wordsOfHead(held.sha256),
  };
}

/** The words that stand for a head on the hall's screen. */
export function wordsOfHead(sha256: string): string {
  return checkWords(fromHex(sha256), headWordCount);
}

function notesOn(head: Head, isHeld: boolean, now: number): readonly BundleNote[] {
  const notes: BundleNote[] = [];
  if (isHeld) notes.push('S07');
  if (millisecondsOf(head.expires) < now) notes.push('S09');
  if (millisecondsOf(head.publishedAt) > now + dayInMilliseconds) notes.push('S10');
  return notes;
}
