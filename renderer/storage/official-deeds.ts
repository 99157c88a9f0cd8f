// Takes over a verified version of the conference office's papers: kept as received, journalled, then shown.

import { Dexie } from 'dexie';
import { assert } from '../../shared/assert';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { JournalDeed } from '../../shared/desktop-contract';
import { deedOf } from '../../shared/journal/entry';
import { fail, succeed } from '../../shared/result';
import type { Deed } from './deeds';
import { findTrusted } from './official-questions';
import { writeOfficialRows } from './official-rows';
import { perform } from './perform';
import type { Store } from './store';

/**
 * Applies a bundle that is news. What arrived is kept on disk first (the head last), then the journal says that it was
 * applied, together with `carried` (the delegate's drafts and notes as carried over to the new texts, by `deedOf`);
 * then the rows of the conference are replaced. Notes and drafts that `carried` does not name stay as they are.
 * Refused when another window has applied this version or a later one meanwhile.
 */
export async function applyOfficial(store: Store, bundle: VerifiedBundle, carried: readonly JournalDeed[] = []): Deed {
  assert(bundle.isNews, 'only a bundle that is news is applied');
  if (await isOvertaken(store, bundle)) return fail({ kind: 'refused' });
  const conference = bundle.conference.id;
  const { roots, objects, head } = bundle.received;
  const kept = await store.desktop.keepOfficial({
    store: store.name,
    conference,
    roots: [...roots],
    objects: [...objects],
    head,
  });
  if (!kept.ok) return kept;
  const applied = { version: bundle.version, head: bundle.headHash };
  const performed = await perform(store, [deedOf('official.applied', conference, applied), ...carried]);
  if (!performed.ok) return performed;
  return succeed({ isShown: performed.value.isShown && (await isWritten(store, bundle)) });
}

/** Rows that cannot be written now are made again from what is kept, at the next start. */
async function isWritten(store: Store, bundle: VerifiedBundle): Promise<boolean> {
  try {
    return await writeOfficialRows(store.database, bundle);
  } catch (error) {
    if (error instanceof Dexie.DexieError) return false;
    throw error;
  }
}

/** Whether another window has gone at least as far since the bundle was verified. */
async function isOvertaken(store: Store, bundle: VerifiedBundle): Promise<boolean> {
  const trusted = await findTrusted(store, bundle.conference.id);
  if (trusted?.head === undefined || trusted.root.version < bundle.state.root.version) return false;
  return trusted.head.version >= bundle.version;
}
