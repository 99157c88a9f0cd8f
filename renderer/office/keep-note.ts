// The note for delegates, kept among what is put together for the next version.

import type { ConferenceId } from '../../shared/ids';
import type { Deed } from '../storage/deeds';
import { findInRelease, putInRelease, takeFromRelease } from '../storage/release';
import type { Store } from '../storage/store';

/** Keeps `text` as the note; an empty one is none. */
export async function keepNote(store: Store, conference: ConferenceId, text: string): Deed {
  const name = { conferenceId: conference, record: 'note' } as const;
  return text === '' ? takeFromRelease(store, [name]) : putInRelease(store, [{ ...name, kind: 'note', text }]);
}

/** The note as delegates will read it; undefined where there is none. */
export async function findNote(store: Store, conference: ConferenceId): Promise<string | undefined> {
  const [note] = await findInRelease(store, conference, ['note']);
  return note?.kind === 'note' && note.text.trim() !== '' ? note.text.trim() : undefined;
}
