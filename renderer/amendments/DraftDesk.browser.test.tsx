// The desk in a real browser: its keys, its one history for title and clauses, and what a key costs in a long motion.

import { Dexie } from 'dexie';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clauseOf, conference, motionOf } from '../../tests/adversary/conference-papers';
import { journalInPage } from '../../tests/adversary/journal-in-page';
import { amendmentId } from '../../shared/ids';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { Motion } from '../../shared/motion/motion';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { addPapers } from '../storage/deeds';
import { findAmendment } from '../storage/questions';
import { openStore } from '../storage/store';
import type { OpenedStore } from '../storage/store';
import { StoreProvider } from '../storage/StoreContext';
import { ToastProvider } from '../ui/Toasts';
import { DraftDesk } from './DraftDesk';

const lamps = motionOf('2', 'Lamps on the quay', ['The lamps are out.', 'The buoys are red.', 'The port is open.']);
const titleField = 'textarea[aria-label="Title of the motion"]';
const clauseFields = 'textarea:not([aria-label])';
const draftId = amendmentId('draft-1');
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
  screen = document.body.appendChild(document.createElement('main'));
  root = createRoot(screen);
});

afterEach(async () => {
  root.unmount();
  screen.remove();
  opened.close();
  await Dexie.delete(opened.store.database.dexie.name);
});

async function layOnDesk(motion: Motion): Promise<void> {
  await addPapers(opened.store, { conference, motions: [motion], amendments: [], briefings: [] });
  root.render(
    <ToastProvider>
      <StoreProvider store={opened.store}>
        <DraftDesk
          id={draftId}
          motion={motion}
          base={motion.text}
          present={motion.text}
          stored={undefined}
          notCarried={undefined}
          onFirstKept={() => undefined}
          onDeleted={() => undefined}
          onCarry={() => undefined}
          onShowStored={() => undefined}
        />
      </StoreProvider>
    </ToastProvider>,
  );
  await expect.poll(() => document.querySelector(`[role="textbox"][contenteditable], ${clauseFields}`)).not.toBeNull();
}

const editor = (): HTMLElement => found('[role="textbox"][contenteditable]');
const wording = (): string => found('aside').textContent;
/** The clauses as they stand in the editor, struck-out words left aside. */
const texts = (): readonly string[] =>
  [...editor().querySelectorAll('p')].map((clause) => {
    const copy = clause.cloneNode(true);
    if (copy instanceof Element) for (const gone of copy.querySelectorAll('del')) gone.remove();
    return copy.textContent ?? '';
  });

function found(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`${selector} is not there`);
  return element;
}

function button(words: string): HTMLElement {
  const named = [...document.querySelectorAll('button')].find((one) => one.textContent === words);
  if (named === undefined) throw new Error(`No button says “${words}”`);
  return named;
}

/** Puts the cursor into a clause, before the character `at`. */
async function goTo(clause: number, at: number): Promise<void> {
  editor().focus();
  const text = document.createTreeWalker(editor().querySelectorAll('p')[clause] ?? editor(), NodeFilter.SHOW_TEXT);
  const node = text.nextNode();
  if (node === null) throw new Error('The clause is empty');
  document.getSelection()?.collapse(node, at);
  await pass(60);
}

