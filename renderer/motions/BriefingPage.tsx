// A briefing as one reads it, and the motions it is linked to.

import { Unlink } from 'lucide-react';
import type { BriefingId } from '../../shared/ids';
import type { Briefing } from '../../shared/motion/briefing';
import { keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { linkBriefing, removeBriefing, unlinkBriefing } from '../storage/deeds';
import { findBriefing, listLinkedMotions } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { EmptyState } from '../ui/EmptyState';
import { PageLayout } from '../ui/PageLayout';
import { SelectField } from '../ui/SelectField';
import { printedDay } from '../ui/time-words';
import { useToast } from '../ui/Toasts';
import styles from './briefing-page.module.css';
import { motionHeading } from './motion-name';
import { RemovePaper } from './RemovePaper';
import { SourceNote } from './SourceNote';
import { useReadingPlace } from './use-reading-place';

type BriefingPageProps = { readonly id: BriefingId; readonly motions: readonly MotionSummary[] };

/** The page at `#/briefing/:id`. */
export function BriefingPage({ id, motions }: BriefingPageProps) {
  const briefing = useQuestion((store) => findBriefing(store, id), [id]);
  if (briefing === undefined) return <PageLayout title="">{null}</PageLayout>;
  if (briefing === null) {
    return (
      <PageLayout title="Not among the papers">
        <h1 className="visually-hidden">Not among the papers</h1>
        <EmptyState title="This briefing is not among the papers here." />
      </PageLayout>
    );
  }
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

function LinkedMotions({ briefing, motions }: OpenBriefingProps) {
  const store = useStore();
  const toast = useToast();
  const linked = useQuestion((open) => listLinkedMotions(open, briefing.id), [briefing.id]) ?? [];
  const unlinked = motions.filter((motion) => !linked.some((one) => one.id === motion.id));

  const change = async (deed: typeof linkBriefing, motionId: string): Promise<void> => {
    const kept = await deed(store, motionId, briefing.id);
    if (!kept.ok) toast({ words: keepMessage(kept.error) });
  };

  return (
    <Card title="Linked to">
      {linked.length > 0 && (
        <ul>
          {linked.map((motion) => (
            <li key={motion.id} className={styles['linked']}>
              <a href={hrefOf({ kind: 'motion', motion: motion.id })}>{motionHeading(motion)}</a>
              <Button
                look="quiet"
                icon={<Unlink aria-hidden />}
                aria-label={`Take this briefing off ${motionHeading(motion)}`}
                onPress={() => void change(unlinkBriefing, motion.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {unlinked.length > 0 && (
        <SelectField
          label="Link to a motion"
          value=""
          choices={[
            { value: '', words: 'Choose a motion…' },
            ...unlinked.map((motion) => ({ value: String(motion.id), words: motionHeading(motion) })),
          ]}
          onChange={(motionId) => {
            if (motionId !== '') void change(linkBriefing, motionId);
          }}
        />
      )}
      {motions.length === 0 && <p>No motions are held here yet.</p>}
    </Card>
  );
}
