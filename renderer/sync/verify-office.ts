// Finds out whether the office's papers are to be believed and what they would change: nothing is stored here, and
// nothing is shown. Runs in a worker of the page (`verify-worker.ts`).

import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { BundleSource } from '../../shared/bundle/bundle-source';
import { readSingleFile } from '../../shared/bundle/single-file';
import type { Verification } from '../../shared/bundle/verification';
import { verifyBundle } from '../../shared/bundle/verify-bundle';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { ConferenceId } from '../../shared/ids';
import { describeMerge } from '../../shared/merge/describe-merge';
import type { MergeDescription } from '../../shared/merge/describe-merge';
import { planMerge } from '../../shared/merge/plan-merge';
import { succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import type { Database } from '../storage/database';
import { newsOf } from '../storage/official-news';
import type { OfficialNews } from '../storage/official-news';
import { findTrusted, heldChunks, listTrusted, loadHeldPapers, loadHeldTitle } from '../storage/official-questions';
import { inOrderOfAgenda } from './change-words';
import { compareMotion } from './compare-motion';
import type { OfferOutline, VerifyOrder } from './verify-messages';

/** Papers that have been verified, what they would change here, and what can be done with them. */
export type VerifiedOffer = {
  readonly outline: OfferOutline;
  readonly news: OfficialNews;
  readonly compare: ReturnType<typeof compareMotion>;
};

/** What every reading needs. `now`: epoch milliseconds, read once. */
export type Reading = Pick<Verification, 'now' | 'onProgress'> & { readonly database: Database };

const platform = { cryptography, compression, text: textCodec };

/** More changes than this nobody looks through one by one. */
const mostChanges = 500;

/** Verifies what is ordered; `source` hands over the parts of what is not a file. */
export async function carryOut(
  reading: Reading,
  what: VerifyOrder['what'],
  source: BundleSource,
): Promise<Result<VerifiedOffer, BundleFailure>> {
  const verified = await verify(reading, what, source);
  return verified.ok ? succeed(await offerOf(reading, verified.value)) : verified;
}

async function verify(
  reading: Reading,
  what: VerifyOrder['what'],
  source: BundleSource,
): Promise<Result<VerifiedBundle, BundleFailure>> {
  switch (what.kind) {
    case 'conference':
      return verifyConference(reading, source, what);
    case 'file':
      return verifySingleFile(reading, what.bytes);
    case 'kept':
      return verifyBundle(source, undefined, { ...verificationOf(reading), expectedConference: what.conference });
  }
}

/** One conference as `source` has it. `isExpected` when its id is known from elsewhere than the source's own list. */
async function verifyConference(
  reading: Reading,
  source: BundleSource,
  { conference, isExpected }: { readonly conference: ConferenceId; readonly isExpected: boolean },
): Promise<Result<VerifiedBundle, BundleFailure>> {
  const trusted = await findTrusted(reading, conference);
  return verifyBundle(source, trusted ?? undefined, {
    ...verificationOf(reading),
    held: heldChunks(reading, conference),
    ...(isExpected ? { expectedConference: conference } : {}),
  });
}

/** A bundle file: a newer version of a conference that is trusted already, or a first contact. */
async function verifySingleFile(reading: Reading, bytes: Uint8Array): Promise<Result<VerifiedBundle, BundleFailure>> {
  const source = readSingleFile(bytes, textCodec);
  if (!source.ok) return source;
  for (const trusted of await listTrusted(reading)) {
    const held = heldChunks(reading, trusted.conference);
    const verified = await verifyBundle(source.value, trusted, { ...verificationOf(reading), held });
    if (verified.ok || verified.error.code !== 'S16') return verified;
  }
  return verifyBundle(source.value, undefined, verificationOf(reading));
}

function verificationOf({ now, onProgress }: Reading): Verification {
  return { ...platform, now, ...(onProgress === undefined ? {} : { onProgress }) };
}

async function offerOf(reading: Reading, bundle: VerifiedBundle): Promise<VerifiedOffer> {
  const { id } = bundle.conference;
  const held = bundle.isNews ? await loadHeldPapers(reading, id) : await loadHeldTitle(reading, id);
  const plan = planMerge(held, bundle);
  const news = newsOf(reading.database, bundle);
  return {
    outline: { bundle: news.bundle, title: plan.title, description: shortened(describeMerge(plan)) },
    news,
    compare: compareMotion(reading.database, bundle.papers.motions),
  };
}

/** Where all papers are new the list of them says nothing. */
function shortened(description: MergeDescription): MergeDescription {
  const isAllNew = description.changes.every(({ kind }) => kind === 'added');
  const changes = isAllNew && description.changes.length > mostChanges ? [] : inOrderOfAgenda(description.changes);
  const business = description.business.slice(0, mostChanges);
  return { ...description, changes: changes.slice(0, mostChanges), business };
}
