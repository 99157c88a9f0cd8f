// Who signed an offer. A known office is said to have signed; of a stranger only that its key calls itself so, with the
// words by which a person can find out.

import { BadgeCheck } from 'lucide-react';
import { conferenceWords } from '../../shared/bundle/conference-words';
import type { BundleFacts } from '../storage/official-news';
import { findTrusted } from '../storage/official-questions';
import { listConferences } from '../storage/questions';
import type { Store } from '../storage/store';
import { useQuestion } from '../storage/StoreContext';
import { Notice } from '../ui/Notice';
import { CompareWords } from './CompareWords';
import type { WordComparison } from './differing-word';
import styles from './sync.module.css';

type WhoSignedProps = {
  readonly bundle: BundleFacts;
  /** Told what comparing the words with the card has come to. */
  readonly onCompared: (compared: WordComparison['kind']) => void;
};

export function WhoSigned({ bundle, onCompared }: WhoSignedProps) {
  const signers = bundle.signedBy.join(' and ');
  const { id, title } = bundle.conference;
  const hasNamesake = useQuestion((store) => isTitleTaken(store, title, id), [title, id]);
  if (bundle.isTrusted) {
    return (
      <p className={styles['signed']}>
        <BadgeCheck aria-hidden size={16} />
        <span>Signed by {signers}. Every part is as it was signed.</span>
      </p>
    );
  }
  return (
    <>
      <p className={styles['facts']}>Signed by a key that calls itself “{signers}”. Every part is as it was signed.</p>
      {hasNamesake === true && (
        <Notice kind="refused">
          You already have papers of “{title}” from its office, and this is not that office. Do not use it unless the
          office has told you to begin anew.
        </Notice>
      )}
      <CompareWords
        opening="This is the first time you meet this office."
        words={conferenceWords(id)}
        onCompared={onCompared}
      />
    </>
  );
}

/** Whether an office that is trusted already publishes a conference of this title. */
async function isTitleTaken(store: Store, title: string, id: string): Promise<boolean> {
  for (const conference of await listConferences(store)) {
    const isNamesake = conference.title === title && conference.id !== id;
    if (isNamesake && (await findTrusted(store, conference.id)) !== null) return true;
  }
  return false;
}
