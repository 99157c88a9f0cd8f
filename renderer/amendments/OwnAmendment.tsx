// One of the delegate's own amendments in the margin: its wording, how far it is, and the way to its desk.

import type { Amendment } from '../../shared/amendment/amendment';
import { writeWording } from '../../shared/amendment/write-wording';
import type { Motion } from '../../shared/motion/motion';
import { hrefOf } from '../app/routes';
import { findTextVersion } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { dayAndTime } from '../ui/time-words';
import styles from './amendments-card.module.css';
import { standingWords } from './standing-words';
import { useHouse } from './use-house';

type OwnAmendmentProps = { readonly motion: Motion; readonly amendment: Amendment };

/** The wording is written for the text that the amendment was drafted on, whatever the motion reads now. */
export function OwnAmendment({ motion, amendment }: OwnAmendmentProps) {
  const { now } = useStore();
  const [house] = useHouse(motion.conferenceId);
  const { baseVersion, operations, standing, savedAt } = amendment;
  const base = useQuestion((store) => findTextVersion(store, motion.id, baseVersion), [motion.id, baseVersion]);
  const sentences = base === undefined || base === null ? [] : writeWording(base, operations, house);
  return (
    <div className={styles['own']}>
      {sentences.length > 0 && <p className={styles['instruction']}>{sentences.join('\n')}</p>}
      <p className={styles['facts']}>
        <a href={hrefOf({ kind: 'amend', motion: motion.id, amendment: amendment.id })}>
          My amendment{amendment.number === undefined ? '' : ` ${amendment.number}`}
        </a>
        {' · '}
        {standingWords[standing]}
        {savedAt !== undefined && ` · saved ${dayAndTime(savedAt, now())}`}
        {baseVersion !== motion.text.id && ' · written on an earlier text'}
      </p>
    </div>
  );
}
