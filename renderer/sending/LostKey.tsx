// The way on for somebody who has lost what opens the key: what a new key means, said before it is made.

import { useState } from 'react';
import { folderMessage } from '../app/sending-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { goOnWithNewKey } from './go-on-with-new-key';
import styles from './sending.module.css';

type LostKeyProps = {
  /** Called once the old key is given up. */
  readonly onDone: () => void;
};

const meanings = [
  'What you wrote stays on this computer, and what you sent stays sent.',
  'What has not been sent yet is sent with the new key. The conference office does not know that key: ask it to vouch for this computer again.',
  'Passwords of folders have to be typed again: forget the folder, then connect it.',
  'Private notes travel between your own computers again once you have given your recovery kit under “Your devices”.',
];

/** Nothing is changed before the second button. */
export function LostKey({ onDone }: LostKeyProps) {
  const store = useStore();
  const [isAsked, setIsAsked] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const goOn = async (): Promise<void> => {
    setIsBusy(true);
    const done = await goOnWithNewKey(store);
    setIsBusy(false);
    setRefusal(done.ok ? undefined : folderMessage(done.error));
    if (done.ok) onDone();
  };
  if (!isAsked) {
    return (
      <Button look="quiet" onPress={() => setIsAsked(true)}>
        I have lost it: go on with a new key
      </Button>
    );
  }
  return (
    <section aria-label="A new key" className={styles['section']}>
      <ul className={styles['meanings']}>
        {meanings.map((words) => (
          <li key={words} className={styles['words']}>
            {words}
          </li>
        ))}
      </ul>
      <p className={styles['words']}>The old key is put aside on this computer, and not used again.</p>
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      <div className={styles['actions']}>
        <Button look="danger" isDisabled={isBusy} onPress={() => void goOn()}>
          {isBusy ? 'A moment…' : 'Go on with a new key'}
        </Button>
        <Button isDisabled={isBusy} onPress={() => setIsAsked(false)}>
          Keep the old one
        </Button>
      </div>
    </section>
  );
}
