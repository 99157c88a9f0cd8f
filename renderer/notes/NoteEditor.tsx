// A note being written: saved as it is typed, and said to be saved only when it is on disk.

import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { KeepFailure } from '../../shared/desktop-contract';
import { keepMessage } from '../app/failure-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import { clockTime } from '../ui/time-words';
import type { NoteFrame } from './note-frame';
import styles from './notes.module.css';
import type { SaveState } from '../storage/save-as-typed';
import { useNoteSaver } from './use-note-saver';

type NoteEditorProps = {
  readonly frame: NoteFrame;
  /** What is written already. */
  readonly body: string;
  /** "Note on clause 4". */
  readonly label: string;
  /** Whether the field has the focus from the start. */
  readonly takesFocus?: boolean;
  /** Something is typed. */
  readonly onTyped?: () => void;
  /** The words left in the field: empty when all were deleted, and then the last saved ones still stand. */
  readonly onDone: (body: string) => void;
};

/**
 * A text field that grows. Escape or "Done" ends it, unless its words were refused; leaving it saves it. An emptied note
 * is not saved as such. Words that an earlier editor could not save are taken up again.
 */
export function NoteEditor({ frame, body: written, label, takesFocus = true, onTyped, onDone }: NoteEditorProps) {
  const [isFocusedFirst] = useState(takesFocus);
  const editor = useRef<HTMLDivElement>(null);
  const [saver, state] = useNoteSaver(frame);
  const [body, setBody] = useState(() => saver.unsaved() ?? written);
  useEffect(() => {
    if (!isFocusedFirst) return;
    const field = editor.current?.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [isFocusedFirst]);

  const change = (text: string): void => {
    setBody(text);
    onTyped?.();
    if (text.trim() === '') saver.abandon();
    else saver.change(text);
  };
  const finish = async (): Promise<void> => {
    const outcome = await saver.flush();
    // Refused words are nowhere but in this field.
    if (outcome.kind === 'refused') return;
    // Saved beside the stored note, an emptied one must not take that other version with it.
    const isEmptied = body.trim() === '' && saver.id() === frame.id;
    onDone(isEmptied ? '' : body || written);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isDone) return;
    event.preventDefault();
    void finish();
  };

  return (
    <div ref={editor} className={styles['editor']} onKeyDown={onKeyDown} onBlur={() => void saver.flush()}>
      <TextField label={label} isMultiline value={body} onChange={change} />
      <div className={styles['foot']}>
        <SaveWords state={state} />
        <Button look="quiet" onPress={() => void finish()}>
          Done
        </Button>
      </div>
    </div>
  );
}

function SaveWords({ state }: { readonly state: SaveState<KeepFailure> }) {
  const { now } = useStore();
  switch (state.kind) {
    case 'untouched':
      return <p className={styles['state']}>Saved as you type</p>;
    case 'saving':
      return <p className={styles['state']}>Saving…</p>;
    case 'saved':
      return (
        <p role="status" className={styles['state']}>
          Saved {clockTime(now())} on this computer
        </p>
      );
    case 'refused':
      return (
        <p role="alert" className={styles['refused']}>
          Not saved. {keepMessage(state.error)}
        </p>
      );
  }
}
