// What a delegate does, each as one function: first into the journal, then into the rows. `origin` is never `office`
// here: what the conference office publishes comes in by `official-deeds.ts` alone.

import type { Amendment } from '../../shared/amendment/amendment';
import type { JournalDeed, KeepFailure } from '../../shared/desktop-contract';
import { amendmentId, mandateId, noteId } from '../../shared/ids';
import type { AmendmentId, NoteId } from '../../shared/ids';
import { deedOf } from '../../shared/journal/entry';
import { linkKey, textOfRow, textVersionKey } from '../../shared/journal/row';
import type { Briefing } from '../../shared/motion/briefing';
import type { Conference } from '../../shared/motion/conference';
import type { Decision } from '../../shared/motion/decision';
import type { Mandate } from '../../shared/motion/mandate';
import type { Motion, TextVersion } from '../../shared/motion/motion';
import type { Note } from '../../shared/motion/note';
import type { Result } from '../../shared/result';
import { perform, withRecord } from './perform';
import type { Kept, KeptRecord } from './perform';
import type { Store } from './store';

/** The answer of every deed. A failure means that nothing was kept; `refused`, that it may not or cannot be done. */
export type Deed<T extends Kept = Kept> = Promise<Result<T, KeepFailure>>;

export type Papers = {
  readonly conference?: Conference;
  readonly motions: readonly Motion[];
  readonly amendments: readonly Amendment[];
  readonly briefings: readonly Briefing[];
};

/**
 * Adds papers the delegate brought in, or sets anew those whose id is already here; a motion's earlier text stays among
 * its text versions. Refused when one of them calls itself official.
 */
export async function addPapers(store: Store, papers: Papers): Deed {
  return perform(store, [
    ...(papers.conference === undefined ? [] : [deedOf('conference.set', papers.conference.id, papers.conference)]),
    ...papers.motions.map((motion) => deedOf('motion.set', motion.id, motion)),
    ...papers.amendments.map((amendment) => deedOf('amendment.set', amendment.id, amendment)),
    ...papers.briefings.map((briefing) => deedOf('briefing.set', briefing.id, briefing)),
  ]);
}

export function saveConference(store: Store, conference: Conference): Deed {
  return perform(store, [deedOf('conference.set', conference.id, conference)]);
}

/**
 * Removes a motion the delegate brought in, and with it everything that hangs on it: amendments, notes, links, mandate
 * and recorded decisions. The journal still has it all. Refused for an official motion.
 */
export async function removeMotion(store: Store, motionId: string): Deed {
  const { dexie, amendments, notes, links, mandates, decisions } = store.database;
  const deeds = await dexie.transaction('r', [amendments, notes, links, mandates, decisions], async () => {
    const on = { motionId };
    return [
      ...removing('link.remove', await links.where(on).primaryKeys()),
      ...removing('decision.remove', await decisions.where(on).primaryKeys()),
      ...removing('mandate.remove', await mandates.where(on).primaryKeys()),
      ...removing('note.remove', await notes.where(on).primaryKeys()),
      ...removing('amendment.remove', await amendments.where(on).primaryKeys()),
      deedOf('motion.remove', motionId),
    ];
  });
  return perform(store, deeds);
}

/** Removes a briefing and its links to motions. */
export async function removeBriefing(store: Store, briefingId: string): Deed {
  const links = await store.database.links.where({ briefingId }).primaryKeys();
  return perform(store, [...removing('link.remove', links), deedOf('briefing.remove', briefingId)]);
}

/** A note to be saved; without an `id` it is a new one. */
export type NoteDraft = Omit<Note, 'id' | 'savedAt'> & { readonly id?: NoteId };

/** Asks the journal before it first waits when `text`, what `textWrittenOn` answered for the note, is given. */
export async function saveNote(store: Store, draft: NoteDraft, text?: readonly JournalDeed[]): Deed<KeptRecord<Note>> {
  const note: Note = { ...draft, id: draft.id ?? noteId(store.newId()), savedAt: store.now() };
  const deeds = [...(text ?? (await textWrittenOn(store, note))), deedOf('note.set', note.id, note)];
  return withRecord(await perform(store, deeds), note);
}

