// A folder that the office writes to or reads from: on this computer, on a WebDAV server, or in an S3 store.

import { useState } from 'react';
import { folderName } from '../../shared/bundle/folder-names';
import type { ChooseFailure, DescribedFolder } from '../../shared/desktop-contract';
import type { ConferenceId } from '../../shared/ids';
import type { Result } from '../../shared/result';
import { chooseMessage } from '../app/office-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { ServerFolderForm, type ServerFolder } from './ServerFolderForm';
import styles from './office.module.css';
import { store as ownStore } from './published';

type WritingPlaceProps = {
  readonly kind: 'publish' | 'office';
  readonly conference: ConferenceId;
  readonly place: DescribedFolder | undefined;
  readonly onChanged: () => void;
};

const words = {
  publish: { folder: 'Publish in a folder…', server: 'Publish to a server…' },
  office: { folder: 'Read from a folder…', server: 'Read from a server…' },
} as const;

const kindWords = { webdav: 'WebDAV folder', s3: 'S3 store', local: 'folder of this computer' } as const;

export function WritingPlace({ kind, conference, place, onChanged }: WritingPlaceProps) {
  const { desktop } = useStore();
  const [isAsking, setIsAsking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const named = { store: ownStore, folder: folderName({ kind, conference }) } as const;

  const conclude = (answer: Result<unknown, ChooseFailure>): void => {
    setRefusal(answer.ok ? undefined : chooseMessage(answer.error));
    if (!answer.ok) return;
    setIsAsking(false);
    onChanged();
  };
  const connect = async ({ passphrase, ...server }: ServerFolder): Promise<void> => {
    if (passphrase !== undefined) await desktop.unlockSecrets({ passphrase });
    const connected = await desktop.connectFolder({ ...named, ...server });
    conclude(connected.ok ? await desktop.probeFolder(named) : connected);
  };
  return (
    <div className={styles['form']}>
      {place !== undefined && (
        <p>
          {place.address} <span className={styles['soft']}>({kindWords[place.kind]})</span>
        </p>
      )}
      <div className={styles['actions']}>
        <Button onPress={() => void desktop.chooseFolder(named).then(conclude)}>{words[kind].folder}</Button>
        <Button aria-expanded={isAsking} onPress={() => setIsAsking(!isAsking)}>
          {words[kind].server}
        </Button>
      </div>
      {isAsking && <ServerFolderForm onConnect={connect} />}
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
    </div>
  );
}
