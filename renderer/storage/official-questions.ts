// What a reading of the office's papers needs to know: what is trusted, and what is held already.

import type { OfficialRecord } from '../../shared/bundle/records';
import type { TrustedState } from '../../shared/bundle/trusted-state';
import { motionOfRows, textVersionKey } from '../../shared/journal/row';
import type { AppliedRow } from '../../shared/journal/row';
import type { HeldPapers } from '../../shared/merge/plan-merge';
import type { Store } from './store';

/** What is trusted of a conference; null before the first contact. */
export async function findTrusted(store: Store, conferenceId: string): Promise<TrustedState | null> {
  return (await store.database.trusted.get(conferenceId)) ?? null;
}

/** The version of a conference's papers that was applied last, and when; null where none was. */
export async function findApplied(store: Store, conferenceId: string): Promise<AppliedRow | null> {
  return (await store.database.applied.get(conferenceId)) ?? null;
}

/** Looks up chunks held here by the hash of their stored bytes, for `Verification.held`. */
export function heldChunks(
  store: Store,
  conferenceId: string,
): (sha256: string) => Promise<readonly OfficialRecord[] | undefined> {
  return async (sha256) => (await store.database.official.get(`${conferenceId}/${sha256}`))?.records;
}

/** The official papers of a conference as they are held, whole, for `planMerge`. */
export async function loadHeldPapers(store: Store, conferenceId: string): Promise<HeldPapers> {
  const { dexie, conferences, motions, textVersions, amendments } = store.database;
  return dexie.transaction('r', [conferences, motions, textVersions, amendments], async () => {
    const official = { conferenceId, origin: 'office' };
    const conference = await conferences.get(conferenceId);
    const rows = await motions.where(official).toArray();
    const texts = await textVersions.bulkGet(rows.map((row) => textVersionKey(row.id, row.textVersion)));
    return {
      ...(conference === undefined ? {} : { conference }),
      motions: rows.flatMap((row, index) => {
        const text = texts[index];
        return text === undefined ? [] : [motionOfRows(row, text)];
      }),
      amendments: await amendments.where(official).toArray(),
    };
  });
}
