// What components ask of the working copy, for live queries. A thing that is looked for and is not there is `null`.

import type { Amendment } from '../../shared/amendment/amendment';
import { motionOfRows, textOfRow, textVersionKey } from '../../shared/journal/row';
import type { DecisionRow, MotionRow } from '../../shared/journal/row';
import type { Briefing } from '../../shared/motion/briefing';
import type { Conference } from '../../shared/motion/conference';
import type { Decision } from '../../shared/motion/decision';
import type { Mandate, MandatePosition } from '../../shared/motion/mandate';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';
import { inOrderOfNumber } from '../../shared/report/agenda-order';
import type { ReportPapers } from '../../shared/report/motion-account';
import type { Store } from './store';

/** A motion as a list shows it. */
export type MotionSummary = Omit<MotionRow, 'decision' | 'dropped' | 'source'> & {
  /** What the delegate recorded in the hall; where nothing is recorded, what is printed on the paper. */
  readonly decision?: Decision;
  readonly isDecisionRecorded: boolean;
  readonly mandate?: MandatePosition;
  readonly noteCount: number;
  /** Amendments of the papers. */
  readonly amendmentCount: number;
  /** Amendments of the delegate's own, whatever their standing. */
  readonly ownAmendmentCount: number;
};

/** By title. */
export async function listConferences(store: Store): Promise<readonly Conference[]> {
  const conferences = await store.database.conferences.toArray();
  return conferences.toSorted((before, after) => compareText(before.title, after.title));
}

export async function findConference(store: Store, conferenceId: string): Promise<Conference | null> {
  return (await store.database.conferences.get(conferenceId)) ?? null;
}

/** As the agenda numbers them, without their texts. */
export async function listMotions(store: Store, conferenceId: string): Promise<readonly MotionSummary[]> {
  const { dexie, motions, notes, mandates, decisions, amendments } = store.database;
  return dexie.transaction('r', [motions, notes, mandates, decisions, amendments], async () => {
    const rows = await motions.where({ conferenceId }).toArray();
    const noteCounts = countEach(await notes.orderBy('motionId').keys());
    const mandateOf = new Map((await mandates.toArray()).map((mandate) => [String(mandate.motionId), mandate]));
    const recordedOn = new Map((await decisions.toArray()).map((decision) => [decision.recordId, decision]));
    const keys = await amendments
      .where('[conferenceId+motionId+origin+standing]')
      .between([conferenceId], [conferenceId, []])
      .keys();
    const counts = countAmendments(keys);
    return inAgendaOrder(rows).map((row) =>
      summaryOf(row, {
        mandate: mandateOf.get(row.id),
        recorded: recordedOn.get(row.id),
        noteCount: noteCounts.get(row.id) ?? 0,
        amendmentCount: counts.printed.get(row.id) ?? 0,
        ownAmendmentCount: counts.own.get(row.id) ?? 0,
      }),
    );
  });
}

export async function findMotion(store: Store, motionId: string): Promise<Motion | null> {
  const { dexie, motions, textVersions } = store.database;
  return dexie.transaction('r', [motions, textVersions], async () => {
    const row = await motions.get(motionId);
    if (row === undefined) return null;
    const text = await textVersions.get(textVersionKey(motionId, row.textVersion));
    return text === undefined ? null : motionOfRows(row, text);
  });
}

/** A text the motion has now or once had here. */
export async function findTextVersion(
  store: Store,
  motionId: string,
  textVersion: string,
): Promise<TextVersion | null> {
  const row = await store.database.textVersions.get(textVersionKey(motionId, textVersion));
  return row === undefined ? null : textOfRow(row);
}

/**
 * Every text that the motion has or once had here, in no order; the one it has now is named by the motion. Texts that
 * only amendments to amendments are written in are kept too, but the motion never read so.
 */
export async function listTextVersions(store: Store, motionId: string): Promise<readonly TextVersion[]> {
  const { dexie, textVersions, amendments } = store.database;
  return dexie.transaction('r', [textVersions, amendments], async () => {
    const secondaries = (await amendments.where({ motionId }).toArray()).filter(({ amends }) => amends !== undefined);
    const amended = new Set(secondaries.map(({ baseVersion }) => baseVersion));
    const rows = await textVersions.where({ motionId }).toArray();
    return rows.filter(({ id }) => !amended.has(id)).map(textOfRow);
  });
}

export type AmendmentsOfMotion = {
  /** Those of the papers, as the agenda numbers them. */
  readonly printed: readonly Amendment[];
  /** The delegate's own, the last saved first. */
  readonly own: readonly Amendment[];
};

