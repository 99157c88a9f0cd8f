// A briefing as one reads it, and the motions it is linked to.

import { SquarePen } from 'lucide-react';
import type { BriefingId } from '../../shared/ids';
import type { Briefing } from '../../shared/motion/briefing';
import { hrefOf } from '../app/routes';
import { removeBriefing } from '../storage/deeds';
import { findBriefing } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { printedDay } from '../ui/time-words';
import styles from './briefing-page.module.css';
import { LinkedMotions } from './LinkedMotions';
import { MissingPaper } from './MissingPaper';
import { RemovePaper } from './RemovePaper';
import { SourceNote } from './SourceNote';
import { useReadingPlace } from './use-reading-place';

type BriefingPageProps = { readonly id: BriefingId; readonly motions: readonly MotionSummary[] };

/** The page at `#/briefing/:id`. */
export function BriefingPage({ id, motions }: BriefingPageProps) {
  const briefing = useQuestion((store) => findBriefing(store, id), [id]);
  if (briefing === undefined) return <PageLayout title="">{null}</PageLayout>;
  if (briefing === null) return <MissingPaper kind="briefing" />;
  return <OpenBriefing briefing={briefing} motions={motions} />;
}

type OpenBriefingProps = { readonly briefing: Briefing; readonly motions: readonly MotionSummary[] };

function OpenBriefing({ briefing, motions }: OpenBriefingProps) {
  const store = useStore();
  useReadingPlace(briefing.id);
  const { title, publisher, publishedAt, byline } = briefing;
  const facts = [publisher, publishedAt === undefined ? undefined : printedDay(publishedAt), byline];
  return (
    <PageLayout
      title={title}
      margin={<LinkedMotions briefing={briefing} motions={motions} />}
      marginLabel="Motions this briefing is linked to"
    >
      <article className={styles['briefing']}>
        <header className={styles['head']}>
          <p className={styles['kind']}>Briefing</p>
          <h1 className={styles['title']}>{title === '' ? 'Without a title' : title}</h1>
          <p className={styles['facts']}>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
        </header>
        {briefing.clauses.map((clause) => {
          if (clause.kind === 'heading') return <h2 key={clause.id}>{clause.text}</h2>;
          const words = clause.number === undefined ? clause.text : `${clause.number} ${clause.text}`;
          if (clause.kind === 'quotation') return <blockquote key={clause.id}>{words}</blockquote>;
          return (
            <p key={clause.id} data-clause={clause.id} style={{ paddingInlineStart: `${clause.depth * 1.2}em` }}>
              {words}
            </p>
          );
        })}
      </article>
      <SourceNote paper={briefing}>
        <LinkButton href={hrefOf({ kind: 'correct-briefing', briefing: briefing.id })} icon={<SquarePen aria-hidden />}>
          Correct this paper
        </LinkButton>
        <RemovePaper
          kind="briefing"
          title={title}
          conference={briefing.conferenceId}
          consequence="The motions it is linked to stay as they are."
          remove={async () => removeBriefing(store, briefing.id)}
        />
      </SourceNote>
    </PageLayout>
  );
}
