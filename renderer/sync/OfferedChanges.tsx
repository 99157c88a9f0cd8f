// What papers on offer would change, paper by paper; a motion that reads otherwise can be opened and compared.

import { motionId } from '../../shared/ids';
import type { MergeDescription } from '../../shared/merge/describe-merge';
import { Disclosure } from '../ui/Disclosure';
import { ChangedText } from './ChangedText';
import { changeWords, moreChangesWords, orderWords } from './change-words';
import styles from './sync.module.css';
import type { Offer } from './verify-in-worker';

type OfferedChangesProps = { readonly description: MergeDescription; readonly compare: Offer['compare'] };

const listedOpen = 8;

export function OfferedChanges({ description, compare }: OfferedChangesProps) {
  const { changes, business } = description;
  const count = changes.length + business.length;
  const more = moreChangesWords(description);
  return (
    <Disclosure summary={`What changes (${count})`} isOpenAtFirst={count <= listedOpen}>
      <ul className={styles['changes']}>
        {business.map((change) => (
          <li key={orderWords(change)}>{orderWords(change)}</li>
        ))}
        {changes.map((change) => (
          <li key={change.id}>
            {change.paper === 'motion' && change.kind === 'text-changed' ? (
              <ChangedText words={changeWords(change)} motion={motionId(change.id)} compare={compare} />
            ) : (
              changeWords(change)
            )}
          </li>
        ))}
      </ul>
      {more !== undefined && <p className={styles['facts']}>{more}</p>}
    </Disclosure>
  );
}
