// The contents of a conference, as at the front of a printed agenda: each motion with its submitter and what became of
// it, then the briefings.

import { FileUp } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { Briefing } from '../../shared/motion/briefing';
import type { Conference } from '../../shared/motion/conference';
import type { OrderOfBusiness } from '../../shared/motion/order-of-business';
import { hrefOf } from '../app/routes';
import type { MotionSummary } from '../storage/questions';
import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { counted } from '../ui/time-words';
import { useGrowing } from '../ui/use-growing';
import { ContentsSection } from './ContentsSection';
import { inSections } from './in-sessions';
import type { SessionOfMotions } from './in-sessions';
import styles from './papers-page.module.css';

type PapersPageProps = {
  readonly conference: Conference | undefined;
  readonly motions: readonly MotionSummary[];
  readonly briefings: readonly Briefing[];
  readonly order: OrderOfBusiness;
};

/** The page at `#/papers/:conference`. */
export function PapersPage({ conference, motions, briefings, order }: PapersPageProps) {
  const title = conference?.title ?? 'Papers';
  // Thousands are drawn a little at a time, while the window answers.
  const listed = useDeferredValue(motions);
  const sections = useMemo(() => inSections(listed, order), [listed, order]);
  const drawn = useGrowing(countItems(sections));
  if (motions.length === 0 && briefings.length === 0) {
    return (
      <PageLayout title={title}>
        <h1 className={styles['title']}>{title}</h1>
        <EmptyState
          title="No papers yet."
          action={
            <LinkButton look="primary" href={hrefOf({ kind: 'import' })} icon={<FileUp aria-hidden />}>
              Open papers
            </LinkButton>
          }
        >
          Open the agenda, single motions or articles; drop them on this window, or paste their text.
        </EmptyState>
      </PageLayout>
    );
  }
  return (
    <PageLayout title={title}>
      <header className={styles['head']}>
        {conference?.organisation !== undefined && <p className={styles['soft']}>{conference.organisation}</p>}
        <h1 className={styles['title']}>{title}</h1>
        <p className={styles['soft']}>{summary(motions, briefings)}</p>
      </header>
      {sections.map((session, index) => (
        <ContentsSection key={session.key} session={session} drawn={drawn - countItems(sections.slice(0, index))} />
      ))}
      {briefings.length > 0 && (
        <section aria-labelledby="contents-briefings">
          <h2 id="contents-briefings" className={styles['heading']}>
            Briefings
          </h2>
          <ul>
            {briefings.map((briefing) => (
              <li key={briefing.id} className={styles['entry']}>
                <span />
                <a href={hrefOf({ kind: 'briefing', briefing: briefing.id })} className={styles['link']}>
                  {briefing.title}
                </a>
                <span className={styles['facts']}>{briefing.publisher}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PageLayout>
  );
}

function countItems(sections: readonly SessionOfMotions[]): number {
  return sections.reduce((sum, { items }) => sum + items.length, 0);
}

function summary(motions: readonly MotionSummary[], briefings: readonly Briefing[]): string {
  const decided = motions.filter((motion) => motion.decision !== undefined).length;
  return [
    counted(motions.length, 'motion'),
    decided > 0 ? `${decided} decided` : '',
    briefings.length > 0 ? counted(briefings.length, 'briefing') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