export function removeNote(store: Store, id: string): Deed {
  return perform(store, [deedOf('note.remove', id)]);
}

/** The delegate's own amendment to be saved; without an `id` it is a new one. */
export type AmendmentDraft = Omit<Amendment, 'id' | 'origin' | 'savedAt'> & { readonly id?: AmendmentId };

/**
 * Saves an amendment of the delegate's own. Refused when its id is an official one. Asks the journal before it first
 * waits when `text`, what `textWrittenOn` answered for the amendment, is given.
 */
export async function saveAmendment(
  store: Store,
  draft: AmendmentDraft,
  text?: readonly JournalDeed[],
): Deed<KeptRecord<Amendment>> {
  const id = draft.id ?? amendmentId(store.newId());
  const amendment: Amendment = { ...draft, id, origin: 'delegate', savedAt: store.now() };
  const deeds = [...(text ?? (await textWrittenOn(store, amendment))), deedOf('amendment.set', id, amendment)];
  return withRecord(await perform(store, deeds), amendment);
}

/** Removes an amendment and the decision recorded on it. Refused for an official amendment. */
export function removeAmendment(store: Store, id: string): Deed {
  return perform(store, [deedOf('decision.remove', id), deedOf('amendment.remove', id)]);
}

/** What conference decided on a motion or amendment (`recordId`), as the delegate saw it in the hall. */
export type SeenDecision = { readonly recordId: string; readonly motionId: string; readonly decision: Decision };

export function recordDecision(store: Store, { recordId, motionId, decision }: SeenDecision): Deed {
  const recorded = { ...decision, motionId, recordedAt: store.now() };
  return perform(store, [deedOf('decision.set', recordId, recorded)]);
}

export function clearDecision(store: Store, recordId: string): Deed {
  return perform(store, [deedOf('decision.remove', recordId)]);
}

/** Sets the delegation's mandate on a motion. A motion has one: its id is the motion's, on every computer. */
export function saveMandate(store: Store, mandate: Omit<Mandate, 'id'>): Deed {
  return perform(store, [deedOf('mandate.set', mandate.motionId, { ...mandate, id: mandateId(mandate.motionId) })]);
}

export function clearMandate(store: Store, motionId: string): Deed {
  return perform(store, [deedOf('mandate.remove', motionId)]);
}

/** Links a briefing to a motion; linking twice is one link. */
export function linkBriefing(store: Store, motionId: string, briefingId: string): Deed {
  return perform(store, [deedOf('link.set', linkKey(motionId, briefingId), { motionId, briefingId })]);
}

export function unlinkBriefing(store: Store, motionId: string, briefingId: string): Deed {
  return perform(store, [deedOf('link.remove', linkKey(motionId, briefingId))]);
}

export type WrittenOn = Pick<Note, 'motionId' | 'baseVersion'> & {
  /** That text, where it is none that the motion itself has had: the one an amendment to an amendment is written in. */
  readonly text?: TextVersion;
};

/**
 * The deed that keeps the text something is written on, unless the journal has it: an official one, or `text`. When the working copy cannot
 * say (a newer window has closed it), what was typed is kept without it.
 */
export async function textWrittenOn(
  store: Store,
  { motionId, baseVersion, text }: WrittenOn,
): Promise<readonly JournalDeed[]> {
  if (!store.database.dexie.isOpen()) return [];
  const key = textVersionKey(motionId, baseVersion);
  const row = await store.database.textVersions.get(key);
  if (row === undefined && text !== undefined) return [deedOf('text.set', key, text)];
  return row === undefined || row.isJournalled ? [] : [deedOf('text.set', row.key, textOfRow(row))];
}

function removing(
  kind: 'link.remove' | 'decision.remove' | 'mandate.remove' | 'note.remove' | 'amendment.remove',
  keys: readonly string[],
): readonly JournalDeed[] {
  return keys.map((key) => deedOf(kind, key));
}
