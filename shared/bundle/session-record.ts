// Sessions of the order of business ⇄ their records, and ⇄ what an office puts together for its next version.

import type * as v from 'valibot';
import type { JsonObject } from '../json';
import { motionId, sessionId, type ConferenceId } from '../ids';
import { inOrderOfPlace, type OrderOfBusiness, type Session } from '../motion/order-of-business';
import { officialId, recordNameOf } from './official-ids';
import type { sessionSchema } from './record-schemas';
import type { ReleaseEntry } from './release-entry';

type SessionFields = Pick<v.InferOutput<typeof sessionSchema>, 'place' | 'title' | 'time' | 'items'>;
/** A session as it stands in a chunk. */
export type SessionRecord = JsonObject & {
  readonly id: string;
  readonly kind: 'session';
  readonly rev: number;
  readonly status: string;
};

type SessionEntry = Extract<ReleaseEntry, { readonly kind: 'session' }>;

/** The session that `conference` calls `name`, from the fields of its record or entry. */
export function sessionOfFields(
  { place, title, time, items }: SessionFields,
  conference: ConferenceId,
  name: string,
): Session {
  return {
    id: sessionId(officialId(conference, name)),
    conferenceId: conference,
    place,
    title,
    ...(time === undefined ? {} : { time }),
    items: items.map((item) =>
      item.kind === 'line' ? item : { kind: 'motion', motion: motionId(officialId(conference, item.motion)) },
    ),
  };
}

/** The record of a session. `rev` is for the publisher to count. */
export function recordOfSession(session: Session): SessionRecord {
  const { record, kind, conferenceId: _conference, ...fields } = entryOfSession(session);
  return { id: record, kind, rev: 1, status: 'published', ...fields };
}

/** What is put together for the next version so that it has this session. */
export function entryOfSession(session: Session): SessionEntry {
  const { id, conferenceId: conference, place, title, time, items } = session;
  return {
    kind: 'session',
    conferenceId: conference,
    record: recordNameOf(conference, id),
    place,
    title,
    ...(time === undefined ? {} : { time }),
    items: items.map((item) =>
      item.kind === 'line' ? item : { kind: 'motion', motion: recordNameOf(conference, item.motion) },
    ),
  };
}

/** The order of business of the next version of `conference`: the published one, with the entries laid over it. */
export function nextOrder(
  conference: ConferenceId,
  published: readonly Session[],
  entries: readonly ReleaseEntry[],
): OrderOfBusiness {
  const sessions = new Map(published.map((session) => [recordNameOf(conference, session.id), session]));
  for (const entry of entries) {
    if (entry.kind === 'removed') sessions.delete(entry.record);
    if (entry.kind === 'session') sessions.set(entry.record, sessionOfFields(entry, conference, entry.record));
  }
  return inOrderOfPlace([...sessions.values()]);
}

/** `session` without motions that are not among `motions`; the very session where it names none. */
export function withMotionsOf(session: Session, motions: ReadonlySet<string>): Session {
  const items = session.items.filter((item) => item.kind === 'line' || motions.has(item.motion));
  return items.length === session.items.length ? session : { ...session, items };
}
