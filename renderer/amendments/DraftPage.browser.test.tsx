// A desk in a real browser while something lands beneath it: a new text of the motion, a change of the amendment that is
// amended, another window's version of the same draft. Nothing typed may be lost.

import { Dexie } from 'dexie';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { clauseOf, conference, motionOf, printedAmendmentOf } from '../../tests/adversary/conference-papers';
import { journalInPage } from '../../tests/adversary/journal-in-page';
import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId } from '../../shared/ids';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { Motion } from '../../shared/motion/motion';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { addPapers, saveAmendment } from '../storage/deeds';
import { listAmendments } from '../storage/questions';
import { openStore } from '../storage/store';
import type { OpenedStore } from '../storage/store';
import { StoreProvider } from '../storage/StoreContext';
import { ToastProvider } from '../ui/Toasts';
import { DraftPage } from './DraftPage';
import { keptDraftOf } from './kept-draft';

const lamps = motionOf('2', 'Lamps on the quay', ['The lamps are out.', 'The buoys are red.', 'The port is open.']);
const printed = printedAmendmentOf(lamps, '2.1');
let opened: OpenedStore;
let root: Root;
let screen: HTMLElement;

beforeEach(async () => {
  localStorage.clear();
  const folderId = crypto.randomUUID();
  const result = await openStore({
    name: 'own',
    desktop: journalInPage(folderId),
    shell: { folderId },
    now: Date.now,
    newId: () => crypto.randomUUID(),
    platform: { compression, cryptography, text: textCodec },
  });
  if (!result.ok) throw new Error(result.error.kind);
  opened = result.value;
  await addPapers(opened.store, { conference, motions: [lamps], amendments: [printed], briefings: [] });
  screen = document.body.appendChild(document.createElement('main'));
  root = createRoot(screen);
});

afterEach(async () => {
  root.unmount();
  screen.remove();
  location.hash = '';
  opened.close();
  await Dexie.delete(opened.store.database.dexie.name);
});

async function openDesk(amends?: AmendmentId): Promise<void> {
  root.render(
    <Router hook={useHashLocation}>
      <ToastProvider>
        <StoreProvider store={opened.store}>
          <DraftPage motion={lamps.id} {...(amends === undefined ? {} : { amends })} />
        </StoreProvider>
      </ToastProvider>
    </Router>,
  );
  await expect.poll(() => screen.querySelector('[role="textbox"][contenteditable]')).not.toBeNull();
}

/** Types at the end of the first clause. */
async function type(words: string): Promise<void> {
  const editor = screen.querySelector<HTMLElement>('[role="textbox"][contenteditable]');
  const clause = editor?.querySelector('p') ?? null;
  if (editor === null || clause === null) throw new Error('There is no clause to type in');
  editor.focus();
  document.getSelection()?.selectAllChildren(clause);
  document.getSelection()?.collapseToEnd();
  await userEvent.keyboard(words);
  await expect.poll(() => screen.textContent).toContain('saved on this computer');
}

const own = async (): Promise<readonly Amendment[]> => (await listAmendments(opened.store, lamps.id)).own;
const says = (words: string | RegExp) => expect.poll(() => screen.textContent).toMatch(words);
const wording = (): string => screen.querySelector('aside')?.textContent ?? '';
async function press(name: string): Promise<void> {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
  if (button === undefined) throw new Error(`There is no button “${name}”`);
  await userEvent.click(button);
}

function saying(motion: Motion, index: number, sentence: string): Motion {
  const clauses = motion.text.clauses.with(index, clauseOf(`c${String(index + 1)}`, sentence));
  return { ...motion, text: { id: textVersionIdOf(motion.text.title, clauses), title: motion.text.title, clauses } };
}

describe('while a draft is on the desk', () => {
  it('a new text of the motion is told of, and taken over when the delegate says so', async () => {
    await openDesk();
    await type(' All night');
    await addPapers(opened.store, {
      motions: [saying(lamps, 1, 'The buoys are green.')],
      amendments: [],
      briefings: [],
    });
    await says(/The text of this motion has changed.*Your draft is still against the\s+earlier text/u);
    await type(' long');
    await expect.poll(wording).toContain('All night long');
    expect(screen.textContent).toContain('The buoys are red.');
    await press('Carry over to the new text');
    await says('The buoys are green.');
    await expect.poll(wording).toContain('All night long');
    expect((await own()).map(({ baseVersion }) => baseVersion)).not.toContain(lamps.text.id);
  });

  it('another window’s version of it is told of, and what is typed on is kept beside it', async () => {
    await openDesk();
    await type(' Mine');
    const [mine] = await own();
    if (mine === undefined) throw new Error('The draft was not kept');
    await saveAmendment(opened.store, { ...keptDraftOf(mine), standing: 'ready' });
    await says('This draft was changed in another window');
    await type(' too');
    await expect.poll(async () => (await own()).length).toBe(2);
    const [second, first] = (await own()).toSorted((before) => (before.id === mine.id ? 1 : -1));
    expect([first?.standing, second?.versionOf]).toEqual(['ready', mine.id]);
    expect(JSON.stringify(second?.operations)).toContain('Mine too');
  });

  it('another window’s version of it can be taken instead', async () => {
    await openDesk();
    await type(' Mine');
    const [mine] = await own();
    if (mine === undefined) throw new Error('The draft was not kept');
    await saveAmendment(opened.store, { ...keptDraftOf(mine), operations: [] });
    await says('This draft was changed in another window');
    await press('Show that version');
    await expect.poll(() => screen.textContent).not.toContain('Mine');
    expect(await own()).toHaveLength(1);
  });
});

describe('a draft of an amendment to an amendment', () => {
  it('is written in the motion as that would leave it, and worded as one to it', async () => {
    await openDesk(printed.id);
    expect(screen.textContent).toContain('This conference notes: The lamps are out.');
    await type(' Again');
    await says(/In (?:the motion as amended by )?amendment 2\.1/u);
    const [draft] = await own();
    expect(draft?.amends).toBe(printed.id);
  });

  it('keeps its text and words when that one changes, and can be carried over', async () => {
    await openDesk(printed.id);
    await type(' Again');
    const operations = printed.operations.map((operation) => ({ ...operation, text: 'We note: ' }));
    await addPapers(opened.store, { motions: [], amendments: [{ ...printed, operations }], briefings: [] });
    await says(/The text of this motion or amendment 2\.1 has changed/u);
    expect(screen.textContent).toContain('This conference notes: The lamps are out.');
    await press('Carry over to the new text');
    await says('We note: The lamps are out.');
    await expect.poll(wording).toContain('Again');
  });
});
