// Asks a source for the office's papers and finds out whether they are to be believed: nothing is stored here.

import { addressSource } from '../../shared/bundle/address-source';
import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import { readConferenceList } from '../../shared/bundle/conference-list';
import type { ListedConference } from '../../shared/bundle/conference-list';
import { readSingleFile } from '../../shared/bundle/single-file';
import { verifyBundle } from '../../shared/bundle/verify-bundle';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { FetchFailure } from '../../shared/desktop-contract';
import type { ConferenceId } from '../../shared/ids';
import { planMerge } from '../../shared/merge/plan-merge';
import type { MergePlan } from '../../shared/merge/plan-merge';
import { fail, succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { findTrusted, heldChunks, loadHeldPapers } from '../storage/official-questions';
import { listConferences } from '../storage/questions';
import type { Store } from '../storage/store';

/** A bundle that has been verified, and what it would change here. */
export type Offer = {
  readonly bundle: VerifiedBundle;
  readonly plan: MergePlan;
  /** Where it came from; absent for a file. */
  readonly address?: string;
};

const platform = { cryptography, compression, text: textCodec };

/** What one conference publishes at an address. `expected` when the id is known from elsewhere than the address's own list. */
export async function verifyAddress(
  store: Store,
  place: { readonly address: string; readonly conference: ConferenceId; readonly isExpected: boolean },
): Promise<Result<Offer, BundleFailure>> {
  const { address, conference, isExpected } = place;
  const source = addressSource(store.desktop, { store: store.name, address, conference });
  const trusted = await findTrusted(store, conference);
  const verified = await verifyBundle(source, trusted ?? undefined, {
    ...platform,
    now: store.now(),
    held: heldChunks(store, conference),
    ...(isExpected ? { expectedConference: conference } : {}),
  });
  return verified.ok ? succeed({ ...(await offerOf(store, verified.value)), address }) : verified;
}

/** A bundle file: a newer version of a conference that is trusted already, or a first contact. */
export async function verifyFile(store: Store, bytes: Uint8Array): Promise<Result<Offer, BundleFailure>> {
  const source = readSingleFile(bytes, textCodec);
  if (!source.ok) return source;
  for (const { id } of await listConferences(store)) {
    const trusted = await findTrusted(store, id);
    if (trusted === null) continue;
    const verification = { ...platform, now: store.now(), held: heldChunks(store, id) };
    const verified = await verifyBundle(source.value, trusted, verification);
    if (verified.ok) return succeed(await offerOf(store, verified.value));
    if (verified.error.code !== 'S16') return verified;
  }
  const first = await verifyBundle(source.value, undefined, { ...platform, now: store.now() });
  return first.ok ? succeed(await offerOf(store, first.value)) : first;
}

/** The conferences that an address lists. */
export async function listAtAddress(
  store: Store,
  address: string,
): Promise<Result<readonly ListedConference[], BundleFailure | FetchFailure>> {
  const fetched = await store.desktop.fetchConferences({ address });
  if (!fetched.ok) return fail(fetched.error);
  return readConferenceList(fetched.value, textCodec);
}

async function offerOf(store: Store, bundle: VerifiedBundle): Promise<Offer> {
  return { bundle, plan: planMerge(await loadHeldPapers(store, bundle.conference.id), bundle) };
}
