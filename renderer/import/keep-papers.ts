// Keeps the chosen papers: the files as they came first, then the records made of them, in one deed.

import type { KeepFailure } from '../../shared/desktop-contract';
import { conferenceId } from '../../shared/ids';
import { present } from '../../shared/assert';
import type { Conference } from '../../shared/motion/conference';
import { succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { addPapers } from '../storage/deeds';
import { findMotion, listMotions } from '../storage/questions';
import type { Store } from '../storage/store';
import { currentReading } from './import-session';
import type { ArrivingPaper } from './import-session';
import { planKeeping } from './plan-keeping';
import type { KeptPapers, PaperToKeep } from './plan-keeping';

/** Where papers go: a conference held already, or a new one by its title. */
export type Destination =
  | { readonly kind: 'held'; readonly conference: Conference }
  | { readonly kind: 'new'; readonly title: string };

export type Kept = KeptPapers & { readonly conference: Conference };

/** Nothing is kept as a record unless every original is kept first. Errors as `addPapers` and `keepOriginal`. */
export async function keepPapers(
  store: Store,
  papers: readonly ArrivingPaper[],
  destination: Destination,
): Promise<Result<Kept, KeepFailure>> {
  const kept: PaperToKeep[] = [];
  for (const arriving of papers) {
    const paper = currentReading(arriving);
    if (paper === undefined) continue;
    const { name, bytes } = arriving;
    const original = await store.desktop.keepOriginal({ store: store.name, name: name.slice(0, 200), bytes });
    if (!original.ok) return original;
    kept.push({ paper, source: { name, sha256: original.value.sha256 } });
  }
  const conference: Conference =
    destination.kind === 'held'
      ? destination.conference
      : { id: conferenceId(store.newId()), title: destination.title };
  const planned = planKeeping(kept, {
    conferenceId: conference.id,
    held: await heldMotions(store, conference),
    newId: store.newId,
  });
  const added = await addPapers(store, { ...planned, ...(destination.kind === 'new' ? { conference } : {}) });
  return added.ok ? succeed({ ...planned, conference }) : added;
}

async function heldMotions(store: Store, conference: Conference) {
  const summaries = await listMotions(store, conference.id);
  const motions = await Promise.all(summaries.map((summary) => findMotion(store, summary.id)));
  return motions.map((motion) => present(motion, 'a listed motion is there'));
}
