// Words typed into a note, in a real browser: when they are handed over, and what becomes of refused ones.

import { Dexie } from 'dexie';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { papers, tides } from '../../tests/adversary/conference-papers';
import { journalInPage } from '../../tests/adversary/journal-in-page';
import type { DesktopArguments } from '../../shared/desktop-contract';
import { noteId } from '../../shared/ids';
import { fail } from '../../shared/result';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { addPapers, saveNote } from '../storage/deeds';
import { listNotes } from '../storage/questions';
import { openStore } from '../storage/store';
import type { OpenedStore } from '../storage/store';
import { StoreProvider } from '../storage/StoreContext';
import { ToastProvider } from '../ui/Toasts';
import { NoteEditor } from './NoteEditor';

const frame = { id: noteId('note-1'), motionId: tides.id, baseVersion: tides.text.id };
let opened: OpenedStore;
let root: Root;
let screen: HTMLElement;
let refuses: boolean;
let handed: DesktopArguments<'appendToJournal'>[];
let done: string[];

beforeEach(async () => {
  refuses = false;
  handed = [];
  done = [];
  const folderId = crypto.randomUUID();
  const desktop = journalInPage(folderId);
  const result = await openStore({
    name: 'own',
    desktop: {
      ...desktop,
      appendToJournal: async (args) => {
        handed.push(args);
        return refuses ? fail({ kind: 'disk-full' }) : desktop.appendToJournal(args);
      },
    },
    shell: { folderId },
    now: Date.now,
    newId: () => crypto.randomUUID(),
    platform: { compression, cryptography, text: textCodec },
  });
  if (!result.ok) throw new Error(result.error.kind);
  opened = result.value;
  await addPapers(opened.store, papers);
  handed.length = 0;
  screen = document.body.appendChild(document.createElement('main'));
  root = createRoot(screen);
});

afterEach(async () => {
  refuses = false;
  root.unmount();
  screen.remove();
  opened.close();
  await Dexie.delete(opened.store.database.dexie.name);
});

function show(isEditing: boolean): void {
  root.render(
    <ToastProvider>
      <StoreProvider store={opened.store}>
        {isEditing && <NoteEditor frame={frame} body="" label="Note" onDone={(body) => done.push(body)} />}
      </StoreProvider>
    </ToastProvider>,
  );
}

const field = (): HTMLTextAreaElement | null => screen.querySelector('textarea');

async function type(words: string): Promise<void> {
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard(words);
}

const bodies = async (): Promise<readonly string[]> =>
  (await listNotes(opened.store, tides.id)).map((note) => note.body).toSorted();

it('words just typed are handed over in the very moment the page ends', async () => {
  show(true);
  await type('last words');
  window.dispatchEvent(new Event('pagehide'));
  expect(JSON.stringify(handed.at(-1))).toContain('last words');
});

it('“Done” on a refused note leaves its words in the field, and they are saved once they can be', async () => {
  refuses = true;
  show(true);
  await type('refused words');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.textContent).toContain('Not saved.');
  expect(done).toEqual([]);
  expect(field()?.value).toBe('refused words');
  refuses = false;
  window.dispatchEvent(new Event('online'));
  await expect.poll(bodies).toEqual(['refused words']);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => done).toEqual(['refused words']);
});

it('refused words are taken up again by the next editor of the note', async () => {
  refuses = true;
  show(true);
  await type('held words');
  await expect.poll(() => screen.textContent).toContain('Not saved.');
  const ending = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(ending);
  expect(ending.defaultPrevented).toBe(true);
  show(false);
  await expect.poll(field).toBeNull();
  show(true);
  await expect.poll(() => field()?.value).toBe('held words');
});

it('a page with nothing refused ends without a question', async () => {
  show(true);
  await type('plain words');
  const ending = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(ending);
  expect(ending.defaultPrevented).toBe(false);
});

it('a note changed in another window meanwhile is kept beside what is typed here', async () => {
  show(true);
  await type('one');
  await expect.poll(bodies).toEqual(['one']);
  await saveNote({ ...opened.store, now: () => 5 }, { ...frame, body: 'two' });
  await expect.poll(bodies).toEqual(['two']);
  await userEvent.keyboard(' more');
  await expect.poll(bodies).toEqual(['one more', 'two']);
  await expect.poll(() => document.body.textContent).toContain('Both versions are kept.');
});

it('a note typed and cleared at once is not said to be saving', async () => {
  show(true);
  await type('x{Backspace}');
  await expect.poll(() => screen.textContent).toContain('Saved as you type');
  expect(handed).toEqual([]);
});
