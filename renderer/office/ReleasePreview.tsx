// Every change of the next version, each openable as a comparison with what is published.

import type { ConferenceId } from '../../shared/ids';
import { Disclosure } from '../ui/Disclosure';
import { ComparedPaper } from './ComparedPaper';
import type { Preview } from './office-messages';
import styles from './office.module.css';
import { changeName } from './release-words';

type ReleasePreviewProps = { readonly conference: ConferenceId; readonly preview: Preview };

const mostShown = 100;

export function ReleasePreview({ conference, preview }: ReleasePreviewProps) {
  const changed = preview.papers.filter(({ change }) => change !== undefined);
  return (
    <section aria-label="What will change" className={styles['preview']}>
      <ul className={styles['changes']}>
        {changed.slice(0, mostShown).map((paper) => (
          <li key={paper.record}>
            <Disclosure
              summary={`${paper.paper === 'motion' ? 'Motion' : 'Amendment'} ${[paper.number, paper.paper === 'motion' ? paper.title : undefined].filter((part) => part !== undefined).join(', ')}: ${paper.change === undefined ? '' : changeName(paper.change)}`}
            >
              <ComparedPaper conference={conference} paper={paper} />
            </Disclosure>
          </li>
        ))}
      </ul>
      {changed.length > mostShown && (
        <p className={styles['soft']}>And {changed.length - mostShown} more, in the list above.</p>
      )}
    </section>
  );
}
