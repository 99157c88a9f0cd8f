// What the journal amounts to: each entry as changes of rows, and all entries in order as the state they leave.

import { delegationWordOf } from '../bundle/delegation-words';
import { isOfficialId } from '../bundle/official-ids';
import type { JournalDeed, JournalEntry } from '../desktop-contract';
import type { HeardLog } from './entry';
import { parseEntry } from './parse-entry';
import type { ParsedDeed } from './parse-entry';
import { rowsOfMotion } from './row';
import type { RowChange, Rows, RowTable } from './row';

/**
 * Changes this number means every working copy is built again from its journal at the next start.
 * Raise it whenever `projectEntry` answers differently for any entry: a new kind, a new field, another row.
 */
export const projectionVersion = 8;

/** The rows that `entry` writes or removes. An entry this version cannot read changes nothing but `said`. */
export function projectEntry(entry: ProjectedEntry): readonly RowChange[] {
  const parsed = parseEntry(entry);
  return [...projectSaid(entry), ...(parsed.ok ? projectDeed(parsed.value, entry.ts) : [])];
}

/** What of an entry the rows follow from; a deed that is not in a journal has no time. */
export type ProjectedEntry = Pick<JournalDeed, 't' | 'id' | 'val'> & Partial<JournalEntry>;

/** The rows that a deed done at `ts` writes or removes: always whole rows, so that doing it again changes nothing. */
export function projectDeed(deed: ParsedDeed, ts?: number): readonly RowChange[] {
  const key = deed.id;
  switch (deed.kind) {
    case 'conference.set':
      return [{ table: 'conferences', key, row: deed.value }];
    case 'motion.set': {
      const rows = rowsOfMotion(deed.value);
      return [
        { table: 'motions', key, row: rows.motion },
        { table: 'textVersions', key: rows.text.key, row: rows.text },
      ];
    }
    case 'text.set': {
      const motionId = key.slice(0, -1 - deed.value.id.length);
      return [{ table: 'textVersions', key, row: { ...deed.value, key, motionId, isJournalled: true } }];
    }
    case 'amendment.set':
      return [{ table: 'amendments', key, row: deed.value }];
    case 'briefing.set':
      return [{ table: 'briefings', key, row: deed.value }];
    case 'note.set':
      return [{ table: 'notes', key, row: deed.value }];
    case 'mandate.set':
      return [{ table: 'mandates', key, row: deed.value }];
    case 'decision.set':
      return [{ table: 'decisions', key, row: { ...deed.value, recordId: key } }];
    case 'link.set':
      return [{ table: 'links', key, row: { ...deed.value, key } }];
    case 'official.applied':
      return [
        {
          table: 'applied',
          key,
          row: { ...deed.value, conferenceId: key, ...(ts === undefined ? {} : { appliedAt: ts }) },
        },
      ];
    case 'release.set':
      return [{ table: 'release', key, row: { ...deed.value, key } }];
    case 'delivery.set':
      return [{ table: 'deliveries', key, row: { ...deed.value, key } }];
    case 'unsaid.set':
      return [{ table: 'unsaid', key, row: { ...deed.value, key } }];
    case 'team.heard':
      return heardRows(key, deed.value);
    // What others read is a row whatever it says: `projectSaid`.
    case 'amendment.submit':
    case 'amendment.withdraw':
    case 'comment.add':
    case 'comment.edit':
    case 'comment.retract':
    case 'position.set':
    case 'position.clear':
      return [];
    case 'conference.remove':
      return [{ table: 'conferences', key, row: 'remove' }];
    case 'motion.remove':
      return [{ table: 'motions', key, row: 'remove' }];
    case 'amendment.remove':
      return [{ table: 'amendments', key, row: 'remove' }];
    case 'briefing.remove':
      return [{ table: 'briefings', key, row: 'remove' }];
    case 'note.remove':
      return [{ table: 'notes', key, row: 'remove' }];
    case 'mandate.remove':
      return [{ table: 'mandates', key, row: 'remove' }];
    case 'decision.remove':
      return [{ table: 'decisions', key, row: 'remove' }];
    case 'link.remove':
      return [{ table: 'links', key, row: 'remove' }];
    case 'unsaid.remove':
      return [{ table: 'unsaid', key, row: 'remove' }];
    case 'release.remove':
      return [{ table: 'release', key, row: 'remove' }];
  }
}

