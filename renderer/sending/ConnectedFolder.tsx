// A folder that is connected: where it is, what it can do, how sending stands, and the way to try it again or forget it.

import { RefreshCw, Unplug } from 'lucide-react';
import { useState } from 'react';
import type { DescribedFolder } from '../../shared/desktop-contract';
import { folderMessage } from '../app/sending-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { Notice } from '../ui/Notice';
import { abilityWords, stateWords, troubleWords } from './folder-words';
import styles from './sending.module.css';
import { useNow } from './use-now';
import type { LogState } from './use-sending';

type ConnectedFolderProps = {
  readonly folder: DescribedFolder;
  readonly state: LogState | undefined;
  readonly onSend: () => void;
  /** The folder was tried out anew, or forgotten. */
  readonly onChanged: () => void;
};

/** Forgetting it forgets its password; what was sent stays there, and what waits stays here. */
export function ConnectedFolder({ folder, state, onSend, onChanged }: ConnectedFolderProps) {
  const { desktop, name: store } = useStore();
  const now = useNow(state?.kind === 'waiting');
  const [refusal, setRefusal] = useState<string>();
  const [isTrying, setIsTrying] = useState(false);

  const tryOut = async (): Promise<void> => {
    setIsTrying(true);
    const probed = await desktop.probeFolder({ store, folder: folder.folder });
    setIsTrying(false);
    setRefusal(probed.ok ? undefined : folderMessage(probed.error));
    onChanged();
  };
  const forget = async (): Promise<void> => {
    const forgotten = await desktop.forgetFolder({ store, folder: folder.folder });
    setRefusal(forgotten.ok ? undefined : folderMessage(forgotten.error));
    onChanged();
  };
  const troubles = state?.kind === 'rest' ? (state.sent.heard?.troubles ?? []) : [];

  return (
    <div className={styles['connected']}>
      <p className={styles['address']}>{folder.address}</p>
      <p className={styles['facts']}>
        {folder.kind === 's3' ? 'S3 store' : 'WebDAV folder'} ·{' '}
        {folder.hasCredentials ? 'opened with a password that only this computer keeps' : 'opened without a password'}
      </p>
      {state?.kind === 'stopped' ? (
        <Notice kind="warning">{stateWords(state, now)}</Notice>
      ) : (
        // What counts down is not read aloud each second.
        <p role={state?.kind === 'waiting' ? undefined : 'status'} className={styles['words']}>
          {stateWords(state, now)}
        </p>
      )}
      {folder.abilities !== undefined && (
        <ul className={styles['abilities']}>
          {abilityWords(folder.abilities).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {troubles.length > 0 && (
        <Disclosure summary={`Not read (${troubles.length})`}>
          <ul>
            {troubles.map((trouble) => (
              <li key={trouble.device} className={styles['words']}>
                Device {trouble.device.slice(0, 8)}…: {troubleWords(trouble)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      <div className={styles['actions']}>
        <Button icon={<RefreshCw aria-hidden size={16} />} isDisabled={state?.kind === 'sending'} onPress={onSend}>
          Send and fetch now
        </Button>
        <Button look="quiet" isDisabled={isTrying} onPress={() => void tryOut()}>
          {isTrying ? 'Trying it out…' : 'Try it out again'}
        </Button>
        <Button look="quiet" icon={<Unplug aria-hidden size={16} />} onPress={() => void forget()}>
          Forget this folder
        </Button>
      </div>
    </div>
  );
}
