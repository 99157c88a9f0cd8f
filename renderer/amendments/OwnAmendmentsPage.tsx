// All amendments of the delegate's own in a conference, by how far they are; those at risk first.

import type { Conference } from '../../shared/motion/conference';
import { hrefOf } from '../app/routes';
import { listOwnAmendments } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { EmptyState } from '../ui/EmptyState';
import { KeyHint } from '../ui/KeyHint';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { shortcuts } from '../ui/shortcuts';
import { byStanding } from './by-standing';
import { presentTextsOf } from './find-draft';
import { ListedAmendment } from './ListedAmendment';
import styles from './own-amendments.module.css';

type OwnAmendmentsPageProps = {
  readonly conference: Conference | undefined;
  readonly motions: readonly MotionSummary[];
};

/** The page at `#/amendments`. */
export function OwnAmendmentsPage({ conference, motions }: OwnAmendmentsPageProps) {
  const id = conference?.id ?? '';
  const found = useQuestion(
    async (store) => {
      const amendments = await listOwnAmendments(store, id);
      return { amendments, presentTexts: await presentTextsOf(store, amendments) };
    },
    [id],
  );
  if (found === undefined) return <PageLayout title="My amendments">{null}</PageLayout>;
  const { amendments, presentTexts } = found;
  return (
    <PageLayout title="My amendments">
      <h1 className={styles['title']}>My amendments</h1>
      {amendments.length === 0 && (
        <EmptyState
          title="Nothing drafted yet."
          action={
            conference !== undefined && (
              <LinkButton href={hrefOf({ kind: 'papers', conference: conference.id })}>To the motions</LinkButton>
            )
          }
        >
          Open a motion, press <KeyHint keys={shortcuts.amend.keys} /> and change its text: the formal wording writes
          itself.
        </EmptyState>
      )}
      {byStanding(amendments, motions, presentTexts).map((group) => (
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
                secondaryOn={presentTexts.get(amendment.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </PageLayout>
  );
}
