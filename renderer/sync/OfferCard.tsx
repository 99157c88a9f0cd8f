// What a verified bundle is, who signed it and what it would change, before the delegate takes it over.

import { useState } from 'react';
import { describeMerge } from '../../shared/merge/describe-merge';
import { bundleNoteMessage, keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { saveConference } from '../storage/deeds';
import { applyOfficial } from '../storage/official-deeds';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';
import { counted, dayAndTime } from '../ui/time-words';
import { changeWords, inOrderOfAgenda, summaryWords } from './change-words';
import styles from './sync.module.css';
import type { Offer } from './verify-office';
import { WhoSigned } from './WhoSigned';

type OfferCardProps = { readonly offer: Offer; readonly onApplied: () => void };

export function OfferCard({ offer, onApplied }: OfferCardProps) {
  const { bundle, plan, address } = offer;
  const store = useStore();
  const [stage, setStage] = useState<'offered' | 'applying' | 'applied'>('offered');
  const [refusal, setRefusal] = useState<string>();
  const description = describeMerge(plan);
  const published = Date.parse(bundle.publishedAt);

  const apply = async (): Promise<void> => {
    setStage('applying');
    setRefusal(undefined);
    const applied = await applyOfficial(store, bundle);
    const named =
      applied.ok && address !== undefined ? await saveConference(store, { ...plan.title, address }) : applied;
    setStage(named.ok ? 'applied' : 'offered');
    if (named.ok) onApplied();
    else setRefusal(keepMessage(named.error));
  };

  return (
    <section aria-label="Papers from the conference office" className={styles['offer']}>
      <h2 className={styles['offerTitle']}>{bundle.conference.title}</h2>
      <p className={styles['facts']}>
        Agenda v{bundle.version} · {bundle.words} · {dayAndTime(published, store.now())}
      </p>
      {bundle.note !== undefined && <p className={styles['note']}>{bundle.note}</p>}
      <WhoSigned bundle={bundle} />
      {bundle.notes.map((note) => (
        <Notice key={note}>
          {bundleNoteMessage(note, {
            version: bundle.version,
            until: dayAndTime(Date.parse(bundle.expires), store.now()),
          })}
        </Notice>
      ))}
      {stage === 'applied' ? (
        <Notice
          kind="done"
          action={
            <LinkButton href={hrefOf({ kind: 'papers', conference: bundle.conference.id })}>Read the papers</LinkButton>
          }
        >
          You now have agenda v{bundle.version}. {summaryWords(description)}
        </Notice>
      ) : (
        <>
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
          {description.changes.length > 0 && (
            <Disclosure
              summary={`What changes (${description.changes.length})`}
              isOpenAtFirst={description.changes.length <= 8}
            >
              <ul className={styles['changes']}>
                {inOrderOfAgenda(description.changes).map((change) => (
                  <li key={change.id}>{changeWords(change)}</li>
                ))}
              </ul>
            </Disclosure>
          )}
          {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
          {bundle.isNews && (
            <Button look="primary" isDisabled={stage === 'applying'} onPress={() => void apply()}>
              {stage === 'applying' ? 'Taking over…' : 'Use these papers'}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
