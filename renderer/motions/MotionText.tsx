// The text of a motion on its page: as it stands, or as it would stand with the ticked amendments.

import { useMemo } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { ClauseId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import { TextViewControl } from '../amendments/TextViewControl';
import type { WhatIf } from '../amendments/use-what-if';
import { clausesChangedBy, isReadableIn } from '../amendments/what-if';
import { WordingOfTicked } from '../amendments/WordingOfTicked';
import type { Noted } from '../notes/noted-clauses';
import { counted } from '../ui/time-words';
import { AmendedText } from './AmendedText';
import { ClauseList } from './ClauseList';

type MotionTextProps = {
  readonly motion: Motion;
  readonly noted: Noted;
  /** Whether words are selected, and a note would be about them. */
  readonly isOnWords: boolean;
  /** In voting order. */
  readonly amendments: readonly Amendment[];
  readonly whatIf: WhatIf;
  readonly current: ClauseId | undefined;
  readonly onCurrent: (clause: ClauseId) => void;
  readonly onWriteNote: () => void;
};

const nothing: ReadonlySet<string> = new Set();

/** Clauses can be noted on in the text as it stands. */
export function MotionText(props: MotionTextProps) {
  const { motion, noted, isOnWords, amendments, whatIf, current, onCurrent, onWriteNote } = props;
  const { tried, view, lit, ticked } = whatIf;
  const litClauses = useMemo(() => (lit === undefined ? nothing : clausesChangedBy(tried, lit)), [tried, lit]);
  const canBeTried = amendments.some((amendment) => isReadableIn(motion.text, amendment));
  const carried = ticked.size - tried.setAside.size;
  const words = ticked.size === 0 ? '' : `with ${counted(carried, 'amendment')}`;
  const isOriginal = tried.text === undefined || view === 'original';
  return (
    <>
      {canBeTried && (
        <TextViewControl view={ticked.size === 0 ? 'original' : view} onView={whatIf.show} words={words} />
      )}
      {isOriginal && (
        <ClauseList
          clauses={motion.text.clauses}
          noted={noted}
          isOnWords={isOnWords}
          current={current}
          onCurrent={onCurrent}
          onWriteNote={onWriteNote}
        />
      )}
      {tried.text !== undefined && view === 'wording' && (
        <WordingOfTicked text={motion.text} amendments={amendments.filter(({ id }) => ticked.has(id))} />
      )}
      {tried.text !== undefined && (view === 'marked' || view === 'amended') && (
        <AmendedText text={tried.text} view={view} lit={litClauses} />
      )}
    </>
  );
}
