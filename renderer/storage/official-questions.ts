// What a reading of the office's papers needs to know: what is trusted, and what is held already.

import type { OfficialRecord } from '../../shared/bundle/records';
import type { TrustedState } from '../../shared/bundle/trusted-state';
import type { MotionId } from '../../shared/ids';
import { motionOfRows, textVersionKey } from '../../shared/journal/row';
import type { AppliedRow } from '../../shared/journal/row';
import type { HeldPapers } from '../../shared/merge/plan-merge';
import type { TextVersion } from '../../shared/motion/motion';
import type { Memory } from './memory';

/** All that these questions need: a worker has no doorkeeper. */
type Rows = Pick<Memory, 'database'>;

/** What is trusted of a conference; null before the first contact. */
export async function findTrusted(store: Rows, conferenceId: string): Promise<TrustedState | null> {
  return (await store.database.trusted.get(conferenceId)) ?? null;
}

/** What is trusted of every conference that an office publishes. */
export async function listTrusted(store: Rows): Promise<readonly TrustedState[]> {
  return store.database.trusted.toArray();
}

/** The version of a conference's papers that was applied last, and when; null where none was. */
export async function findApplied(store: Rows, conferenceId: string): Promise<AppliedRow | null> {
  return (await store.database.applied.get(conferenceId)) ?? null;
}

/** Looks up chunks held here by the hash of their stored bytes, for `Verification.held`. */
export function heldChunks(
  store: Rows,
  conferenceId: string,
): (sha256: string) => Promise<readonly OfficialRecord[] | undefined> {
  return async (sha256) => (await store.database.official.get(`${conferenceId}/${sha256}`))?.records;
}

/** The conference as it is held, without its papers, for a plan of something that is no news. */
export async function loadHeldTitle(store: Rows, conferenceId: string): Promise<HeldPapers> {
  const conference = await store.database.conferences.get(conferenceId);
  return { ...(conference === undefined ? {} : { conference }), motions: [], amendments: [] };
}

/** The text in which a motion is held now; undefined where it is not. */
export async function findHeldText({ database }: Rows, motion: MotionId): Promise<TextVersion | undefined> {
  const { dexie, motions, textVersions } = database;
  return dexie.transaction('r', [motions, textVersions], async () => {
    const row = await motions.get(motion);
    const text = row === undefined ? undefined : await textVersions.get(textVersionKey(row.id, row.textVersion));
    return row === undefined || text === undefined ? undefined : motionOfRows(row, text).text;
  });
}

/** The official papers of a conference as they are held, whole, for `planMerge`. */
export async function loadHeldPapers(store: Rows, conferenceId: string): Promise<HeldPapers> {
  const { dexie, conferences, motions, textVersions, amendments, orderOfBusiness } = store.database;
  return dexie.transaction('r', [conferences, motions, textVersions, amendments, orderOfBusiness], async () => {
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
      sessions: await orderOfBusiness.where({ conferenceId }).toArray(),
    };
  });
}
