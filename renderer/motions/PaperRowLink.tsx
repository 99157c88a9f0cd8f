// One paper in the left list: number, title, and what is known and marked about it.

import { FileText, PencilLine, ScrollText, StickyNote } from 'lucide-react';
import { decisionWords } from '../../shared/motion/decision';
import type { Decision } from '../../shared/motion/decision';
import { counted } from '../ui/time-words';
import { classNames } from '../ui/class-names';
import { decisionLooks } from './decision-look';
import type { PaperRow } from './paper-rows';
import styles from './papers-list.module.css';

type PaperRowLinkProps = {
  readonly row: Exclude<PaperRow, { readonly kind: 'heading' | 'line' }>;
  readonly index: number;
  readonly isCurrent: boolean;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
};

/** A link to the paper's page. */
export function PaperRowLink({ row, index, isCurrent, isStop }: PaperRowLinkProps) {
  const isDecided = row.kind === 'motion' && row.motion.decision !== undefined;
  const title = row.kind === 'motion' ? row.motion.title : row.briefing.title;
  return (
    <a
      href={row.href}
      title={title}
      data-row={index}
      tabIndex={isStop ? 0 : -1}
      aria-current={isCurrent ? 'page' : undefined}
      className={classNames(styles['row'], isDecided && styles['decided'])}
    >
      <span className={styles['number']}>
        <NumberOrIcon row={row} />
      </span>
      <span className={styles['title']}>{title === '' ? 'Without a title' : title}</span>
      {row.kind === 'motion' && (
        <span className={styles['marks']}>
          {row.motion.noteCount > 0 && (
            <StickyNote role="img" size={13} aria-label={counted(row.motion.noteCount, 'note')} />
          )}
          {row.motion.ownAmendmentCount > 0 && (
            <span className={styles['count']}>
              <PencilLine role="img" size={13} aria-label="My amendments:" />
              {row.motion.ownAmendmentCount}
            </span>
          )}
          {row.motion.decision !== undefined && <ShortDecision decision={row.motion.decision} />}
        </span>
      )}
    </a>
  );
}

function NumberOrIcon({ row }: Pick<PaperRowLinkProps, 'row'>) {
  if (row.kind === 'briefing') return <FileText role="img" aria-label="Briefing" size={15} />;
  return row.motion.number ?? <ScrollText role="img" aria-label="Motion" size={15} />;
}

function ShortDecision({ decision }: { readonly decision: Decision }) {
  const { icon: Icon, short } = decisionLooks[decision.key];
  return (
    <span className={styles['count']} title={decisionWords[decision.key]}>
      <Icon aria-hidden size={13} />
      {short}
    </span>
  );
}
