// The words of a clause that are selected on the page, so that a note can be about them.

import { useEffect, useState } from 'react';
import { clauseId } from '../../shared/ids';
import type { NoteTarget } from './note-frame';

/** The clause and its selected words; undefined while nothing is selected, or more than one clause. */
export function useSelectedWords(): NoteTarget | undefined {
  const [selected, select] = useState<NoteTarget>();
  useEffect(() => {
    const listener = (): void => {
      const next = selectedWords();
      select((before) => (isSame(before, next) ? before : next));
    };
    document.addEventListener('selectionchange', listener);
    return () => document.removeEventListener('selectionchange', listener);
  }, []);
  return selected;
}

/** The same at this very moment. Spaces at either end of the selection are left out. Elements with `data-words` hold a clause's words and only those. */
export function selectedWords(): NoteTarget | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const words = elementOf(range.startContainer)?.closest<HTMLElement>('[data-words]');
  if (words === null || words === undefined || !words.contains(range.endContainer)) return undefined;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = range.toString();
  const start = before.toString().length;
  const from = start + text.length - text.trimStart().length;
  const to = start + text.trimEnd().length;
  const id = words.dataset['words'];
  return id === undefined || to <= from ? undefined : { clause: clauseId(id), words: { from, to } };
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function isSame(before: NoteTarget | undefined, after: NoteTarget | undefined): boolean {
  return (
    before?.clause === after?.clause &&
    before?.words?.from === after?.words?.from &&
    before?.words?.to === after?.words?.to
  );
}
