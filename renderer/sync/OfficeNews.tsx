// The office that the open conference is connected to: what it was asked, what it said, and asking it again.

import { unreachable } from '../../shared/assert';
import type { Conference } from '../../shared/motion/conference';
import { bundleMessage, bundleNoteMessage } from '../app/failure-message';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { clockTime, dayAndTime, dayInWords } from '../ui/time-words';
import { useStore } from '../storage/StoreContext';
import { Asking } from './Asking';
import { OfferCard } from './OfferCard';
import styles from './sync.module.css';
import type { Office } from './use-office';
import type { Offer } from './verify-in-worker';

type OfficeNewsProps = {
  readonly conference: Conference;
  readonly office: Office;
  readonly onApplied: (offer: Offer) => void;
};

export function OfficeNews({ conference, office, onApplied }: OfficeNewsProps) {
  const { title, address } = conference;
  return (
    <section aria-label="News" className={styles['news']}>
      {office.state.kind !== 'news' && <h2 className={styles['subheading']}>{title}</h2>}
      <Answer office={office} title={title} onApplied={onApplied} />
      <p className={styles['facts']}>
        {address} · asked at the start, when the network is back, and every five minutes
      </p>
      {office.state.kind !== 'asking' && <Button onPress={office.ask}>Look for news</Button>}
    </section>
  );
}

type AnswerProps = { readonly office: Office; readonly title: string; readonly onApplied: (offer: Offer) => void };

function Answer({ office: { state, stop }, title, onApplied }: AnswerProps) {
  const store = useStore();
  switch (state.kind) {
    case 'unconnected':
    case 'quiet':
      return null;
    case 'asking':
      return <Asking label="Asking for news" progress={state.progress} onStop={stop} />;
    case 'current':
      return (
        <>
          <Notice kind="done">You have the newest papers. Asked at {clockTime(state.at)}.</Notice>
          {state.notes.map((note) => (
            <Notice key={note} kind="warning">
              {bundleNoteMessage(note, {
                version: state.version,
                until: dayAndTime(Date.parse(state.expires), store.now()),
                today: dayInWords(store.now()),
              })}
            </Notice>
          ))}
        </>
      );
    case 'news':
      return <OfferCard key={state.offer.bundle.headHash} offer={state.offer} onApplied={onApplied} />;
    case 'unreached':
      return (
        <>
          <Notice>{bundleMessage(state.failure, { from: 'address' })}</Notice>
          {state.expired !== undefined && (
            <Notice kind="warning">
              {bundleNoteMessage('S09', { version: 0, until: dayAndTime(Date.parse(state.expired), store.now()) })}
            </Notice>
          )}
        </>
      );
    case 'refused':
      return (
        <Notice kind="refused">{bundleMessage(state.failure, { from: 'address', conferenceTitle: title })}</Notice>
      );
    default:
      return unreachable(state);
  }
}
