// What a conference office puts into its next version: asked for, and changed by deeds that can each be taken back.

import { liveQuery } from 'dexie';
import type { Decision } from '../../shared/motion/decision';
import type { Amendment } from '../../shared/amendment/amendment';
import { releaseKey, type ReleaseEntry } from '../../shared/bundle/release-entry';
import { deedOf } from '../../shared/journal/entry';
import { motionOfRows, textVersionKey, type MotionRow } from '../../shared/journal/row';
import type { JournalDeed } from '../../shared/desktop-contract';
import type { Motion } from '../../shared/motion/motion';
import { succeed } from '../../shared/result';
import type { Deed } from './deeds';
import type { Memory } from './memory';
import { perform } from './perform';
import type { Store } from './store';

type Rows = Pick<Memory, 'database'>;

/** What is put together for the next version of a conference, in no order. */
export async function listRelease(store: Rows, conferenceId: string): Promise<readonly ReleaseEntry[]> {
  const rows = await store.database.release.where({ conferenceId }).toArray();
  return rows.map(({ key: _key, ...entry }) => entry);
}

/** What is put together for some records of a conference, of those that there is anything for. */
export async function findInRelease(
  store: Rows,
  conferenceId: string,
  records: readonly string[],
): Promise<readonly ReleaseEntry[]> {
  const rows = await store.database.release.bulkGet(records.map((record) => releaseKey({ conferenceId, record })));
  return rows.flatMap((row) => {
    if (row === undefined) return [];
    const { key: _key, ...entry } = row;
    return [entry];
  });
}

/** Deeds done at once: a whole agenda goes in many such moments, between which the window answers. */
const atOnce = 250;

/** Sets entries, each in place of the one for the same record. */
export function putInRelease(store: Store, entries: readonly ReleaseEntry[]): Deed {
  return inMoments(
    store,
    entries.map((entry) => deedOf('release.set', releaseKey(entry), entry)),
  );
}

async function inMoments(store: Store, deeds: readonly JournalDeed[]): Deed {
  let isShown = true;
  for (let at = 0; at < deeds.length; at += atOnce) {
    const done = await perform(store, deeds.slice(at, at + atOnce));
    if (!done.ok) return done;
    isShown = isShown && done.value.isShown;
  }
  return succeed({ isShown });
}

/** Takes entries back: their records stand as they were published, or are not in the version. */
export function takeFromRelease(store: Store, entries: readonly Pick<ReleaseEntry, 'conferenceId' | 'record'>[]): Deed {
  return inMoments(
    store,
    entries.map((entry) => deedOf('release.remove', releaseKey(entry))),
  );
}

/** Puts the entries of these records back to what they were `before`, where there was none to none: undoes a deed. */
export function restoreRelease(
  store: Store,
  records: readonly Pick<ReleaseEntry, 'conferenceId' | 'record'>[],
  before: readonly ReleaseEntry[],
): Deed {
  const known = new Map(before.map((entry) => [releaseKey(entry), entry]));
  return inMoments(
    store,
    records.map((record) => {
      const entry = known.get(releaseKey(record));
      return entry === undefined
        ? deedOf('release.remove', releaseKey(record))
        : deedOf('release.set', releaseKey(entry), entry);
    }),
  );
}

export type ReleasePapers = {
  readonly entries: readonly ReleaseEntry[];
  /** Papers of this computer that the entries name, by id. */
  readonly motions: ReadonlyMap<string, Motion>;
  readonly amendments: ReadonlyMap<string, Amendment>;
  readonly decisions: ReadonlyMap<string, Decision>;
};

/** Everything of the working copy that the next version of a conference is made of. */
export async function loadForRelease(store: Rows, conferenceId: string): Promise<ReleasePapers> {
  const { dexie, release, motions, textVersions, amendments, decisions } = store.database;
  return dexie.transaction('r', [release, motions, textVersions, amendments, decisions], async () => {
    const entries = await listRelease(store, conferenceId);
    const named = (kind: 'motion' | 'amendment'): string[] =>
      entries.flatMap((entry) => (entry.kind === kind ? [entry.paper] : []));
    const rows = (await motions.bulkGet(named('motion'))).filter((row) => row !== undefined);
    const texts = await textVersions.bulkGet(rows.map((row) => textVersionKey(row.id, row.textVersion)));
    const held = rows.flatMap((row, index) => {
      const text = texts[index];
      return text === undefined ? [] : [motionOfRows(row, text)];
    });
    const amending = (await amendments.bulkGet(named('amendment'))).filter((row) => row !== undefined);
    const recorded = await decisions.toArray();
    return {
      entries,
      motions: new Map(held.map((motion) => [motion.id, motion])),
      amendments: new Map(amending.map((amendment) => [amendment.id, amendment])),
      decisions: new Map(
        recorded.map(({ recordId, motionId: _on, recordedAt: _at, ...decision }) => [recordId, decision]),
      ),
    };
  });
}

/**
 * A text that is another whenever the next version could be: entries, the papers they name, decisions, what is published.
 * With `known`, answers as soon as it is another than that, and has been so for a moment. For a worker: it reads it all.
 */
export async function nextFingerprint(store: Rows, conferenceId: string, known?: string): Promise<string> {
  if (known === undefined) return fingerprintOf(store, conferenceId);
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watching = liveQuery(async () => fingerprintOf(store, conferenceId)).subscribe({
      next: (fingerprint) => {
        clearTimeout(timer);
        if (fingerprint === known) return;
        timer = setTimeout(() => {
          watching.unsubscribe();
          resolve(fingerprint);
        }, settling);
      },
      error: reject,
    });
  });
}

/** Milliseconds without a change before the next version is put together anew. */
const settling = 500;

async function fingerprintOf(store: Rows, conferenceId: string): Promise<string> {
  const { dexie, release, motions, amendments, decisions, applied } = store.database;
  return dexie.transaction('r', [release, motions, amendments, decisions, applied], async () => {
    const entries = await listRelease(store, conferenceId);
    const rows = await motions.bulkGet(entries.flatMap((entry) => (entry.kind === 'motion' ? [entry.paper] : [])));
    const amending = await amendments.bulkGet(
      entries.flatMap((entry) => (entry.kind === 'amendment' ? [entry.paper] : [])),
    );
    const recorded = await decisions.toArray();
    const published = await applied.get(conferenceId);
    const own = entries.filter(({ kind }) => kind !== 'note');
    return JSON.stringify([own, rows, amending, recorded, published?.head]);
  });
}

/** The printed papers of one conference here, and what is published of another: what choosing papers goes by. */
export type ChoosablePapers = {
  readonly motions: readonly MotionRow[];
  readonly amendments: readonly Amendment[];
  readonly published: { readonly motions: readonly MotionRow[]; readonly amendments: readonly Amendment[] };
};

export async function loadChoosable(store: Rows, from: string, official: string): Promise<ChoosablePapers> {
  const { dexie, motions, amendments } = store.database;
  return dexie.transaction('r', [motions, amendments], async () => {
    const printed = await amendments.where({ conferenceId: from }).toArray();
    return {
      motions: await motions.where({ conferenceId: from }).toArray(),
      amendments: printed.filter(({ standing }) => standing === 'published' || standing === 'withdrawn'),
      published: {
        motions: await motions.where({ conferenceId: official, origin: 'office' }).toArray(),
        amendments: await amendments.where({ conferenceId: official, origin: 'office' }).toArray(),
      },
    };
  });
}