/**
 * The row of an entry that goes into a log for others, whether this version knows its kind or not: logs are numbered, so
 * none may be missing. None for what has no official motion as its `base`, or does not stand in a journal.
 */
export function projectSaid(entry: ProjectedEntry): readonly RowChange[] {
  const { device, stream, seq, lam, ts, ctx, t, id, f, val, base } = entry;
  if (stream !== 'office' && stream !== 'team') return [];
  if (device === undefined || seq === undefined || lam === undefined || ts === undefined || ctx === undefined)
    return [];
  if (base === undefined || !isOfficialId(base.motionId)) return [];
  const key = `${device}/${stream}/${String(seq)}`;
  const conferenceId = base.motionId.slice(0, base.motionId.indexOf('.'));
  const optional = { ...(f === undefined ? {} : { f }), ...(val === undefined ? {} : { val }), base };
  const said = { key, conferenceId, motionId: base.motionId, device, stream, seq, lam, ts, ctx, t, id, ...optional };
  return [{ table: 'said', key, row: said }];
}

function heardRows(key: string, { operations, ...log }: HeardLog): readonly RowChange[] {
  const { conferenceId, device } = log;
  return [
    { table: 'heardLogs', key, row: { ...log, key } },
    ...operations.map((operation): RowChange => {
      const at = `${key}/${String(operation.seq)}`;
      const motionId = delegationWordOf(operation)?.motionId ?? '';
      return { table: 'heard', key: at, row: { key: at, conferenceId, device, motionId, operation } };
    }),
  ];
}

/** Rows by table and key. */
export type FoldedState = { readonly [Table in RowTable]: ReadonlyMap<string, Rows[Table]> };

/** The rows that `entries`, in this order, leave on top of `before`. */
export function foldEntries(entries: Iterable<ProjectedEntry>, before: FoldedState = emptyState()): FoldedState {
  const state = copyOf(before);
  for (const entry of entries) for (const change of projectEntry(entry)) applyChange(state, change);
  return state;
}

export function emptyState(): FoldedState {
  return {
    conferences: new Map(),
    motions: new Map(),
    textVersions: new Map(),
    amendments: new Map(),
    briefings: new Map(),
    notes: new Map(),
    mandates: new Map(),
    decisions: new Map(),
    links: new Map(),
    applied: new Map(),
    said: new Map(),
    deliveries: new Map(),
    heard: new Map(),
    heardLogs: new Map(),
    unsaid: new Map(),
    release: new Map(),
  };
}

type GrowingState = { readonly [Table in RowTable]: Map<string, Rows[Table]> };

function copyOf(state: FoldedState): GrowingState {
  return {
    conferences: new Map(state.conferences),
    motions: new Map(state.motions),
    textVersions: new Map(state.textVersions),
    amendments: new Map(state.amendments),
    briefings: new Map(state.briefings),
    notes: new Map(state.notes),
    mandates: new Map(state.mandates),
    decisions: new Map(state.decisions),
    links: new Map(state.links),
    applied: new Map(state.applied),
    said: new Map(state.said),
    deliveries: new Map(state.deliveries),
    heard: new Map(state.heard),
    heardLogs: new Map(state.heardLogs),
    unsaid: new Map(state.unsaid),
    release: new Map(state.release),
  };
}

/** Generic in the table, so that the row and the map are known to be of one kind. */
function applyChange<Table extends RowTable>(
  state: GrowingState,
  change: { readonly table: Table; readonly key: string; readonly row: Rows[Table] | 'remove' },
): void {
  const rows: Map<string, Rows[Table]> = state[change.table];
  if (change.row === 'remove') rows.delete(change.key);
  else rows.set(change.key, change.row);
}
