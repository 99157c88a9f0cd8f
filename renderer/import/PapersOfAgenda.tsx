// What an agenda or a list of decisions was understood to hold, one row a paper.

import type { ReadAgenda, ReadDecisions } from '../../shared/import/paper';
import { decisionWords } from '../../shared/motion/decision';
import { counted } from '../ui/time-words';
import styles from './import.module.css';

type PapersOfAgendaProps = { readonly paper: ReadAgenda | ReadDecisions };

export function PapersOfAgenda({ paper }: PapersOfAgendaProps) {
  const rows = paper.kind === 'agenda' ? agendaRows(paper) : decisionRows(paper);
  return (
    <>
      <p className={styles['summary']}>
        {paper.kind === 'agenda' ? `${counted(rows.length, 'paper')} found` : `${counted(rows.length, 'row')} found`}
      </p>
      <ol className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.key}>
            <span className={styles['rowNumber']}>{row.number}</span>
            <span>{row.title}</span>
            <span className={styles['rowAside']}>{row.aside}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

type Row = { readonly key: string; readonly number: string; readonly title: string; readonly aside: string };

function agendaRows({ papers }: ReadAgenda): readonly Row[] {
  return papers.map((paper, index) => ({
    key: `${index} ${paper.number?.value ?? ''}`,
    number: paper.number?.value ?? '',
    title:
      paper.title?.value ??
      (paper.kind === 'amendment' ? `Amendment to ${paper.amends?.value ?? 'a motion'}` : 'Without a title'),
    aside: paper.submittedBy.map((field) => field.value).join(', '),
  }));
}

function decisionRows({ rows }: ReadDecisions): readonly Row[] {
  return rows.map((row, index) => ({
    key: `${index} ${row.number ?? ''}`,
    number: row.number ?? '',
    title: row.title ?? '',
    aside: [
      row.decision === undefined ? undefined : (row.decision.asPrinted ?? decisionWords[row.decision.key]),
      row.position,
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
  }));
}
