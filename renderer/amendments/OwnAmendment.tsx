// One of the delegate's own amendments in the margin: its wording, how far it is, and the way to its desk.

import { useMemo } from 'react';
import type { Amendment } from '../../shared/amendment/amendment';
import type { TextVersionId } from '../../shared/ids';
import { hrefOf } from '../app/routes';
import { useQuestion, useStore } from '../storage/StoreContext';
import { dayAndTime } from '../ui/time-words';
import { wordingOf } from './amendment-words';
import styles from './amendments-card.module.css';
import { findWrittenIn } from './find-draft';
import { standingWords } from './standing-words';
import { SubmissionLine } from './SubmissionLine';
import { useHouse } from './use-house';

type OwnAmendmentProps = {
  readonly amendment: Amendment;
  /** The text that its motion has now; absent when the motion is no longer among the papers. */
  readonly present: TextVersionId | undefined;
};

/** The wording is written for the text that the amendment was drafted on, whatever the motion reads now. */
export function OwnAmendment({ amendment, present }: OwnAmendmentProps) {
  const { now } = useStore();
  const { motionId, conferenceId, baseVersion, operations, standing, savedAt, versionOf } = amendment;
  const [house] = useHouse(conferenceId);
  const written = useQuestion((store) => findWrittenIn(store, amendment), [amendment]);
  const sentences = useMemo(
    () => (written === undefined || written === null ? [] : wordingOf(written, operations, house)),
    [written, operations, house],
  );
  return (
    <div className={styles['own']}>
      {sentences.length > 0 && <p className={styles['instruction']}>{sentences.join('\n')}</p>}
      <p className={styles['facts']}>
        <a href={hrefOf({ kind: 'amend', motion: motionId, amendment: amendment.id })}>
          My amendment{amendment.number === undefined ? '' : ` ${amendment.number}`}
        </a>
        {' · '}
        {standingWords[standing]}
        {savedAt !== undefined && ` · saved ${dayAndTime(savedAt, now())}`}
        {versionOf !== undefined && ' · a second version, written at the same time elsewhere'}
        {present !== undefined && baseVersion !== present && ' · written on an earlier text'}
      </p>
      <SubmissionLine amendment={amendment} />
    </div>
  );
}
