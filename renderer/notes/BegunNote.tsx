// A note that is being begun: its field and, until something is typed, the choice of the words it is about.

import { useState } from 'react';
import type { NoteFrame } from './note-frame';
import type { NotedRange } from './noted-clauses';
import { NoteEditor } from './NoteEditor';
import { WordChooser } from './WordChooser';

type BegunNoteProps = {
  readonly frame: NoteFrame;
  readonly label: string;
  readonly onAbout: (words: NotedRange | undefined) => void;
  readonly onDone: () => void;
};

/** What a note is about stays as it is once it has words: they were written about that. */
export function BegunNote({ frame, label, onAbout, onDone }: BegunNoteProps) {
  const [isTyped, setIsTyped] = useState(false);
  const [isChoosing, setIsChoosing] = useState(false);
  const { clause, quote } = frame;
  return (
    <div>
      <NoteEditor
        // Its saver is for one frame.
        key={`${quote?.from ?? ''} ${quote?.to ?? ''}`}
        frame={frame}
        body=""
        label={label}
        takesFocus={!isChoosing}
        onTyped={() => setIsTyped(true)}
        onDone={onDone}
      />
      {clause !== undefined && !isTyped && (
        <WordChooser
          text={clause.text}
          range={quote}
          onChoose={(range) => {
            setIsChoosing(true);
            onAbout(range);
          }}
        />
      )}
    </div>
  );
}
