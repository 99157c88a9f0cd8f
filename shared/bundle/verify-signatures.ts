// Whether enough of a role's keys signed an envelope.

import type { Cryptography, TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import type { BundleFailure, BundlePart } from './bundle-failure';
import { preAuthenticationEncoding, type Envelope } from './envelope';
import type { PublicKey, Role } from './root';

/** Keys that a root says were withdrawn, for a better sentence; that they no longer count follows from the roles. */
export type WithdrawnKeys = readonly { readonly keyid: string; readonly at: string }[];

/**
 * The distinct keys of `role` that validly signed `envelope`; at least as many as its threshold. Signatures by other
 * keys, and broken ones beside enough good ones, do not matter. Else S02 (a key's signature is wrong), S05 (too few),
 * S04 (only withdrawn keys) or S03 (only unknown keys), in that order.
 */
export async function verifySignatures(
  envelope: Envelope,
  role: Role,
  { part, withdrawn }: { readonly part: BundlePart; readonly withdrawn: WithdrawnKeys },
  { cryptography, text }: { readonly cryptography: Cryptography; readonly text: TextCodec },
): Promise<Result<readonly PublicKey[], BundleFailure>> {
  const message = preAuthenticationEncoding(envelope.payloadType, envelope.payload, text);
  const signers = new Map<string, PublicKey>();
  let isAnyWrong = false;
  for (const { keyid, sig } of envelope.signatures) {
    const key = role.keys.find((candidate) => candidate.keyid === keyid);
    if (key === undefined) continue;
    if (await cryptography.verifyEd25519(key.bytes, sig, message)) signers.set(keyid, key);
    else isAnyWrong = true;
  }
  if (signers.size >= role.threshold) return succeed([...signers.values()]);
  if (isAnyWrong) return fail({ kind: 'wrong-signature', code: 'S02', part });
  if (signers.size > 0) {
    return fail({ kind: 'too-few-signatures', code: 'S05', part, found: signers.size, needed: role.threshold });
  }
  const old = withdrawn.find((key) => envelope.signatures.some(({ keyid }) => keyid === key.keyid));
  if (old !== undefined) return fail({ kind: 'withdrawn-key', code: 'S04', part, at: old.at });
  return fail({ kind: 'unknown-signer', code: 'S03', part });
}
