// The conference office: its news where one is connected, what was taken over, and the ways to reach another: its
// address, its invitation, its file.

import { useState } from 'react';
import type { OpenedFile } from '../../shared/desktop-contract';
import type { Conference } from '../../shared/motion/conference';
import { Button } from '../ui/Button';
import { OpenFilesButton } from '../ui/OpenFilesButton';
import { PageLayout } from '../ui/PageLayout';
import { TextField } from '../ui/TextField';
import { Asking } from './Asking';
import { OfferCard } from './OfferCard';
import { OfficeNews } from './OfficeNews';
import { RefusedNotice } from './RefusedNotice';
import styles from './sync.module.css';
import { TakenCard } from './TakenCard';
import { UnknownOffice } from './UnknownOffice';
import { useConnecting } from './use-connecting';
import type { Office } from './use-office';
import type { Offer } from './verify-in-worker';

type ConnectPageProps = {
  readonly files: readonly OpenedFile[];
  readonly takeFiles: (files: readonly OpenedFile[]) => void;
  readonly onTaken: () => void;
  readonly conference: Conference | undefined;
  readonly office: Office;
};

export function ConnectPage({ files, takeFiles, onTaken, conference, office }: ConnectPageProps) {
  const [typed, setTyped] = useState('');
  const [taken, setTaken] = useState<Offer>();
  const { connecting, askAddress, choose, stop } = useConnecting(files, onTaken, conference);
  const showTaken = (offer: Offer): void => {
    setTaken(offer);
    stop();
  };
  return (
    <PageLayout title="Papers from the office">
      <h1 className={styles['heading']}>Papers from the office</h1>
      <p className={styles['lead']}>
        The office publishes its papers signed, and Rostrum shows only what is exactly as it was signed. Your notes and
        drafts never travel with them.
      </p>
      {taken !== undefined && connecting.kind === 'idle' && office.state.kind !== 'news' && <TakenCard offer={taken} />}
      {connecting.kind === 'asking' && <Asking label={connecting.label} progress={connecting.progress} onStop={stop} />}
      {connecting.kind === 'refused' && <RefusedNotice refusal={connecting} />}
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
        <OfferCard key={connecting.offer.bundle.headHash} offer={connecting.offer} onApplied={showTaken} />
      )}
      {conference !== undefined && connecting.kind === 'idle' && <UnknownOffice conference={conference} />}
      {conference?.address !== undefined && (connecting.kind === 'idle' || connecting.kind === 'refused') && (
        <OfficeNews conference={conference} office={office} onApplied={showTaken} />
      )}
      <section aria-label="Connect" className={styles['connect']}>
        {conference?.address !== undefined && <h2 className={styles['subheading']}>Another conference or address</h2>}
        <form
          className={styles['address']}
          onSubmit={(event) => {
            event.preventDefault();
            setTaken(undefined);
            askAddress(typed);
          }}
        >
          <TextField
            label="Address of the office"
            placeholder="papers.example.org"
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            spellCheck="false"
          />
          <Button type="submit" look="primary" isDisabled={typed.trim() === ''}>
            Connect
          </Button>
        </form>
        <div className={styles['files']}>
          <OpenFilesButton accepts={['image/*', '.txt']} onFiles={takeFiles}>
            Open an invitation
          </OpenFilesButton>
          <OpenFilesButton accepts={['.rostrum']} onFiles={takeFiles}>
            Open a bundle file
          </OpenFilesButton>
        </div>
        <p className={styles['hint']}>
          An invitation is the QR picture on a credential card, or the line of text that begins with “conf:”. Open it,
          drop it or paste it here. A bundle file comes on a stick or by e-mail, and needs no network.
        </p>
      </section>
    </PageLayout>
  );
}
