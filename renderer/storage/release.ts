// What a conference office puts into its next version: asked for, and changed by deeds that can each be taken back.

import { Dexie, type ObservabilitySet } from 'dexie';
import type { Decision } from '../../shared/motion/decision';
import type { Amendment } from '../../shared/amendment/amendment';
import { releaseKey, type ReleaseEntry } from '../../shared/bundle/release-entry';
import { deedOf } from '../../shared/journal/entry';
import { motionOfRows, textVersionKey, type MotionRow } from '../../shared/journal/row';
import type { JournalDeed } from '../../shared/desktop-contract';
import type { Motion } from '../../shared/motion/motion';
import { succeed } from '../../shared/result';
import type { Deed } from './deeds';
import type { JournalMemory, Memory } from './memory';
import { perform } from './perform';

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
const atOnce = 500;

/** Sets entries, each in place of the one for the same record. */
export function putInRelease(store: JournalMemory, entries: readonly ReleaseEntry[]): Deed {
  return inMoments(
    store,
    entries.map((entry) => deedOf('release.set', releaseKey(entry), entry)),
  );
}

async function inMoments(store: JournalMemory, deeds: readonly JournalDeed[]): Deed {
  let isShown = true;
  for (let at = 0; at < deeds.length; at += atOnce) {
    const done = await perform(store, deeds.slice(at, at + atOnce));
    if (!done.ok) return done;
    isShown = isShown && done.value.isShown;
  }
  return succeed({ isShown });
}

/** Takes entries back: their records stand as they were published, or are not in the version. */
export function takeFromRelease(
  store: JournalMemory,
  entries: readonly Pick<ReleaseEntry, 'conferenceId' | 'record'>[],
): Deed {
  return inMoments(
    store,
    entries.map((entry) => deedOf('release.remove', releaseKey(entry))),
  );
}

/** Puts the entries of these records back to what they were `before`, where there was none to none: undoes a deed. */
export function restoreRelease(
  store: JournalMemory,
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

/** Papers of this computer that entries name, by id. */
export type NamedPapers = {
  readonly motions: ReadonlyMap<string, Motion>;
  readonly amendments: ReadonlyMap<string, Amendment>;
};

/** What was recorded as decided in the hall, by the id of the paper. */
export type RecordedDecisions = ReadonlyMap<string, Decision>;

export type ReleasePapers = NamedPapers & {
  readonly entries: readonly ReleaseEntry[];
  readonly decisions: RecordedDecisions;
};

/** Everything of the working copy that the next version of a conference is made of. */
export async function loadForRelease(store: Rows, conferenceId: string): Promise<ReleasePapers> {
  const { dexie, release, motions, textVersions, amendments, decisions } = store.database;
  return dexie.transaction('r', [release, motions, textVersions, amendments, decisions], async () => {
    const entries = await listRelease(store, conferenceId);
    const papers = await loadNamedPapers(store, entries);
    return { entries, ...papers, decisions: await loadDecisions(store) };
  });
}

/** The papers that `entries` name; those that are `known` are not read again. */
export async function loadNamedPapers(
  store: Rows,
  entries: readonly ReleaseEntry[],
  known: NamedPapers = { motions: new Map(), amendments: new Map() },
): Promise<NamedPapers> {
  const { dexie, motions, textVersions, amendments } = store.database;
  const missing = (kind: 'motion' | 'amendment', have: ReadonlyMap<string, unknown>): string[] =>
    entries.flatMap((entry) => (entry.kind === kind && !have.has(entry.paper) ? [entry.paper] : []));
  return dexie.transaction('r', [motions, textVersions, amendments], async () => {
    const rows = (await motions.bulkGet(missing('motion', known.motions))).filter((row) => row !== undefined);
    const texts = await textVersions.bulkGet(rows.map((row) => textVersionKey(row.id, row.textVersion)));
    const held = rows.flatMap((row, index) => {
      const text = texts[index];
      return text === undefined ? [] : [motionOfRows(row, text)];
    });
    const amending = await amendments.bulkGet(missing('amendment', known.amendments));
    return {
      motions: new Map([...known.motions, ...held.map((motion) => [motion.id, motion] as const)]),
      amendments: new Map([
        ...known.amendments,
        ...amending.flatMap((amendment) => (amendment === undefined ? [] : [[amendment.id, amendment] as const])),
      ]),
    };
  });
}

export async function loadDecisions({ database }: Rows): Promise<RecordedDecisions> {
  const recorded = await database.decisions.toArray();
  return new Map(recorded.map(({ recordId, motionId: _on, recordedAt: _at, ...decision }) => [recordId, decision]));
}

/** What the next version is made of, as far as the working copy holds it. */
export type ReleasePart = 'entries' | 'papers' | 'decisions' | 'published';

const partOfTable = new Map<string, ReleasePart>([
  ['release', 'entries'],
  ['motions', 'papers'],
  ['textVersions', 'papers'],
  ['amendments', 'papers'],
  ['decisions', 'decisions'],
  ['applied', 'published'],
]);

/** Tells, after each deed of any window that concerns them, which parts may be others now. Answers how to end it. */
export function watchRelease({ database }: Rows, onChange: (parts: ReadonlySet<ReleasePart>) => void): () => void {
  const here = `idb://${database.dexie.name}/`;
  const hear = (mutated: ObservabilitySet): void => {
    // Dexie names what was written as `idb://database/table/index`.
    const tables = Object.keys(mutated).flatMap((name) =>
      name.startsWith(here) ? [name.slice(here.length).split('/')[0] ?? ''] : [],
    );
    const parts = new Set(tables.flatMap((table) => partOfTable.get(table) ?? []));
    if (parts.size > 0) onChange(parts);
  };
  Dexie.on.storagemutated.subscribe(hear);
  return () => Dexie.on.storagemutated.unsubscribe(hear);
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
