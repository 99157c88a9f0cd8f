// The passphrase of the office's keys, asked for until it is given.

import { useState } from 'react';
import { officeMessage } from '../app/office-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import styles from './office.module.css';

type UnlockOfficeProps = { readonly office: string; readonly onUnlocked: () => void };

export function UnlockOffice({ office, onUnlocked }: UnlockOfficeProps) {
  const { desktop } = useStore();
  const [passphrase, setPassphrase] = useState('');
  const [isTrying, setIsTrying] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const unlock = async (): Promise<void> => {
    setIsTrying(true);
    const unlocked = await desktop.unlockOffice({ office, passphrase });
    setIsTrying(false);
    if (unlocked.ok) onUnlocked();
    else setRefusal(officeMessage(unlocked.error));
  };
  return (
    <form
      aria-label="Unlock the keys"
      className={styles['row']}
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <TextField
        label="Passphrase of the office’s keys"
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onChange={(typed) => {
          setPassphrase(typed);
          setRefusal(undefined);
        }}
        description="Needed to sign. Everything else works without it."
        {...(refusal === undefined ? {} : { refusal })}
      />
      <Button type="submit" isDisabled={passphrase === '' || isTrying}>
        {isTrying ? 'Unlocking…' : 'Unlock'}
      </Button>
    </form>
  );
}
