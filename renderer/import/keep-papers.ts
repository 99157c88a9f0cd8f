// Keeps the chosen papers: the files as they came first, then the records made of them, in one deed.

import type { KeepFailure } from '../../shared/desktop-contract';
import { conferenceId, type ConferenceId } from '../../shared/ids';
import { conferenceName } from '../../shared/import/paper-name';
import type { Conference } from '../../shared/motion/conference';
import { succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { addPapers } from '../storage/deeds';
import { findConference } from '../storage/questions';
import type { Store } from '../storage/store';
import type { HeldPapers } from './held-copies';
import type { FileParts } from './parts';
import { planKeeping } from './plan-keeping';
import type { KeptPapers, PartToKeep } from './plan-keeping';

/** Where papers go: a conference held already, or a new one by its title. */
export type Destination =
  | { readonly kind: 'held'; readonly conference: Conference; readonly papers: HeldPapers }
  | { readonly kind: 'new'; readonly title: string };

export type Kept = KeptPapers & { readonly conference: Conference };

const none: HeldPapers = { motions: [], amendments: [], briefings: [] };

/** Nothing is kept as a record unless every original is kept first. Errors as `addPapers` and `keepOriginal`. */
export async function keepPapers(
  store: Store,
  files: readonly FileParts[],
  destination: Destination,
): Promise<Result<Kept, KeepFailure>> {
  const kept: PartToKeep[] = [];
  for (const { file, parts } of files) {
    const { name, bytes } = file;
    const original = await store.desktop.keepOriginal({ store: store.name, name: name.slice(0, 200), bytes });
    if (!original.ok) return original;
    const source = { name, sha256: original.value.sha256 };
    for (const part of parts) kept.push({ ...part, source });
  }
  const conference: Conference =
    destination.kind === 'held'
      ? destination.conference
      : { id: await newConferenceId(store, destination.title), title: destination.title };
  const planned = planKeeping(kept, {
    conferenceId: conference.id,
    held: destination.kind === 'held' ? destination.papers : none,
    newId: store.newId,
  });
  const added = await addPapers(store, { ...planned, ...(destination.kind === 'new' ? { conference } : {}) });
  return added.ok ? succeed({ ...planned, conference }) : added;
}

/** The same on every computer for one title; another where a conference that is called so is here already. */
async function newConferenceId(store: Store, title: string): Promise<ConferenceId> {
  const name = conferenceName(title);
  return conferenceId((await findConference(store, name)) === null ? name : store.newId());
}
