import { Dexie } from 'dexie';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cranes, papers, tides } from '../../tests/adversary/conference-papers';
import { journalInPage } from '../../tests/adversary/journal-in-page';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { addPapers, saveNote } from './deeds';
import { findMotion, listNotes } from './questions';
import { openStore } from './store';
import type { OpenedStore } from './store';
import { StoreProvider, useQuestion } from './StoreContext';

let opened: OpenedStore;
let root: Root;
let screen: HTMLElement;

beforeEach(async () => {
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
  await addPapers(opened.store, papers);
  screen = document.body.appendChild(document.createElement('main'));
  root = createRoot(screen);
});

afterEach(async () => {
  root.unmount();
  screen.remove();
  opened.close();
  await Dexie.delete(opened.store.database.dexie.name);
  vi.restoreAllMocks();
});

const seen: string[] = [];

/** Shows a motion's title and notes, and remembers every title it showed under every id. */
function MotionTitle({ id }: { readonly id: string }): ReactNode {
  const motion = useQuestion((store) => findMotion(store, id), [id]);
  const notes = useQuestion((store) => listNotes(store, id), [id]);
  seen.push(`${id}: ${motion === undefined ? 'asking' : (motion?.text.title ?? 'not here')}`);
  return (
    <p>
      {motion?.text.title ?? 'no title'} {notes?.length ?? 'no'} notes
    </p>
  );
}

function Mistaken(): ReactNode {
  const answer = useQuestion(async () => {
    await Promise.reject(new RangeError('a mistake'));
    return 'an answer';
  }, []);
  return <p>{answer}</p>;
}

class Catcher extends Component<{ readonly children: ReactNode }, { readonly message?: string }> {
  static getDerivedStateFromError(error: unknown): { readonly message: string } {
    return { message: error instanceof Error ? error.name : 'something else' };
  }
  override state: { readonly message?: string } = {};
  override render(): ReactNode {
    return this.state.message ?? this.props.children;
  }
}

function show(content: ReactNode): void {
  root.render(<StoreProvider store={opened.store}>{content}</StoreProvider>);
}

it('an answer stays current by itself', async () => {
  show(<MotionTitle id={tides.id} />);
  await expect.poll(() => screen.textContent).toBe('Working with the tides 0 notes');
  await saveNote(opened.store, { motionId: tides.id, baseVersion: tides.text.id, body: 'Ask' });
  await expect.poll(() => screen.textContent).toBe('Working with the tides 1 notes');
});

it('a component never sees the answer to another question', async () => {
  seen.length = 0;
  show(<MotionTitle id={tides.id} />);
  await expect.poll(() => screen.textContent).toContain('Working with the tides');
  show(<MotionTitle id={cranes.id} />);
  await expect.poll(() => screen.textContent).toContain('Safe cranes');
  show(<MotionTitle id="nothing" />);
  await expect.poll(() => seen.at(-1)).toBe('nothing: not here');
  expect(new Set(seen)).toEqual(
    new Set([
      `${tides.id}: asking`,
      `${tides.id}: Working with the tides`,
      `${cranes.id}: asking`,
      `${cranes.id}: Safe cranes`,
      'nothing: asking',
      'nothing: not here',
    ]),
  );
});

it('a question that fails is thrown to the error boundary', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  show(
    <Catcher>
      <Mistaken />
    </Catcher>,
  );
  await expect.poll(() => screen.textContent).toBe('RangeError');
});
