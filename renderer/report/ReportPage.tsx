// The page at `#/report`: the report to the branch as it would be saved, what goes into it, and the ways to save it.

import { useMemo, useState } from 'react';
import { branchReport } from '../../shared/report/branch-report';
import type { ReportChoices, ReportMoment } from '../../shared/report/branch-report';
import { accountOfConference } from '../../shared/report/motion-account';
import type { ReportPapers } from '../../shared/report/motion-account';
import type { Conference } from '../../shared/motion/conference';
import { hrefOf } from '../app/routes';
import { loadForReport } from '../storage/questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { useRemembered } from '../ui/use-remembered';
import { readChoices, writeChoices } from './report-choices';
import { ReportChoicesCard } from './ReportChoicesCard';
import { ReportPreview } from './ReportPreview';
import { SaveReportCard } from './SaveReportCard';
import styles from './report-page.module.css';

/** The report on `conference`; without one there is nothing to report on yet. */
export function ReportPage({ conference }: { readonly conference: Conference | undefined }) {
  const papers = useQuestion((store) => loadForReport(store, conference?.id ?? ''), [conference?.id]);
  if (papers === undefined) return <PageLayout title="Report to branch">{null}</PageLayout>;
  if (papers === null || papers.motions.length === 0) {
    return (
      <PageLayout title="Report to branch">
        <h1 className={styles['title']}>Report to branch</h1>
        <EmptyState
          title="There is nothing to report yet"
          action={<LinkButton href={hrefOf({ kind: 'import' })}>Bring in papers</LinkButton>}
        >
          The report is made from the motions, what was decided on them, and your own amendments and notes.
        </EmptyState>
      </PageLayout>
    );
  }
  return <ReportOnPapers papers={papers} />;
}

function ReportOnPapers({ papers }: { readonly papers: ReportPapers }) {
  const store = useStore();
  const [remembered, rememberChoices] = useRemembered('report-choices', '');
  const [notes, setNotes] = useState(false);
  const choices = useMemo<ReportChoices>(() => ({ ...readChoices(remembered), notes }), [remembered, notes]);
  const [openedAt] = useState(() => store.now());
  const account = useMemo(() => accountOfConference(papers), [papers]);
  const document = useMemo(() => branchReport(account, choices, momentAt(openedAt)), [account, choices, openedAt]);

  const change = (changed: Partial<ReportChoices>): void => {
    const next = { ...choices, ...changed };
    setNotes(next.notes);
    rememberChoices(writeChoices(next));
  };

  return (
    <PageLayout
      title="Report to branch"
      marginLabel="What goes into the report, and saving it"
      margin={
        <>
          <ReportChoicesCard choices={choices} onChange={change} />
          <SaveReportCard
            desktop={store.desktop}
            makeDocument={() => branchReport(account, choices, momentAt(store.now()))}
          />
        </>
      }
    >
      <h1 className={styles['title']}>{document.title}</h1>
      <ReportPreview document={document} />
    </PageLayout>
  );
}

function momentAt(now: number): ReportMoment {
  return { now, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
