// The storage of the app on a page of its own, for tests that kill the browser or damage its files between two visits.
// `window.storage` is this module; the doorkeeper is reached through `window.doorkeeper`, which the test puts there.

import { compression, cryptography } from '../../renderer/app/cryptography';
import { textCodec } from '../../renderer/app/text-codec';
import { addPapers, saveNote } from '../../renderer/storage/deeds';
import { listMotions, listNotes } from '../../renderer/storage/questions';
import { openStore } from '../../renderer/storage/store';
import type { Recovered } from '../../renderer/storage/store';
import type { DesktopApi } from '../../shared/desktop-contract';
import { conference, papers, tides } from './conference-papers';
import { journalInPage } from './journal-in-page';

export type Visit = {
  readonly recovered: Recovered;
  readonly motions: number;
  /** Bodies of all notes, before this visit wrote its own. */
  readonly notes: readonly string[];
};

/** Opens the store, says what is in it, and writes ten notes named after the visit, each acknowledged. */
export async function visit(name: string, folderId: string): Promise<Visit> {
  const opened = await openStore({
    name: 'own',
    desktop: desktopOfPage(folderId),
    shell: { folderId },
    now: Date.now,
    newId: () => crypto.randomUUID(),
    platform: { compression, cryptography, text: textCodec },
  });
  if (!opened.ok) throw new Error(`The store did not open: ${opened.error.kind}`);
  const { store, recovered } = opened.value;
  const motions = await listMotions(store, conference.id);
  const notes = (await listNotes(store, tides.id)).map(({ body }) => body).toSorted();
  if (motions.length === 0) await addPapers(store, papers);
  for (let index = 0; index < 10; index += 1) {
    await saveNote(store, { motionId: tides.id, baseVersion: tides.text.id, body: `${name}, note ${String(index)}` });
  }
  return { recovered, motions: motions.length, notes };
}

declare global {
  interface Window {
    /** Asks the doorkeeper for the journal: the only requests that these visits make, and they carry no bytes. */
    readonly doorkeeper: Pick<DesktopApi, 'readJournal' | 'appendToJournal'>;
    storage: { readonly visit: typeof visit };
  }
}

function desktopOfPage(folderId: string): DesktopApi {
  return { ...journalInPage(folderId), ...window.doorkeeper };
}

window.storage = { visit };
