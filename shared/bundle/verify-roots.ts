// The first step of a verification: from the root that is trusted to the newest one the source has, each signed by the
// keys of the one before and by its own.

import { fromBase64, toBase64Url } from '../base64';
import { present } from '../assert';
import { conferenceId, type ConferenceId } from '../ids';
import type { Cryptography } from '../ports';
import { fail, succeed, type Result } from '../result';
import type { BundleFailure } from './bundle-failure';
import type { BundleSource } from './bundle-source';
import { conferenceIdOf } from './conference-id';
import { payloadTypes, readEnvelope, type Envelope } from './envelope';
import { rootChainLimit, rootLimit } from './limits';
import { readRoot, type Root } from './root';
import type { TrustedState } from './trusted-state';
import { failureOfSource, type Verification } from './verification';
import { verifySignatures } from './verify-signatures';

/** A root that is believed, with its payload and, when it came just now, its envelope as received. */
export type TrustedRoot = {
  readonly conference: ConferenceId;
  readonly root: Root;
  readonly payload: Uint8Array;
};

export type RootChain = TrustedRoot & {
  /** Envelopes accepted in this reading, oldest first. */
  readonly received: readonly { readonly version: number; readonly bytes: Uint8Array }[];
  /** The lowest `resetAbove` of the roots accepted in this reading: a head above it is forgotten. */
  readonly resetAbove: number | null;
};

/** A key's id: base64url of the SHA-256 of its 32 bytes. */
export async function keyIdOf(publicKey: Uint8Array, cryptography: Cryptography): Promise<string> {
  return toBase64Url(await cryptography.sha256(publicKey));
}

/**
 * Follows the chain of roots. Nothing trusted yet: root 1 is believed because the conference's id is its hash (S16 when
 * another is expected). Then root by root until the source has no next one. S16 also for a file of another conference.
 */
export async function verifyRoots(
  source: BundleSource,
  trusted: TrustedState | undefined,
  verification: Verification,
): Promise<Result<RootChain, BundleFailure>> {
  const start =
    trusted === undefined ? await firstRoot(source, verification) : await resumeChain(source, trusted, verification);
  if (!start.ok) return start;
  let chain = start.value;
  for (let step = 0; step < rootChainLimit; step += 1) {
    const next = await nextRoot(source, chain, verification);
    if (!next.ok) return next;
    if (next.value === undefined) break;
    chain = next.value;
  }
  return succeed(chain);
}

async function firstRoot(source: BundleSource, verification: Verification): Promise<Result<RootChain, BundleFailure>> {
  const part = { kind: 'root', version: 1 } as const;
  const offered = await source.root(1);
  if (!offered.ok) {
    const isIncomplete = offered.error.kind === 'not-found' && source.kind === 'file';
    if (isIncomplete) return fail({ kind: 'keys-need-renewal', code: 'S18', why: 'missing-root' });
    return fail(failureOfSource(offered.error, part, rootLimit));
  }
  const bytes = offered.value;
  const envelope = readEnvelope({ bytes, part, payloadType: payloadTypes.root, limit: rootLimit }, verification.text);
  if (!envelope.ok) return envelope;
  const { payload } = envelope.value;
  const conference = conferenceIdOf(await verification.cryptography.sha256(payload));
  const verified = await readAndVerify(envelope.value, [], 1, verification);
  const expected = verification.expectedConference;
  if (expected !== undefined && expected !== conference) {
    const title = verified.ok ? { offeredTitle: verified.value.title } : {};
    return fail({ kind: 'wrong-conference', code: 'S16', expected, offered: conference, ...title });
  }
  if (!verified.ok) return verified;
  const { resetAbove } = verified.value;
  return succeed({ conference, root: verified.value, payload, received: [{ version: 1, bytes }], resetAbove });
}

async function resumeChain(
  source: BundleSource,
  trusted: TrustedState,
  verification: Verification,
): Promise<Result<RootChain, BundleFailure>> {
  const { conference } = trusted;
  const { expectedConference } = verification;
  if (expectedConference !== undefined && expectedConference !== conference) {
    return fail({ kind: 'wrong-conference', code: 'S16', expected: expectedConference, offered: conference });
  }
  if (source.kind === 'file') {
    const sameConference = await checkConference(source, conference, verification);
    if (!sameConference.ok) return sameConference;
  }
  const payload = present(fromBase64(trusted.root.payload), 'a parsed state holds base64');
  const part = { kind: 'root', version: trusted.root.version } as const;
  const root = await readRoot(payload, part, readingFor(verification));
  if (!root.ok) return root;
  return succeed({ conference, root: root.value, payload, received: [], resetAbove: null });
}

/** A file of another conference is recognised by its first root, if it has one, so that the delegate is told which. */
async function checkConference(
  source: BundleSource,
  conference: ConferenceId,
  verification: Verification,
): Promise<Result<undefined, BundleFailure>> {
  const first = await source.root(1);
  if (!first.ok) return succeed(undefined);
  const offered = await firstRoot(source, { ...verification, expectedConference: conference });
  return offered.ok || offered.error.kind !== 'wrong-conference' ? succeed(undefined) : offered;
}

async function nextRoot(
  source: BundleSource,
  chain: RootChain,
  verification: Verification,
): Promise<Result<RootChain | undefined, BundleFailure>> {
  const version = chain.root.version + 1;
  const part = { kind: 'root', version } as const;
  const offered = await source.root(version);
  if (!offered.ok) {
    return offered.error.kind === 'not-found'
      ? succeed(undefined)
      : fail(failureOfSource(offered.error, part, rootLimit));
  }
  const bytes = offered.value;
  const envelope = readEnvelope({ bytes, part, payloadType: payloadTypes.root, limit: rootLimit }, verification.text);
  if (!envelope.ok) return envelope;
  const root = await readAndVerify(envelope.value, [chain.root], version, verification);
  if (!root.ok) return root;
  if (root.value.conference !== chain.conference) {
    const offeredId = conferenceId(root.value.conference ?? '');
    return fail({ kind: 'wrong-conference', code: 'S16', expected: chain.conference, offered: offeredId });
  }
  return succeed({
    conference: chain.conference,
    root: root.value,
    payload: envelope.value.payload,
    received: [...chain.received, { version, bytes }],
    resetAbove: lowest(chain.resetAbove, root.value.resetAbove),
  });
}

/** Signed by enough keys of each of `before` and by enough of its own, and of the version it should be. */
async function readAndVerify(
  envelope: Envelope,
  before: readonly Root[],
  version: number,
  verification: Verification,
): Promise<Result<Root, BundleFailure>> {
  const part = { kind: 'root', version } as const;
  for (const { roles, revoked } of before) {
    const signed = await verifySignatures(envelope, roles.root, { part, withdrawn: revoked }, verification);
    if (!signed.ok) return signed;
  }
  const root = await readRoot(envelope.payload, part, readingFor(verification));
  if (!root.ok) return root;
  const { roles, revoked } = root.value;
  const signed = await verifySignatures(envelope, roles.root, { part, withdrawn: revoked }, verification);
  if (!signed.ok) return signed;
  if (root.value.version !== version) {
    return fail({ kind: 'unreadable', code: 'S15', part, where: 'version' });
  }
  return root;
}

function readingFor({ text, cryptography }: Verification): Parameters<typeof readRoot>[2] {
  return { text, keyIdOf: (publicKey) => keyIdOf(publicKey, cryptography) };
}

function lowest(before: number | null, after: number | null): number | null {
  if (before === null) return after;
  return after === null ? before : Math.min(before, after);
}
