// The passphrase that this computer's key and passwords lie under, where there is no keyring: given once a start.

import { LockKeyhole } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DescribedSecrets } from '../../shared/desktop-contract-devices';
import { folderMessage } from '../app/sending-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import { LostKey } from './LostKey';
import styles from './sending.module.css';

type UnlockFormProps = {
  /** Called once the key can be used. */
  readonly onOpen: () => void;
};

const shortest = 8;

/** Nothing while there is nothing to unlock. */
export function UnlockForm({ onOpen }: UnlockFormProps) {
  const { desktop } = useStore();
  const [secrets, setSecrets] = useState<DescribedSecrets>();
  const [typed, setTyped] = useState('');
  const [repeated, setRepeated] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [isUnlocking, setIsUnlocking] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const described = await desktop.describeSecrets({});
      if (isCurrent && described.ok) setSecrets(described.value);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [desktop]);
  const lookAgain = async (): Promise<void> => {
    const described = await desktop.describeSecrets({});
    if (!described.ok) return;
    setSecrets(described.value);
    if (described.value.lock === 'open') onOpen();
  };

  if (secrets === undefined || secrets.lock === 'open') return null;
  if (secrets.lock === 'lost') {
    return (
      <section aria-label="The key is lost" className={styles['card']}>
        <h2 className={styles['heading']}>The key that signs what you send cannot be opened</h2>
        <p className={styles['words']}>
          It lies in this system’s keyring, which does not open it now. If the keyring is only locked, unlock it and
          start Rostrum again. Reading and writing never need the key.
        </p>
        <LostKey onDone={() => void lookAgain()} />
      </section>
    );
  }
  const isNew = secrets.lock === 'unset';

  // What is typed anew is not refused yet.
  const type = (next: string): void => {
    setRefusal(undefined);
    setTyped(next);
  };
  const unlock = async (): Promise<void> => {
    const wrong = isNew ? whyNotNew(typed, repeated) : undefined;
    setRefusal(wrong);
    if (wrong !== undefined) return;
    setIsUnlocking(true);
    const unlocked = await desktop.unlockSecrets({ passphrase: typed });
    setIsUnlocking(false);
    if (!unlocked.ok) {
      setRefusal(folderMessage(unlocked.error));
      return;
    }
    await lookAgain();
  };

  return (
    <form
      className={styles['card']}
      aria-label={isNew ? 'Choose a passphrase' : 'Unlock'}
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <h2 className={styles['heading']}>{isNew ? 'Choose a passphrase' : 'Unlock what is sent'}</h2>
      <p className={styles['words']}>
        {isNew
          ? 'It locks away the key that signs what you send, and the passwords of your folders; Rostrum asks for it once after each start. Reading and writing never need it. Nobody can find it out for you: write it down.'
          : 'The key that signs what you send lies under your passphrase. Reading and writing never need it.'}
      </p>
      <div className={styles['fields']}>
        <TextField
          label="Passphrase"
          type="password"
          autoComplete={isNew ? 'new-password' : 'current-password'}
          value={typed}
          onChange={type}
          {...(refusal === undefined ? {} : { refusal })}
        />
        {isNew && (
          <TextField
            label="The same again"
            type="password"
            autoComplete="new-password"
            value={repeated}
            onChange={(next) => {
              setRefusal(undefined);
              setRepeated(next);
            }}
          />
        )}
      </div>
      <Button
        type="submit"
        look="primary"
        icon={<LockKeyhole aria-hidden size={16} />}
        isDisabled={typed === '' || isUnlocking}
      >
        {isUnlocking ? 'A moment…' : isNew ? 'Use this passphrase' : 'Unlock'}
      </Button>
      {!isNew && (
        <LostKey
          onDone={() => {
            setTyped('');
            setRefusal(undefined);
            void lookAgain();
          }}
        />
      )}
    </form>
  );
}

function whyNotNew(typed: string, repeated: string): string | undefined {
  if (typed.length < shortest) return `It needs at least ${shortest} characters: a few words in a row are best.`;
  return typed === repeated ? undefined : 'The two are not the same.';
}