export async function listAmendments(store: Store, motionId: string): Promise<AmendmentsOfMotion> {
  const amendments = await store.database.amendments.where({ motionId }).toArray();
  return { printed: inAgendaOrder(amendments.filter(isPrinted)), own: lastSavedFirst(amendments.filter(isOwn)) };
}

/** The delegate's own amendments in a conference, the last saved first. */
export async function listOwnAmendments(store: Store, conferenceId: string): Promise<readonly Amendment[]> {
  const amendments = await store.database.amendments.where({ conferenceId, origin: 'delegate' }).toArray();
  return lastSavedFirst(amendments.filter(isOwn));
}

/** An amendment as one goes to it. */
export type NumberedAmendment = Pick<Amendment, 'id' | 'motionId'> & { readonly number: string };

/** More than anybody reads, and few enough to be read at every key. */
const numberedAtMost = 100;

/**
 * Amendments of a conference whose printed number begins with one of `beginnings`, letters in any case; of more than 100
 * the first as a dictionary has them, so that a number never stands behind longer ones that begin with it.
 */
export async function findNumberedAmendments(
  store: Store,
  conferenceId: string,
  beginnings: readonly string[],
): Promise<readonly NumberedAmendment[]> {
  if (beginnings.length === 0) return [];
  const found = await store.database.amendments
    .where('number')
    .startsWithAnyOfIgnoreCase([...beginnings])
    .filter((amendment) => amendment.conferenceId === conferenceId)
    .limit(numberedAtMost)
    .toArray();
  return inAgendaOrder(found).flatMap(({ id, motionId, number }) =>
    number === undefined ? [] : [{ id, motionId, number }],
  );
}

export async function findAmendment(store: Store, amendmentId: string): Promise<Amendment | null> {
  return (await store.database.amendments.get(amendmentId)) ?? null;
}

/** Notes on a motion and its clauses, the last saved first. */
export async function listNotes(store: Store, motionId: string): Promise<readonly Note[]> {
  return lastSavedFirst(await store.database.notes.where({ motionId }).toArray());
}

/**
 * All notes on motions of a conference, the last saved first; also those on official motions that the office has taken
 * away since (an official id begins with its conference's).
 */
export async function listAllNotes(store: Store, conferenceId: string): Promise<readonly Note[]> {
  const { dexie, motions, notes } = store.database;
  return dexie.transaction('r', [motions, notes], async () => {
    const noted = await notes.orderBy('motionId').uniqueKeys();
    const here = new Set(await motions.where({ conferenceId }).primaryKeys());
    const motionIds = noted.map(String).filter((id) => here.has(id) || id.startsWith(`${conferenceId}.`));
    return lastSavedFirst(await notes.where('motionId').anyOf(motionIds).toArray());
  });
}

/** By title. */
export async function listBriefings(store: Store, conferenceId: string): Promise<readonly Briefing[]> {
  return byTitle(await store.database.briefings.where({ conferenceId }).toArray());
}

export async function findBriefing(store: Store, briefingId: string): Promise<Briefing | null> {
  return (await store.database.briefings.get(briefingId)) ?? null;
}

/** The briefings linked to a motion, by title. */
export async function listLinkedBriefings(store: Store, motionId: string): Promise<readonly Briefing[]> {
  const { dexie, links, briefings } = store.database;
  return dexie.transaction('r', [links, briefings], async () => {
    const linked = await links.where({ motionId }).toArray();
    return byTitle(held(await briefings.bulkGet(linked.map((link) => link.briefingId))));
  });
}

/** The motions a briefing is linked to, as the agenda numbers them. */
export async function listLinkedMotions(store: Store, briefingId: string): Promise<readonly MotionRow[]> {
  const { dexie, links, motions } = store.database;
  return dexie.transaction('r', [links, motions], async () => {
    const linked = await links.where({ briefingId }).toArray();
    return inAgendaOrder(held(await motions.bulkGet(linked.map((link) => link.motionId))));
  });
}

/** What the delegate recorded as decided on a motion or amendment. */
export async function findDecision(store: Store, recordId: string): Promise<DecisionRow | null> {
  return (await store.database.decisions.get(recordId)) ?? null;
}

/** What the delegate recorded as decided on a motion and on the amendments to it. */
export async function listDecisions(store: Store, motionId: string): Promise<readonly DecisionRow[]> {
  return store.database.decisions.where({ motionId }).toArray();
}

export async function findMandate(store: Store, motionId: string): Promise<Mandate | null> {
  return (await store.database.mandates.get(motionId)) ?? null;
}

/** Entries of the journal that need a newer version of Rostrum. */
export async function countUnread(store: Store): Promise<number> {
  return store.database.unread.count();
}

