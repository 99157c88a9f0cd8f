// What a verified bundle is, who signed it and what it would change, before the delegate takes it over.

import { useState } from 'react';
import { bundleNoteMessage, keepMessage } from '../app/failure-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { counted, dayAndTime, dayInWords } from '../ui/time-words';
import { summaryWords } from './change-words';
import type { WordComparison } from './differing-word';
import { OfferedChanges } from './OfferedChanges';
import styles from './sync.module.css';
import { takeOver } from './take-over';
import type { Offer } from './verify-in-worker';
import { WhoSigned } from './WhoSigned';

type OfferCardProps = {
  readonly offer: Offer;
  /** Told when the papers are shown here. */
  readonly onApplied: (offer: Offer) => void;
};

export function OfferCard({ offer, onApplied }: OfferCardProps) {
  const { bundle, description } = offer;
  const store = useStore();
  const [isApplying, setApplying] = useState(false);
  const [compared, setCompared] = useState<WordComparison['kind']>('unfinished');
  const [refusal, setRefusal] = useState<string>();

  const apply = async (): Promise<void> => {
    setApplying(true);
    setRefusal(undefined);
    const taken = await takeOver(store, offer, compared === 'same');
    setApplying(false);
    if (taken.ok) onApplied(offer);
    else setRefusal(keepMessage(taken.error));
  };

  return (
    <section aria-label="Papers from the conference office" className={styles['offer']}>
      <h2 className={styles['offerTitle']}>{bundle.conference.title}</h2>
      <p className={styles['facts']}>
        Agenda v{bundle.version} · {bundle.words} · {dayAndTime(Date.parse(bundle.publishedAt), store.now())}
      </p>
      {bundle.note !== undefined && <p className={styles['note']}>{bundle.note}</p>}
      <WhoSigned bundle={bundle} onCompared={setCompared} />
      {bundle.notes.map((note) => (
        <Notice key={note} kind={note === 'S07' ? 'plain' : 'warning'}>
          {bundleNoteMessage(note, {
            version: bundle.version,
            until: dayAndTime(Date.parse(bundle.expires), store.now()),
            today: dayInWords(store.now()),
          })}
        </Notice>
      ))}
      {bundle.isNews && <p className={styles['summary']}>{summaryWords(description)}</p>}
      {description.unknown > 0 && (
        <Notice>
          {counted(description.unknown, 'entry', 'entries')} in it need a newer version of Rostrum. They are kept.
        </Notice>
      )}
      {(bundle.removed.mass || description.isMassRemoval) && (
        <Notice kind="warning">
          This version takes out more than a tenth of the papers you have. Your notes and drafts stay.
        </Notice>
      )}
      {description.changes.length + description.business.length > 0 && (
        <OfferedChanges description={description} compare={offer.compare} />
      )}
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      {bundle.isNews && (
        <Button look="primary" isDisabled={isApplying || compared === 'other'} onPress={() => void apply()}>
          {isApplying ? 'Taking over…' : 'Use these papers'}
        </Button>
      )}
    </section>
  );
}
