// One of the delegate's own amendments in the list of all: its motion, its wording, and how far it is.

import type { Amendment, AmendmentStanding } from '../../shared/amendment/amendment';
import type { TextVersionId } from '../../shared/ids';
import { keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { saveAmendment } from '../storage/deeds';
import type { MotionSummary } from '../storage/questions';
import { useStore } from '../storage/StoreContext';
import { useToast } from '../ui/Toasts';
import { keptDraftOf } from './kept-draft';
import { OwnAmendment } from './OwnAmendment';
import styles from './own-amendments.module.css';
import { StandingControl } from './StandingControl';

type ListedAmendmentProps = {
  readonly amendment: Amendment;
  /** Undefined when it is no longer among the papers. */
  readonly motion: MotionSummary | undefined;
  /** The text that an amendment to an amendment would be written on now. */
  readonly secondaryOn: TextVersionId | undefined;
};

/** An item of the list. */
export function ListedAmendment({ amendment, motion, secondaryOn }: ListedAmendmentProps) {
  const store = useStore();
  const showToast = useToast();
  const setStanding = async (standing: AmendmentStanding): Promise<void> => {
    const saved = await saveAmendment(store, { ...keptDraftOf(amendment), standing });
    if (!saved.ok) showToast({ words: keepMessage(saved.error) });
  };
  return (
    <li className={styles['amendment']}>
      <h3 className={styles['motion']}>
        {motion === undefined ? (
          'On a motion no longer among the papers'
        ) : (
          <a href={hrefOf({ kind: 'motion', motion: motion.id })}>
            {motion.number !== undefined && `${motion.number} – `}
            {motion.title}
          </a>
        )}
      </h3>
      <OwnAmendment
        amendment={amendment}
        present={amendment.amends === undefined ? motion?.textVersion : secondaryOn}
      />
      <StandingControl standing={amendment.standing} onChange={(standing) => void setStanding(standing)} />
    </li>
  );
}
