// One session in the contents of a conference, or all its motions where there are no sessions: a heading and the items
// under it, as far as they are drawn.

import { runLength } from '../ui/use-growing';
import { ContentsRun } from './ContentsRun';
import type { SessionOfMotions } from './in-sessions';
import styles from './papers-page.module.css';

type ContentsSectionProps = {
  readonly session: SessionOfMotions;
  /** How many of its items are to be drawn at least; none where it is not above zero. */
  readonly drawn: number;
};

export function ContentsSection({ session: { title, time, items }, drawn }: ContentsSectionProps) {
  const runs = Array.from(
    { length: Math.max(0, Math.ceil(Math.min(drawn, items.length) / runLength)) },
    (_, run) => run * runLength,
  );
  return (
    <section aria-label={title}>
      <h2 className={styles['heading']}>
        {title}
        {time !== undefined && <span className={styles['time']}>{time}</span>}
      </h2>
      <div role="list">
        {runs.map((from) => (
          <ContentsRun key={from} items={items} from={from} to={Math.min(from + runLength, items.length)} />
        ))}
      </div>
    </section>
  );
}
