// Every key of the app in one list: what `?` shows is what works. A component that answers a key uses `useShortcut`.

import { useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';
import { recall } from './use-remembered';

type Shortcut = {
  /** As tinykeys reads them; `$mod` is Control, or Command on a Mac. */
  readonly keys: string;
  readonly words: string;
  readonly place: 'Everywhere' | 'Lists' | 'Reading a motion' | 'Amending';
};

export const shortcuts = {
  goTo: { keys: '$mod+g', words: 'Go to a motion, or search titles', place: 'Everywhere' },
  search: { keys: '/', words: 'The same, with one key', place: 'Everywhere' },
  nextPane: { keys: 'F6', words: 'Next part of the window', place: 'Everywhere' },
  previousPane: { keys: 'Shift+F6', words: 'Previous part of the window', place: 'Everywhere' },
  togglePapers: { keys: '$mod+b', words: 'Show or hide the list of papers', place: 'Everywhere' },
  toggleMargin: { keys: '$mod+Shift+b', words: 'Show or hide the margin', place: 'Everywhere' },
  larger: { keys: '$mod+Shift+>', words: 'Larger text', place: 'Everywhere' },
  smaller: { keys: '$mod+Shift+<', words: 'Smaller text', place: 'Everywhere' },
  showKeys: { keys: '?', words: 'Show all keys', place: 'Everywhere' },
  nextMotion: { keys: 'Alt+ArrowRight', words: 'Next motion', place: 'Reading a motion' },
  previousMotion: { keys: 'Alt+ArrowLeft', words: 'Previous motion', place: 'Reading a motion' },
  nextClause: { keys: 'j', words: 'Next clause', place: 'Reading a motion' },
  previousClause: { keys: 'k', words: 'Previous clause', place: 'Reading a motion' },
  chooseWords: {
    keys: 'Shift+ArrowRight',
    words: 'On a clause: choose words for a note (arrows go on, Shift takes more)',
    place: 'Reading a motion',
  },
  note: { keys: 'n', words: 'Write a note on this clause, or on the motion', place: 'Reading a motion' },
  decide: { keys: 'd', words: 'Record the decision', place: 'Reading a motion' },
  amend: { keys: 'a', words: 'Draft an amendment', place: 'Reading a motion' },
  viewOriginal: { keys: '1', words: 'With an amendment: original text', place: 'Reading a motion' },
  viewMarked: { keys: '2', words: 'With an amendment: changes marked', place: 'Reading a motion' },
  viewAmended: { keys: '3', words: 'With an amendment: as amended', place: 'Reading a motion' },
  viewWording: { keys: '4', words: 'With an amendment: its wording', place: 'Reading a motion' },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutName = keyof typeof shortcuts;

/** The name under which the delegate's choice about single keys is remembered: `on` or `off`. */
export const singleKeysSetting = 'single-keys';

/** A key that types a character, and so could be pressed by a voice or a slip (WCAG 2.1.4): can be turned off. */
export function isSingleKey(keys: string): boolean {
  return /^.$/.test(keys);
}

/** The keys as they are printed on them: `Ctrl+G`. */
export function keysInWords(keys: string): string {
  const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');
  const words: Readonly<Record<string, string>> = {
    $mod: isMac ? '⌘' : 'Ctrl',
    ArrowRight: '→',
    ArrowLeft: '←',
    '>': '.',
    '<': ',',
  };
  if (isSingleKey(keys)) return keys;
  const parts = keys.split('+').map((key) => words[key] ?? (key.length === 1 ? key.toUpperCase() : key));
  return parts.join('+');
}

const asked = 'rostrum-shortcut';

/** Does what the shortcut's key would do now, if anything on screen answers it: for the menu bar. */
export function runShortcut(name: ShortcutName): void {
  window.dispatchEvent(new CustomEvent(asked, { detail: name }));
}

/** Calls `run` when the shortcut's key is pressed, while the component is on screen and no dialog is above it. */
export function useShortcut(name: ShortcutName, run: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { keys } = shortcuts[name];
    if (isSingleKey(keys) && (isTyping(event.target) || recall(singleKeysSetting) === 'off')) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    event.preventDefault();
    run();
  });
  const onAsked = useEffectEvent((event: Event) => {
    if (event instanceof CustomEvent && event.detail === name) run();
  });
  useEffect(() => {
    const stopKeys = tinykeys(window, { [shortcuts[name].keys]: (event) => onKey(event) });
    const listener = (event: Event): void => onAsked(event);
    window.addEventListener(asked, listener);
    return () => {
      stopKeys();
      window.removeEventListener(asked, listener);
    };
  }, [name]);
}

/** Where a key would write something or choose from a list; on a box to tick it does neither. */
function isTyping(target: EventTarget | null): boolean {
  const fields = 'input:not([type="checkbox"], [type="range"]), textarea, select, [contenteditable]';
  return target instanceof HTMLElement && target.closest(fields) !== null;
}
