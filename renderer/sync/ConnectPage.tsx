// The conference office: its address or its file, what came of asking, and what news it has.

import { useState } from 'react';
import type { OpenedFile } from '../../shared/desktop-contract';
import type { Conference } from '../../shared/motion/conference';
import { bundleMessage } from '../app/failure-message';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { OpenFilesButton } from '../ui/OpenFilesButton';
import { PageLayout } from '../ui/PageLayout';
import { ProgressBar } from '../ui/ProgressBar';
import { TextField } from '../ui/TextField';
import { clockTime } from '../ui/time-words';
import { Asking } from './Asking';
import { OfferCard } from './OfferCard';
import styles from './sync.module.css';
import { useConnecting } from './use-connecting';
import type { Office } from './use-office';

type ConnectPageProps = {
  readonly files: readonly OpenedFile[];
  readonly takeFiles: (files: readonly OpenedFile[]) => void;
  readonly onTaken: () => void;
  readonly conference: Conference | undefined;
  readonly office: Office;
};

export function ConnectPage({ files, takeFiles, onTaken, conference, office }: ConnectPageProps) {
  const [typed, setTyped] = useState('');
  const { connecting, askAddress, choose, stop } = useConnecting(files, onTaken, conference);
  return (
    <PageLayout title="Conference office">
      <h1 className={styles['heading']}>Conference office</h1>
      <p className={styles['lead']}>
        The office publishes its papers signed, and Rostrum shows only what is exactly as it was signed. Your notes and
        drafts never travel with them.
      </p>
      <form
        className={styles['address']}
        onSubmit={(event) => {
          event.preventDefault();
          askAddress(typed);
        }}
      >
        <TextField label="Address of the office" placeholder="papers.example.org" value={typed} onChange={setTyped} />
        <Button type="submit" look="primary" isDisabled={typed.trim() === ''}>
          Connect
        </Button>
        <OpenFilesButton accepts={['.rostrum']} onFiles={takeFiles}>
          Open a bundle file
        </OpenFilesButton>
      </form>
      {connecting.kind === 'asking' && <Asking label={connecting.label} progress={connecting.progress} onStop={stop} />}
      {connecting.kind === 'refused' && <Notice kind="refused">{connecting.words}</Notice>}
      {connecting.kind === 'choosing' && (
        <ul className={styles['choices']} aria-label="Conferences at this address">
          {connecting.listed.map(({ id, title }) => (
            <li key={id}>
              <Button onPress={() => choose(connecting.address, id)}>{title}</Button>
            </li>
          ))}
        </ul>
      )}
      {connecting.kind === 'offered' && (
        <OfferCard key={connecting.offer.bundle.headHash} offer={connecting.offer} onApplied={office.ask} />
      )}
      {conference?.address !== undefined && connecting.kind === 'idle' && (
        <section aria-label="News" className={styles['news']}>
          <h2 className={styles['subheading']}>{conference.title}</h2>
          <p className={styles['facts']}>{conference.address}</p>
          <News office={office} title={conference.title} />
          <Button isDisabled={office.state.kind === 'asking'} onPress={office.ask}>
            Look for news
          </Button>
        </section>
      )}
    </PageLayout>
  );
}

function News({ office, title }: { readonly office: Office; readonly title: string }) {
  const { state } = office;
  switch (state.kind) {
    case 'unconnected':
      return null;
    case 'asking':
      return <ProgressBar label="Asking for news" />;
    case 'current':
      return <Notice kind="done">You have the newest papers. Asked at {clockTime(state.at)}.</Notice>;
    case 'news':
      return <OfferCard key={state.offer.bundle.headHash} offer={state.offer} onApplied={office.ask} />;
    case 'unreached':
      return <Notice>{bundleMessage(state.failure, { from: 'address' })}</Notice>;
    case 'refused':
      return (
        <Notice kind="refused">{bundleMessage(state.failure, { from: 'address', conferenceTitle: title })}</Notice>
      );
  }
}
