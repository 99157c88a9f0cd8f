// Connecting a folder: its address and what opens it. What opens it goes to the doorkeeper and never comes back.

import { useState } from 'react';
import type { InboxAddress } from '../../shared/bundle/inbox-addresses';
import type { DesktopArguments } from '../../shared/desktop-contract';
import { folderMessage } from '../app/sending-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { RadioChoices } from '../ui/RadioChoices';
import { TextField } from '../ui/TextField';
import styles from './sending.module.css';

type ConnectFolderFormProps = {
  /** Its name, by what it is for (`folderName`). */
  readonly folder: string;
  /** What it is for, in words: “Your own devices”. */
  readonly title: string;
  /** What the conference names, if it does. */
  readonly named: InboxAddress | undefined;
  readonly onConnected: () => void;
};

type Credentials = DesktopArguments<'connectFolder'>['credentials'];

const kinds = [
  { value: 'webdav', words: 'WebDAV (Nextcloud and most others)' },
  { value: 's3', words: 'S3 store' },
] as const;

/** A form that connects, tries the folder out, and says what came of it. */
export function ConnectFolderForm({ folder, title, named, onConnected }: ConnectFolderFormProps) {
  const { desktop, name: store } = useStore();
  const [kind, setKind] = useState<'webdav' | 's3'>(named?.kind ?? 'webdav');
  const [address, setAddress] = useState(named?.url ?? '');
  const [user, setUser] = useState('');
  const [secret, setSecret] = useState('');
  const [region, setRegion] = useState('');
  const [isTrying, setIsTrying] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const connect = async (): Promise<void> => {
    setIsTrying(true);
    setRefusal(undefined);
    const credentials = credentialsOf(kind, { user: user.trim(), secret, region: region.trim() });
    const connected = await desktop.connectFolder({ store, folder, kind, address: address.trim(), credentials });
    const probed = connected.ok ? await desktop.probeFolder({ store, folder }) : connected;
    // What was never reached is not kept: a slip in the address would look like a connection.
    if (connected.ok && !probed.ok) await desktop.forgetFolder({ store, folder });
    setIsTrying(false);
    if (probed.ok) onConnected();
    else setRefusal(folderMessage(probed.error));
  };

  return (
    <form
      className={styles['connect']}
      aria-label={`Connect a folder: ${title.toLowerCase()}`}
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      <RadioChoices label="Kind of folder" isInRow value={kind} choices={kinds} onChange={setKind} />
      <div className={styles['fields']}>
        <TextField
          label="Address of the folder"
          placeholder={kind === 'webdav' ? 'https://cloud.example.org/remote.php/dav/files/…' : 'https://host/bucket/…'}
          value={address}
          onChange={setAddress}
          {...(named === undefined ? {} : { description: 'As the conference office has signed it.' })}
        />
        <TextField
          label={kind === 'webdav' ? 'User name (if it needs one)' : 'Access key'}
          autoComplete="off"
          value={user}
          onChange={setUser}
        />
        <TextField
          label={kind === 'webdav' ? 'Password' : 'Secret key'}
          type="password"
          autoComplete="off"
          value={secret}
          onChange={setSecret}
        />
        {kind === 's3' && (
          <TextField label="Region" placeholder="us-east-1" autoComplete="off" value={region} onChange={setRegion} />
        )}
      </div>
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      <Button type="submit" isDisabled={isTrying || address.trim() === ''}>
        {isTrying ? 'Trying the folder out…' : 'Connect this folder'}
      </Button>
    </form>
  );
}

type Typed = { readonly user: string; readonly secret: string; readonly region: string };

function credentialsOf(kind: 'webdav' | 's3', { user, secret, region }: Typed): Credentials {
  if (kind === 's3') {
    return { kind: 's3', accessKeyId: user, secretAccessKey: secret, region: region === '' ? 'us-east-1' : region };
  }
  return user === '' && secret === '' ? { kind: 'none' } : { kind: 'password', user, password: secret };
}
