// Files dropped or pasted anywhere on the window. Render it once, in the shell; it draws nothing until files hover.

import { useEffect, useState } from 'react';
import styles from './file-drop.module.css';
import { readDropped } from './dropped-files';
import { readClipboard } from './read-files';
import type { ChosenFile, ReadFiles } from './read-files';

type FileDropProps = {
  /** What letting go would do: "Drop to open these papers". */
  readonly words: string;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  /** What was dropped and could not be read. */
  readonly onUnread: (names: readonly string[]) => void;
};

/** Takes files and folders dropped on the window, and whatever is pasted outside a text field. */
export function FileDrop({ words, onFiles, onUnread }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const listening = new AbortController();
    const hand = ({ files, unread }: ReadFiles): void => {
      if (files.length > 0) onFiles(files);
      if (unread.length > 0) onUnread(unread);
    };
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      setIsOver(false);
      if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      void readDropped(event.dataTransfer).then(hand);
    };
    const paste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || event.clipboardData === null || isTyping(event.target)) return;
      void readClipboard(event.clipboardData).then(hand);
    };
    const options = { signal: listening.signal };
    window.addEventListener('dragover', over, options);
    window.addEventListener('dragleave', leave, options);
    window.addEventListener('drop', drop, options);
    window.addEventListener('paste', paste, options);
    return () => listening.abort();
  }, [onFiles, onUnread]);

  return isOver && <div className={styles['veil']}>{words}</div>;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}
