// Finds out whether the office's papers are to be believed and what they would change: nothing is stored here, and
// nothing is shown. Runs in a worker of the page (`verify-worker.ts`).

import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { BundleSource } from '../../shared/bundle/bundle-source';
import { readSingleFile } from '../../shared/bundle/single-file';
import type { Verification } from '../../shared/bundle/verification';
import { verifyBundle } from '../../shared/bundle/verify-bundle';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { ConferenceId } from '../../shared/ids';
import { planMerge } from '../../shared/merge/plan-merge';
import type { MergePlan } from '../../shared/merge/plan-merge';
import { succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import type { Database } from '../storage/database';
import { findTrusted, heldChunks, listTrusted, loadHeldPapers, loadHeldTitle } from '../storage/official-questions';

/** A bundle that has been verified, and what it would change here. */
export type Offer = {
  readonly bundle: VerifiedBundle;
  readonly plan: MergePlan;
  /** Where it came from; absent for a file. */
  readonly address?: string;
};

/** What both readings need. `now`: epoch milliseconds, read once. */
export type Reading = Pick<Verification, 'now' | 'onProgress'> & { readonly database: Database };

const platform = { cryptography, compression, text: textCodec };

/** One conference as `source` has it. `isExpected` when its id is known from elsewhere than the source's own list. */
export async function verifyConference(
  reading: Reading,
  source: BundleSource,
  { conference, isExpected }: { readonly conference: ConferenceId; readonly isExpected: boolean },
): Promise<Result<Offer, BundleFailure>> {
  const trusted = await findTrusted(reading, conference);
  const verified = await verifyBundle(source, trusted ?? undefined, {
    ...verificationOf(reading),
    held: heldChunks(reading, conference),
    ...(isExpected ? { expectedConference: conference } : {}),
  });
  return verified.ok ? succeed(await offerOf(reading, verified.value)) : verified;
}

/** A bundle file: a newer version of a conference that is trusted already, or a first contact. */
export async function verifySingleFile(reading: Reading, bytes: Uint8Array): Promise<Result<Offer, BundleFailure>> {
  const source = readSingleFile(bytes, textCodec);
  if (!source.ok) return source;
  for (const trusted of await listTrusted(reading)) {
    const held = heldChunks(reading, trusted.conference);
    const verified = await verifyBundle(source.value, trusted, { ...verificationOf(reading), held });
    if (verified.ok) return succeed(await offerOf(reading, verified.value));
    if (verified.error.code !== 'S16') return verified;
  }
  const first = await verifyBundle(source.value, undefined, verificationOf(reading));
  return first.ok ? succeed(await offerOf(reading, first.value)) : first;
}

function verificationOf({ now, onProgress }: Reading): Verification {
  return { ...platform, now, ...(onProgress === undefined ? {} : { onProgress }) };
}

async function offerOf(reading: Reading, bundle: VerifiedBundle): Promise<Offer> {
  const { id } = bundle.conference;
  const held = bundle.isNews ? await loadHeldPapers(reading, id) : await loadHeldTitle(reading, id);
  return { bundle, plan: planMerge(held, bundle) };
}
