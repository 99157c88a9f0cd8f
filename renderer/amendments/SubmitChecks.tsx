// What to look at before an amendment is submitted. Nothing here stops anybody: the office decides.

import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import { checklistOf } from '../../shared/amendment/checklist';
import type { WordingStyleName } from '../../shared/amendment/wording-style';
import type { Motion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import { classNames } from '../ui/class-names';
import type { WrittenIn } from './amendment-words';
import { checklistWords } from './checklist-words';
import { countWords } from './house';
import { keyedSentences } from './keyed-sentences';
import styles from './submit.module.css';

type SubmitChecksProps = {
  readonly found: { readonly amendment: Amendment; readonly motion: Motion; readonly written: WrittenIn };
  readonly house: WordingStyleName;
  readonly sentences: readonly string[];
  /** Of the office's folder; absent where none is connected. */
  readonly address: string | undefined;
};

export function SubmitChecks({ found, house, sentences, address }: SubmitChecksProps) {
  const { amendment, motion, written } = found;
  const { base } = written;
  const { operations } = amendment;
  const warnings = checklistOf(base, operations, house).flatMap((fact) => checklistWords(fact) ?? []);
  const count = countWords(base, operations, { house, wording: sentences });
  const isPresent = amendment.amends !== undefined || base.id === motion.text.id;
  return (
    <ul className={styles['checks']} aria-label="Before you submit">
      {warnings.length === 0 ? (
        <Check isGood>Nothing in it that a committee usually sends back.</Check>
      ) : (
        keyedSentences(warnings).map(({ key, sentence }) => <Check key={key}>{sentence}</Check>)
      )}
      <Check isGood={!count.isOver}>{count.words}.</Check>
      {isPresent ? (
        <Check isGood>Written on the text that the office published last.</Check>
      ) : (
        <Check>
          The motion has changed since you wrote this.{' '}
          <a href={hrefOf({ kind: 'amend', motion: motion.id, amendment: amendment.id })}>Carry it over</a> first, or
          the office may not be able to place it.
        </Check>
      )}
      {address === undefined ? (
        <Check>
          No folder of the office is connected: it waits here, and can go as a file.{' '}
          <a href={hrefOf({ kind: 'folders' })}>Connect the office’s folder</a>
        </Check>
      ) : (
        <Check isGood>Goes to {address}, now or when you are online.</Check>
      )}
    </ul>
  );
}

function Check({ isGood = false, children }: { readonly isGood?: boolean; readonly children: ReactNode }) {
  return (
    <li className={classNames(styles['check'], isGood ? styles['good'] : styles['look'])}>
      {isGood ? (
        <CircleCheck aria-label="All right" size={16} />
      ) : (
        <TriangleAlert aria-label="Look at this" size={16} />
      )}
      <span>{children}</span>
    </li>
  );
}
