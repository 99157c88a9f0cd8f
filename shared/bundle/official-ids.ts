// Ids of official papers. A bundle names its records for itself; here the conference's id is put before each name, so
// that no conference office can name, and so replace, a paper of another conference or of the delegate.

import { assert } from '../assert';
import type { ConferenceId } from '../ids';
import { conferenceIdPattern } from './conference-id';

/** How a record may be called within its bundle. */
export const recordIdPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

/** How a session may be called: its chunk is named after it. */
export const sessionNamePattern = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** The id, on this computer, of the record that `conference` calls `name`. */
export function officialId(conference: ConferenceId, name: string): string {
  return `${conference}.${name}`;
}

/** What the bundle of `conference` calls the paper with this official id. */
export function recordNameOf(conference: ConferenceId, id: string): string {
  assert(id.startsWith(`${conference}.`), 'an official paper carries its conference in its id');
  return id.slice(conference.length + 1);
}

/** Whether an id is of the form that official papers alone have. */
export function isOfficialId(id: string): boolean {
  const dot = id.indexOf('.');
  return dot > 0 && conferenceIdPattern.test(id.slice(0, dot));
}
