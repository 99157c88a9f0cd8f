// The motion's text as it is edited in place: one surface for all clauses, changes marked as they are typed.

import { EditorState } from 'prosemirror-state';
import type { Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { NewId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { TextVersion } from '../../shared/motion/motion';
import type { TextOperation } from '../../shared/amendment/operation';
import { clausesOf, documentOf } from './clause-document';
import styles from './clause-editor.module.css';
import { clauseKeys, pastePlainWords } from './edit-clauses';
import { keepClauseIds } from './keep-clause-ids';
import { markedChanges, operationsOf } from './marked-changes';
import { isShownFromOutside, showDocument } from './show-document';

/** Runs an editing command on the clause that last had the cursor, and gives the editor the focus. */
export type RunCommand = (command: Command) => void;

type ClauseEditorProps = {
  readonly base: TextVersion;
  /** The text to start from, and to show whenever `revision` changes; between, the editor holds what is typed. */
  readonly clauses: readonly Clause[];
  readonly revision: number;
  readonly newId: NewId;
  /** The clauses as typed, with the operations that lead to them from the base. */
  readonly onChange: (clauses: readonly Clause[], operations: readonly TextOperation[]) => void;
  readonly onReady: (run: RunCommand) => void;
};

/** The editor. Mount it anew (with a `key`) to start from another base. */
export function ClauseEditor({ base, clauses, revision, newId, onChange, onReady }: ClauseEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const tell = useEffectEvent(onChange);
  const tellReady = useEffectEvent(onReady);
  const start = useEffectEvent((element: HTMLElement): EditorView => {
    const view = new EditorView(element, {
      state: EditorState.create({
        doc: documentOf(clauses),
        plugins: [keepClauseIds(newId), markedChanges(base), ...clauseKeys(base)],
      }),
      attributes: {
        'aria-label': 'Text of the motion, edited in place',
        'aria-multiline': 'true',
        role: 'textbox',
        spellcheck: 'true',
        class: styles['surface'] ?? '',
      },
      handlePaste: pastePlainWords,
      dispatchTransaction: (transaction) => {
        view.updateState(view.state.apply(transaction));
        if (transaction.docChanged && !isShownFromOutside(transaction))
          tell(clausesOf(view.state.doc), operationsOf(view.state));
      },
    });
    return view;
  });

  useEffect(() => {
    if (place.current === null) return undefined;
    const view = start(place.current);
    editor.current = view;
    tellReady((command) => {
      command(view.state, view.dispatch, view);
      view.focus();
    });
    return () => view.destroy();
  }, []);
  const shown = useRef(revision);
  const show = useEffectEvent((asked: number) => {
    if (editor.current !== null && shown.current !== asked) showDocument(editor.current, documentOf(clauses));
    shown.current = asked;
  });
  useLayoutEffect(() => show(revision), [revision]);

  return <div ref={place} className={styles['frame']} />;
}
