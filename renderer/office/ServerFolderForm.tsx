// The address of a folder on a server, and what opens it. What opens it is the doorkeeper's from then on.

import { useState } from 'react';
import type { DesktopArguments } from '../../shared/desktop-contract';
import { Button } from '../ui/Button';
import { RadioChoices } from '../ui/RadioChoices';
import { TextField } from '../ui/TextField';
import styles from './office.module.css';

export type ServerFolder = Pick<DesktopArguments<'connectFolder'>, 'kind' | 'address' | 'credentials'> & {
  /** Under which the credentials are to lie, where the computer has no keyring. */
  readonly passphrase?: string;
};

type ServerFolderFormProps = { readonly onConnect: (folder: ServerFolder) => Promise<void> };

const kinds = [
  { value: 'webdav', words: 'WebDAV (Nextcloud, nginx, Apache…)' },
  { value: 's3', words: 'S3 store' },
] as const;

export function ServerFolderForm({ onConnect }: ServerFolderFormProps) {
  const [kind, setKind] = useState<'webdav' | 's3'>('webdav');
  const [address, setAddress] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [region, setRegion] = useState('us-east-1');
  const [passphrase, setPassphrase] = useState('');
  const [isConnecting, setIsConnecting] = useState(false);
  const connect = async (): Promise<void> => {
    setIsConnecting(true);
    const open =
      kind === 's3'
        ? ({ kind: 's3', accessKeyId: user, secretAccessKey: password, region } as const)
        : user === ''
          ? ({ kind: 'none' } as const)
          : ({ kind: 'password', user, password } as const);
    await onConnect({ kind, address, credentials: open, ...(passphrase === '' ? {} : { passphrase }) });
    setIsConnecting(false);
  };
  return (
    <form
      aria-label="A folder on a server"
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      <RadioChoices label="Kind" isInRow value={kind} choices={kinds} onChange={setKind} />
      <TextField
        label="Address"
        placeholder="https://cloud.example.org/dav/papers/"
        value={address}
        onChange={setAddress}
      />
      <TextField label={kind === 's3' ? 'Access key id' : 'Name'} autoComplete="off" value={user} onChange={setUser} />
      <TextField
        label={kind === 's3' ? 'Secret access key' : 'Password'}
        type="password"
        autoComplete="off"
        value={password}
        onChange={setPassword}
      />
      {kind === 's3' && <TextField label="Region" value={region} onChange={setRegion} />}
      <TextField
        label="Passphrase of this computer’s secrets"
        type="password"
        autoComplete="off"
        description="Only where the computer has no keyring of its own: the password lies under it."
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button type="submit" look="primary" isDisabled={address.trim() === '' || isConnecting}>
        {isConnecting ? 'Trying it out…' : 'Connect'}
      </Button>
    </form>
  );
}
