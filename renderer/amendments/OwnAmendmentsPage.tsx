// All amendments of the delegate's own in a conference, by how far they are; those at risk first.

import type { Conference } from '../../shared/motion/conference';
import { listOwnAmendments } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { EmptyState } from '../ui/EmptyState';
import { PageLayout } from '../ui/PageLayout';
import { byStanding } from './by-standing';
import { ListedAmendment } from './ListedAmendment';
import styles from './own-amendments.module.css';

type OwnAmendmentsPageProps = {
  readonly conference: Conference | undefined;
  readonly motions: readonly MotionSummary[];
};

/** The page at `#/amendments`. */
export function OwnAmendmentsPage({ conference, motions }: OwnAmendmentsPageProps) {
  const id = conference?.id ?? '';
  const amendments = useQuestion((store) => listOwnAmendments(store, id), [id]);
  if (amendments === undefined) return <PageLayout title="My amendments">{null}</PageLayout>;
  return (
    <PageLayout title="My amendments">
      <h1 className={styles['title']}>My amendments</h1>
      {amendments.length === 0 && (
        <EmptyState title="Nothing drafted yet.">
          Press a on a motion, change its text, and the formal wording writes itself.
        </EmptyState>
      )}
      {byStanding(amendments, motions).map((group) => (
        <section key={group.title} className={styles['group']}>
          <h2 className={styles['groupTitle']}>
            {group.title} <span className={styles['count']}>{group.amendments.length}</span>
          </h2>
          {group.words !== undefined && <p className={styles['words']}>{group.words}</p>}
          <ul>
            {group.amendments.map((amendment) => (
              <ListedAmendment
                key={amendment.id}
                amendment={amendment}
                motion={motions.find((motion) => motion.id === amendment.motionId)}
              />
            ))}
          </ul>
        </section>
      ))}
    </PageLayout>
  );
}
