// Where the delegate's own folder is, and the way to let go of it.

import { Unplug } from 'lucide-react';
import { useState } from 'react';
import type { DescribedFolder } from '../../shared/desktop-contract';
import { folderMessage } from '../app/sending-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import styles from './devices.module.css';

type SelfFolderProps = { readonly folder: DescribedFolder; readonly onForgotten: () => void };

/** Forgetting it forgets its password; what is in it stays there. */
export function SelfFolder({ folder, onForgotten }: SelfFolderProps) {
  const { desktop, name: store } = useStore();
  const [refusal, setRefusal] = useState<string>();
  const forget = async (): Promise<void> => {
    const forgotten = await desktop.forgetFolder({ store, folder: folder.folder });
    if (forgotten.ok) onForgotten();
    else setRefusal(folderMessage(forgotten.error));
  };
  return (
    <section className={styles['section']} aria-labelledby="self-folder">
      <h2 id="self-folder" className={styles['heading']}>
        Your folder
      </h2>
      <p className={styles['facts']}>
        {folder.kind === 's3' ? 'S3 store' : 'WebDAV folder'} at {folder.address}
        {folder.hasCredentials ? ', opened with a password that only this computer keeps' : ''}
      </p>
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      <div className={styles['actions']}>
        <Button look="quiet" icon={<Unplug aria-hidden size={16} />} onPress={() => void forget()}>
          Use another folder
        </Button>
      </div>
    </section>
  );
}
