// Every change of the next version, each openable as a comparison with what is published.

import type { ConferenceId } from '../../shared/ids';
import { businessWords } from '../../shared/merge/describe-business';
import { Disclosure } from '../ui/Disclosure';
import { ComparedPaper } from './ComparedPaper';
import type { Preview } from './office-messages';
import styles from './office.module.css';
import { changeName } from './release-words';

type ReleasePreviewProps = { readonly conference: ConferenceId; readonly preview: Preview };

/** Of a whole agenda placed anew, the beginning. */
const mostOfBusiness = 100;

export function ReleasePreview({ conference, preview }: ReleasePreviewProps) {
  const { changes, changed, description } = preview;
  const { business } = description;
  const more = changed - business.length - changes.length;
  return (
    <section aria-label="What will change" className={styles['preview']}>
      <ul className={styles['changes']}>
        {business.slice(0, mostOfBusiness).map((change) => (
          <li key={businessWords(change)}>Order of business: {businessWords(change)}</li>
        ))}
        {changes.map((paper) => (
          <li key={paper.record}>
            <Disclosure
              summary={`${paper.paper === 'motion' ? 'Motion' : 'Amendment'} ${[paper.number, paper.paper === 'motion' ? paper.title : undefined].filter((part) => part !== undefined).join(', ')}: ${paper.change === undefined ? '' : changeName(paper.change)}`}
            >
              <ComparedPaper conference={conference} paper={paper} />
            </Disclosure>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles['soft']}>And {more} more, in the list above.</p>}
    </section>
  );
}