async function pass(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe('on the desk', () => {
  it('title and clauses are undone in the order they were changed, and done again', async () => {
    await layOnDesk(lamps);
    await userEvent.fill(found(titleField), 'Lights on the quay');
    await goTo(0, 3);
    await userEvent.keyboard(' old');
    await expect.poll(wording).toContain('insert “old”');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(texts).toEqual(['The lamps are out.', 'The buoys are red.', 'The port is open.']);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => document.querySelector<HTMLTextAreaElement>(titleField)?.value).toBe('Lamps on the quay');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}{Control>}y{/Control}');
    await expect.poll(() => document.querySelector<HTMLTextAreaElement>(titleField)?.value).toBe('Lights on the quay');
    await expect.poll(texts).toContain('The old lamps are out.');
  });

  it('starting again is one press, and so is taking it back', async () => {
    await layOnDesk(lamps);
    await goTo(1, 3);
    await userEvent.keyboard(' old');
    await expect.poll(wording).toContain('insert “old”');
    await userEvent.click(button('Start again'));
    await expect.poll(texts).toContain('The buoys are red.');
    await userEvent.click(button('Undo'));
    await expect.poll(texts).toContain('The old buoys are red.');
    await expect.poll(async () => (await findAmendment(opened.store, draftId))?.operations).toHaveLength(1);
  });

  it('a new clause is added, set in with Tab at its beginning, and out again', async () => {
    await layOnDesk(lamps);
    await goTo(0, 5);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const depth = (): string | undefined => editor().querySelectorAll('p')[1]?.dataset['depth'];
    await expect.poll(depth).toBe('0');
    await userEvent.keyboard('{Tab}');
    await expect.poll(depth).toBe('1');
    await userEvent.keyboard('Buy lamps;');
    await expect.poll(wording).toContain('Buy lamps;');
    await goTo(1, 0);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await expect.poll(depth).toBe('0');
  });

  it.each([
    ['on a clause of the paper', async () => goTo(1, 0)],
    [
      'at the beginning of a new clause, after Escape',
      async () => {
        await goTo(0, 5);
        await userEvent.keyboard('{Control>}{Enter}{/Control}{Escape}');
      },
    ],
  ])('Tab leaves the editor %s', async (_, arrive) => {
    await layOnDesk(lamps);
    await arrive();
    expect(document.activeElement).toBe(editor());
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => document.activeElement === editor()).toBe(false);
  });

  it('clauses are moved, deleted and put back by keys, each under its own id', async () => {
    await layOnDesk(lamps);
    await goTo(2, 3);
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    await expect.poll(texts).toEqual(['The lamps are out.', 'The port is open.', 'The buoys are red.']);
    await expect
      .poll(async () => (await findAmendment(opened.store, draftId))?.operations[0]?.kind)
      .toBe('move-clause');
    await userEvent.keyboard('{Control>}z{/Control}');
    await goTo(1, 3);
    await userEvent.keyboard('{Control>}{Shift>}{Backspace}{/Shift}{/Control}');
    await expect.poll(texts).toEqual(['The lamps are out.', 'The port is open.']);
    await userEvent.click(button('Put back'));
    await expect.poll(texts).toEqual(['The lamps are out.', 'The buoys are red.', 'The port is open.']);
    await expect.poll(async () => (await findAmendment(opened.store, draftId))?.operations).toEqual([]);
  });

  it('the plain fields share the history, and give the focus on', async () => {
    localStorage.setItem('rostrum.editing-manner', 'by-clause');
    await layOnDesk(lamps);
    const fields = (): readonly string[] =>
      [...document.querySelectorAll<HTMLTextAreaElement>(clauseFields)].map((field) => field.value);
    await expect.poll(fields).toHaveLength(3);
    document.querySelectorAll<HTMLTextAreaElement>(clauseFields)[0]?.focus();
    await userEvent.keyboard('{Enter}Say so.');
    await expect.poll(fields).toEqual(['The lamps are out.', 'Say so.', 'The buoys are red.', 'The port is open.']);
    await userEvent.click(found('[aria-label="Delete Paragraph 3"]'));
    await expect.poll(fields).toEqual(['The lamps are out.', 'Say so.', 'The port is open.']);
    await expect.poll(() => document.querySelector('ol del')?.textContent).toBe('The buoys are red.');
    expect(document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value).toBe(
      'The port is open.',
    );
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(fields).toEqual(['The lamps are out.', 'Say so.', 'The buoys are red.', 'The port is open.']);
    await userEvent.click(found('[aria-label="Move down: Paragraph 1"]'));
    await expect.poll(fields).toEqual(['Say so.', 'The lamps are out.', 'The buoys are red.', 'The port is open.']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: Paragraph 2');
  });
});

describe('a key in a motion of 3,000 words', () => {
  it('costs less than a frame, 95 times of 100', async () => {
    const motion = longMotion(100, 30);
    await layOnDesk(motion);
    await goTo(40, 12);
    const best: number[] = [];
    // The best of three rounds: what else the computer does is not the editor's cost.
    for (let round = 0; round < 3; round += 1) {
      const costs: number[] = [];
      for (const letter of 'and that every branch is told of it in good time before any vote ') {
        const began = performance.now();
        document.execCommand('insertText', false, letter);
        await inTheEditor();
        costs.push(performance.now() - began);
        await pass(8);
      }
      costs.sort((before, after) => before - after);
      best.push(costs[Math.floor(costs.length * 0.95)] ?? Number.NaN);
    }
    expect(texts()[40]).toContain('and that every branch is told of it');
    expect(Math.min(...best)).toBeLessThan(16);
  });
});

/** When what the key did is in the editor, marked, and laid out: the frame can be painted. The desk follows in slices. */
async function inTheEditor(): Promise<void> {
  await Promise.resolve();
  editor().getBoundingClientRect();
}

function longMotion(clauses: number, words: number): Motion {
  const vocabulary = ['conference', 'notes', 'that', 'members', 'in', 'every', 'harbour', 'work', 'by', 'lamplight'];
  const sentence = (at: number): string =>
    Array.from({ length: words }, (_, word) => vocabulary[(at * 7 + word * 3 + (at % 3) * word) % 10] ?? '').join(' ');
  const list = Array.from({ length: clauses }, (_, at) =>
    clauseOf(`c${String(at + 1)}`, `${sentence(at)} in berth ${String(at)}.`),
  );
  return { ...lamps, text: { id: textVersionIdOf('Long', list), title: 'Long', clauses: list } };
}
