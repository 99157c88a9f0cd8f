// Takes over a verified version of the conference office's papers: kept as received, journalled, then shown.

import { assert } from '../../shared/assert';
import type { JournalDeed, KeepFailure } from '../../shared/desktop-contract';
import { deedOf } from '../../shared/journal/entry';
import { fail, succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Deed } from './deeds';
import type { BundleFacts, OfficialNews } from './official-news';
import { findTrusted } from './official-questions';
import { perform } from './perform';
import type { Store } from './store';

/**
 * Applies a version that is news. What arrived is kept on disk first (the head last), then the journal says that it was
 * applied, together with `carried` (the delegate's drafts and notes as carried over to the new texts, by `deedOf`);
 * then the rows of the conference are replaced. Notes and drafts that `carried` does not name stay as they are.
 * Refused when another window has applied this version or a later one meanwhile. Rows that cannot be written now are
 * made again from what is kept, at the next start.
 */
export async function applyOfficial(store: Store, news: OfficialNews, carried: readonly JournalDeed[] = []): Deed {
  const { bundle } = news;
  assert(bundle.isNews, 'only a bundle that is news is applied');
  if (await isOvertaken(store, bundle)) return fail({ kind: 'refused' });
  const kept = await keepReceived(store, news);
  if (!kept.ok) return kept;
  const applied = { version: bundle.version, head: bundle.headHash };
  const performed = await perform(store, [deedOf('official.applied', bundle.conference.id, applied), ...carried]);
  if (!performed.ok) return performed;
  return succeed({ isShown: performed.value.isShown && (await news.writeRows()) });
}

async function keepReceived(store: Store, { bundle, received }: OfficialNews): Promise<Result<void, KeepFailure>> {
  const place = { store: store.name, conference: bundle.conference.id };
  for (let lot = 0; ; lot += 1) {
    const parts = await received(lot);
    if (parts === undefined) return succeed(undefined);
    const { roots, objects, head } = parts;
    const kept = await store.desktop.keepOfficial({
      ...place,
      roots: [...roots],
      objects: [...objects],
      ...(head === undefined ? {} : { head }),
    });
    if (!kept.ok) return kept;
  }
}

/** Whether another window has gone at least as far since the bundle was verified. */
async function isOvertaken(store: Store, bundle: BundleFacts): Promise<boolean> {
  const trusted = await findTrusted(store, bundle.conference.id);
  if (trusted?.head === undefined || trusted.root.version < bundle.state.root.version) return false;
  return trusted.head.version >= bundle.version;
}
