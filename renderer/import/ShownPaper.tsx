// What the page shows of the file chosen: an agenda's list or one of its papers, a list of decisions, or the one paper.

import { useState } from 'react';
import type { ReadPaper } from '../../shared/import/paper';
import { Notice } from '../ui/Notice';
import { AgendaPreview } from './AgendaPreview';
import { DecisionsPreview } from './DecisionsPreview';
import { FieldsForm } from './FieldsForm';
import { HeldCopyCard } from './HeldCopyCard';
import { currentReading } from './import-session';
import type { ArrivingPaper, Shown } from './import-session';
import { PaperPreview } from './PaperPreview';
import { PartPreview } from './PartPreview';
import type { Part } from './parts';
import type { HeldConference } from './use-held';
import type { Import } from './use-import';

type ShownPaperProps = {
  readonly file: ArrivingPaper;
  readonly shown: Shown;
  readonly parts: readonly Part[];
  readonly held: HeldConference;
  readonly arriving: Import;
};

export function ShownPaper({ file, shown, parts, held, arriving }: ShownPaperProps) {
  const { key } = file;
  const [cameFrom, setCameFrom] = useState<number>();
  const paper = currentReading(file);
  if (paper === undefined) return null;
  const onCorrect = (correct: (before: ReadPaper) => ReadPaper): void => arriving.correct(key, correct);
  const isCorrected = file.reading.kind === 'read' && file.reading.steps.length > 1;
  const undo = isCorrected ? { onUndo: () => arriving.undo(key) } : {};
  const onKind = (kind: Parameters<Import['readAs']>[1]): void => arriving.readAs(file, kind);
  const open = (part: number | undefined): void => {
    if (part === undefined) setCameFrom(shown.part);
    arriving.show(part === undefined ? { key } : { key, part });
  };

  if (paper.kind === 'decisions') {
    return (
      <>
        <FieldsForm paper={paper} onCorrect={onCorrect} onKind={onKind} />
        <DecisionsPreview paper={paper} papers={held.decided} noted={held.noted} />
      </>
    );
  }
  if (paper.kind !== 'agenda') {
    const [part] = parts;
    return (
      <>
        {part?.copy !== undefined && !part.isAgain && (
          <HeldCopyCard part={part} copy={part.copy} onSay={(deed) => arriving.say(key, 0, deed)} />
        )}
        {part?.isAgain === true && <Notice>Another of these files says the same. It is kept once.</Notice>}
        <PaperPreview paper={paper} onCorrect={onCorrect} onKind={onKind} {...undo} />
      </>
    );
  }
  const part = shown.part === undefined ? undefined : parts[shown.part];
  if (part !== undefined) {
    return (
      <PartPreview
        key={part.index}
        agenda={paper}
        part={part}
        onShow={open}
        onSay={(deed) => arriving.say(key, part.index, deed)}
        onCorrect={onCorrect}
        {...undo}
      />
    );
  }
  return (
    <>
      <FieldsForm paper={paper} onCorrect={onCorrect} onKind={onKind} />
      <AgendaPreview
        agenda={paper}
        parts={parts}
        held={held.index}
        cameFrom={cameFrom}
        onOpen={open}
        onSay={(index, deed) => arriving.say(key, index, deed)}
      />
    </>
  );
}
