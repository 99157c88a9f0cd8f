// One paper of an agenda, taken out to be looked at and put right; and the way back, onward and to the one before.

import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReadAgenda, ReadPaper } from '../../shared/import/paper';
import { Button } from '../ui/Button';
import styles from './agenda.module.css';
import { linesOfPart, putPart, takePart } from './agenda-part';
import { isMotionPaper } from './correct-fields';
import { HeldCopyCard } from './HeldCopyCard';
import type { PartDeed } from './import-session';
import { paperName } from './paper-name';
import { PaperPreview } from './PaperPreview';
import type { Part } from './parts';

type PartPreviewProps = {
  readonly agenda: ReadAgenda;
  readonly part: Part;
  /** To another paper of the agenda; undefined: to all of them. */
  readonly onShow: (index: number | undefined) => void;
  readonly onSay: (deed: PartDeed) => void;
  readonly onCorrect: (correct: (paper: ReadPaper) => ReadPaper) => void;
  readonly onUndo?: () => void;
};

export function PartPreview({ agenda, part, onShow, onSay, onCorrect, onUndo }: PartPreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { index } = part;
  useEffect(() => heading.current?.focus(), []);
  const paper = takePart(agenda, index);
  if (paper === undefined) return null;
  const correct = (change: (paper: ReadPaper) => ReadPaper): void =>
    onCorrect((before) => {
      const taken = before.kind === 'agenda' ? takePart(before, index) : undefined;
      const after = taken === undefined ? undefined : change(taken);
      if (before.kind !== 'agenda' || after === undefined || after === taken || !isMotionPaper(after)) return before;
      return putPart(before, index, after);
    });
  return (
    <>
      <div className={styles['way']}>
        <Button look="quiet" icon={<ArrowLeft aria-hidden size={16} />} onPress={() => onShow(undefined)}>
          All papers of the agenda
        </Button>
        <h2 ref={heading} tabIndex={-1}>
          {capitalised(paperName(paper))}
        </h2>
        <span>
          {index + 1} of {agenda.papers.length}
        </span>
        <Button
          look="quiet"
          icon={<ChevronLeft aria-hidden size={16} />}
          isDisabled={index === 0}
          onPress={() => onShow(index - 1)}
        >
          Previous
        </Button>
        <Button
          look="quiet"
          icon={<ChevronRight aria-hidden size={16} />}
          isDisabled={index + 1 === agenda.papers.length}
          onPress={() => onShow(index + 1)}
        >
          Next
        </Button>
      </div>
      {part.copy !== undefined && <HeldCopyCard part={part} copy={part.copy} onSay={onSay} />}
      <PaperPreview
        paper={paper}
        lines={linesOfPart(agenda, index)}
        onCorrect={correct}
        {...(onUndo === undefined ? {} : { onUndo })}
      />
    </>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
