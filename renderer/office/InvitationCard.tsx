// What delegates connect by: address, picture, text, and the words for a printed credential card.

import { useState } from 'react';
import type { NamedConference } from '../../shared/bundle/conference-of-roots';
import { conferenceWords } from '../../shared/bundle/conference-words';
import { writeInvitation } from '../../shared/bundle/invite';
import { qrOutline } from '../../shared/bundle/qr-outline';
import { deliverFile } from '../app/deliver-file';
import { saveMessage } from '../app/failure-message';
import { textCodec } from '../app/text-codec';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import { useToast } from '../ui/Toasts';
import { useRemembered } from '../ui/use-remembered';
import styles from './office.module.css';

type InvitationCardProps = { readonly conference: NamedConference };

export function InvitationCard({ conference }: InvitationCardProps) {
  const { desktop } = useStore();
  const toast = useToast();
  const [address, setAddress] = useRemembered(`office.address.${conference.id}`, '');
  const [typed, setTyped] = useState(address);
  const isAddress = URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol);
  const addresses = isAddress ? [new URL(typed).href] : [];
  const invitation = writeInvitation({ conference: conference.id, addresses });
  const { size, path } = qrOutline(invitation, 'medium');
  const card = cardText(conference, addresses[0], invitation);

  const save = async (): Promise<void> => {
    const file = { name: 'credential-card.txt', mediaType: 'text/plain', bytes: textCodec.encode(card) };
    const saved = await deliverFile(desktop, file);
    const words = saved.ok ? `Saved as “${saved.value.name}”.` : saveMessage(saved.error);
    if (words !== undefined) toast({ words });
  };
  return (
    <div className={styles['form']}>
      <TextField
        label="Address at which the published folder is served"
        placeholder="https://papers.example.org/"
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setAddress(next);
        }}
        {...(typed === '' || isAddress ? {} : { refusal: 'An address begins with https://.' })}
      />
      <div className={styles['invitation']}>
        <svg
          viewBox={`0 0 ${size} ${size}`}
          shapeRendering="crispEdges"
          role="img"
          aria-label="The invitation as a QR picture"
          className={styles['code']}
        >
          <path d={path} fill="currentColor" />
        </svg>
        <div>
          <p className={styles['soft']}>On each credential card:</p>
          <code className={styles['mono']}>{card}</code>
        </div>
      </div>
      <div className={styles['actions']}>
        <Button onPress={() => void save()}>Save the card’s text</Button>
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(invitation).then(() => toast({ words: 'The invitation is copied.' }));
          }}
        >
          Copy the invitation
        </Button>
      </div>
    </div>
  );
}

function cardText({ title, id }: NamedConference, address: string | undefined, invitation: string): string {
  const at = address === undefined ? '' : `Papers at ${address}\n`;
  return `${title}\n${at}Check words: ${conferenceWords(id)}\n${invitation}\n`;
}
