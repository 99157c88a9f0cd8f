// At the foot of a motion: the one before and the one after, as the agenda has them.

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { hrefOf } from '../app/routes';
import type { MotionSummary } from '../storage/questions';
import { classNames } from '../ui/class-names';
import { KeyHint } from '../ui/KeyHint';
import { keysInWords, shortcuts } from '../ui/shortcuts';
import { motionName } from './motion-name';
import styles from './neighbour-links.module.css';

type NeighbourLinksProps = {
  readonly before: MotionSummary | undefined;
  readonly after: MotionSummary | undefined;
};

/** Nothing where there is neither. */
export function NeighbourLinks({ before, after }: NeighbourLinksProps) {
  if (before === undefined && after === undefined) return null;
  return (
    <nav aria-label="Neighbouring motions" className={styles['links']}>
      {before !== undefined && (
        <a href={hrefOf({ kind: 'motion', motion: before.id })} className={styles['link']}>
          <span className={styles['name']}>
            <ArrowLeft aria-hidden size={14} /> {motionName(before)}{' '}
            <KeyHint keys={keysInWords(shortcuts.previousMotion.keys)} />
          </span>
          <span className={styles['title']}>{before.title}</span>
        </a>
      )}
      {after !== undefined && (
        <a href={hrefOf({ kind: 'motion', motion: after.id })} className={classNames(styles['link'], styles['after'])}>
          <span className={styles['name']}>
            <KeyHint keys={keysInWords(shortcuts.nextMotion.keys)} /> {motionName(after)}{' '}
            <ArrowRight aria-hidden size={14} />
          </span>
          <span className={styles['title']}>{after.title}</span>
        </a>
      )}
    </nav>
  );
}
