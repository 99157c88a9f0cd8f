// When the journal has lost entries (a damaged disk, an older copy put in its place), the working copy may still know
// what they said. Before it is emptied, what it alone knows goes back into the journal.

import type { JournalDeed, JournalEntry, KeepFailure } from '../../shared/desktop-contract';
import { deedOf } from '../../shared/journal/entry';
import { projectEntry } from '../../shared/journal/fold';
import type { FoldedState } from '../../shared/journal/fold';
import { parseEntry } from '../../shared/journal/parse-entry';
import { motionOfRows, textOfRow, textVersionKey } from '../../shared/journal/row';
import type { Rows, RowTable, SaidRow } from '../../shared/journal/row';
import { foldJournal } from '../../shared/merge/notes-merge';
import { succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { JournalMemory } from './memory';

/** Deeds that one call of the contract takes. */
const deedsPerCall = 2000;

/**
 * Journals every record of the delegate's that the rows hold otherwise than the journal, or that it does not hold;
 * answers how many. `lamport` is the time up to which the rows tell: what the journal says of a record after that is
 * newer, and stands. A record whose removal was lost comes back: it can be removed again, a lost one not be written again.
 */
export async function rescueRows(
  memory: JournalMemory,
  lamport: number,
): Promise<Result<{ readonly rescued: number }, KeepFailure>> {
  const entries = await readEntries(memory);
  if (!entries.ok) return entries;
  const deeds = (await deedsOfRows(memory, journalledBy(entries.value, lamport))).filter((deed) => parseEntry(deed).ok);
  for (let start = 0; start < deeds.length; start += deedsPerCall) {
    const run = deeds.slice(start, start + deedsPerCall);
    const kept = await memory.desktop.appendToJournal({ store: memory.name, deeds: run });
    if (!kept.ok) return kept;
  }
  return succeed({ rescued: deeds.length });
}

async function readEntries({ desktop, name }: JournalMemory): Promise<Result<readonly JournalEntry[], KeepFailure>> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const page = await desktop.readJournal({ store: name, from: entries.length, limit: 1000 });
    if (!page.ok) return page;
    entries.push(...page.value.entries);
    if (page.value.entries.length === 0 || entries.length >= page.value.total) return succeed(entries);
  }
}

type Journalled = {
  readonly state: FoldedState;
  /** `table/key` of the records that the journal tells of after the rows were written. */
  readonly newer: ReadonlySet<string>;
};

function journalledBy(entries: readonly JournalEntry[], lamport: number): Journalled {
  const later = entries.filter((entry) => entry.lam > lamport).flatMap(projectEntry);
  return { state: foldJournal(entries), newer: new Set(later.map(({ table, key }) => `${table}/${key}`)) };
}

async function deedsOfRows({ database }: JournalMemory, { state, newer }: Journalled): Promise<readonly JournalDeed[]> {
  const { conferences, motions, textVersions, amendments, briefings, notes, mandates, decisions, links } = database;
  const texts = new Map((await textVersions.toArray()).map((row) => [row.key, row]));
  const isNew = <Table extends RowTable>(table: Table, key: string, row: Rows[Table]): boolean =>
    !newer.has(`${table}/${key}`) && JSON.stringify(state[table].get(key)) !== JSON.stringify(row);
  const ownTexts = [...texts.values()].filter((row) => row.isJournalled);
  const ownMotions = (await motions.toArray()).filter(({ origin }) => origin === 'delegate');
  const ownAmendments = (await amendments.toArray()).filter(({ origin }) => origin === 'delegate');
  return [
    ...(await conferences.toArray())
      .filter((row) => isNew('conferences', row.id, row))
      .map((row) => deedOf('conference.set', row.id, row)),
    ...ownTexts
      .filter((row) => isNew('textVersions', row.key, row))
      .map((row) => deedOf('text.set', row.key, textOfRow(row))),
    ...ownMotions
      .filter((row) => isNew('motions', row.id, row))
      .flatMap((row) => {
        const text = texts.get(textVersionKey(row.id, row.textVersion));
        return text === undefined ? [] : [deedOf('motion.set', row.id, motionOfRows(row, text))];
      }),
    ...ownAmendments
      .filter((row) => isNew('amendments', row.id, row))
      .map((row) => deedOf('amendment.set', row.id, row)),
    ...(await briefings.toArray())
      .filter((row) => isNew('briefings', row.id, row))
      .map((row) => deedOf('briefing.set', row.id, row)),
    ...(await notes.toArray())
      .filter((row) => isNew('notes', row.id, row))
      .map((row) => deedOf('note.set', row.id, row)),
    ...(await mandates.toArray())
      .filter((row) => isNew('mandates', row.id, row))
      .map((row) => deedOf('mandate.set', row.id, row)),
    ...(await decisions.toArray())
      .filter((row) => isNew('decisions', row.recordId, row))
      .map(({ recordId, ...decision }) => deedOf('decision.set', recordId, decision)),
    ...(await links.toArray())
      .filter((row) => isNew('links', row.key, row))
      .map(({ key, ...link }) => deedOf('link.set', key, link)),
    ...(await database.applied.toArray())
      .filter((row) => isNew('applied', row.conferenceId, row))
      .map(({ conferenceId, appliedAt: _appliedAt, ...bundle }) => deedOf('official.applied', conferenceId, bundle)),
    ...(await database.release.toArray())
      .filter((row) => isNew('release', row.key, row))
      .map(({ key, ...entry }) => deedOf('release.set', key, entry)),
    ...saidDeeds(await database.said.toArray(), state),
  ];
}

/** What was said to others and the journal has lost is said again, in its order: said twice it counts once. */
function saidDeeds(rows: readonly SaidRow[], state: FoldedState): readonly JournalDeed[] {
  const journalled = new Set([...state.said.values()].map(nameOf));
  const inTime = rows.toSorted((before, after) => before.lam - after.lam);
  return inTime.filter((row) => !journalled.has(nameOf(row))).map(deedOfSaid);
}

function nameOf({ stream, t, id, val }: SaidRow): string {
  return JSON.stringify([stream, t, id, val ?? null]);
}

function deedOfSaid({ stream, t, id, f, val, base }: SaidRow): JournalDeed {
  const optional = { ...(f === undefined ? {} : { f }), ...(val === undefined ? {} : { val }) };
  return { stream, t, id, ...optional, ...(base === undefined ? {} : { base }) };
}