/** Everything that a report on a conference is made from; null when the conference is not held. */
export async function loadForReport(store: Store, conferenceId: string): Promise<ReportPapers | null> {
  const { dexie, conferences, motions, textVersions, amendments, notes, mandates, decisions } = store.database;
  const { briefings, links } = store.database;
  const tables = [conferences, motions, textVersions, amendments, notes, mandates, decisions, briefings, links];
  return dexie.transaction('r', tables, async () => {
    const conference = await conferences.get(conferenceId);
    if (conference === undefined) return null;
    const rows = inAgendaOrder(await motions.where({ conferenceId }).toArray());
    const here = new Set<string>(rows.map((row) => row.id));
    const isHere = (record: { readonly motionId: string }): boolean => here.has(record.motionId);
    const texts = await textVersions.bulkGet(rows.map((row) => textVersionKey(row.id, row.textVersion)));
    const current = new Set(texts.map((text) => text?.key));
    const onMotions = inAgendaOrder(
      (
        await amendments
          .where('motionId')
          .anyOf([...here])
          .toArray()
      ).filter(isHere),
    );
    const earlierKeys = onMotions
      .map((amendment) => textVersionKey(amendment.motionId, amendment.baseVersion))
      .filter((key) => !current.has(key));
    const earlier = held(await textVersions.bulkGet([...new Set(earlierKeys)]));
    return {
      conference,
      motions: rows.flatMap((row, index) => {
        const text = texts[index];
        return text === undefined ? [] : [motionOfRows(row, text)];
      }),
      amendments: onMotions,
      earlierTexts: earlier.map(textOfRow),
      notes: lastSavedFirst((await notes.toArray()).filter(isHere)),
      mandates: (await mandates.toArray()).filter(isHere),
      decisions: (await decisions.toArray()).filter(isHere),
      briefings: byTitle(await briefings.where({ conferenceId }).toArray()),
      links: (await links.toArray()).filter(isHere),
    };
  });
}

type SummaryParts = Pick<MotionSummary, 'noteCount' | 'amendmentCount' | 'ownAmendmentCount'> & {
  readonly mandate: Mandate | undefined;
  readonly recorded: DecisionRow | undefined;
};

function summaryOf(row: MotionRow, { mandate, recorded, ...counts }: SummaryParts): MotionSummary {
  const { decision: printed, dropped: _dropped, source: _source, ...facts } = row;
  const decision = recorded === undefined ? printed : decisionOf(recorded);
  return {
    ...facts,
    ...counts,
    ...(decision === undefined ? {} : { decision }),
    isDecisionRecorded: recorded !== undefined,
    ...(mandate === undefined ? {} : { mandate: mandate.position }),
  };
}

/** What was decided, without when and on what. */
export function decisionOf({
  recordId: _record,
  motionId: _motion,
  recordedAt: _at,
  ...decision
}: DecisionRow): Decision {
  return decision;
}

/** On the papers: the office's, or brought in as printed. */
function isPrinted({ origin, standing }: Pick<Amendment, 'origin' | 'standing'>): boolean {
  return origin === 'office' || standing === 'published';
}

function isOwn(amendment: Pick<Amendment, 'origin' | 'standing'>): boolean {
  return !isPrinted(amendment);
}

/** Counts by motion, from keys of `[conferenceId+motionId+origin+standing]`. */
function countAmendments(keys: readonly unknown[]): {
  readonly printed: ReadonlyMap<string, number>;
  readonly own: ReadonlyMap<string, number>;
} {
  const printed: unknown[] = [];
  const own: unknown[] = [];
  for (const key of keys) {
    if (!Array.isArray(key)) continue;
    const [, motionId, origin, standing] = key;
    (isPrinted({ origin, standing }) ? printed : own).push(motionId);
  }
  return { printed: countEach(printed), own: countEach(own) };
}

function countEach(keys: readonly unknown[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(String(key), (counts.get(String(key)) ?? 0) + 1);
  return counts;
}

function inAgendaOrder<T extends { readonly number?: string; readonly title?: string }>(
  papers: readonly T[],
): readonly T[] {
  return inOrderOfNumber(papers, (before, after) => compareText(before.title ?? '', after.title ?? ''));
}

function byTitle<T extends { readonly title: string }>(papers: readonly T[]): T[] {
  return papers.toSorted((before, after) => compareText(before.title, after.title));
}

function lastSavedFirst<T extends { readonly savedAt?: number }>(records: readonly T[]): T[] {
  return records.toSorted((before, after) => (after.savedAt ?? 0) - (before.savedAt ?? 0));
}

function held<T>(rows: readonly (T | undefined)[]): readonly T[] {
  return rows.filter((row) => row !== undefined);
}

function compareText(before: string, after: string): number {
  return before.localeCompare(after, 'en-GB');
}
