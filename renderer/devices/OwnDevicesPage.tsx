// The delegate's own computers: what is written and brought in on one travels to the others, encrypted, by a folder.

import { useCallback, useEffect, useState } from 'react';
import { folderName } from '../../shared/bundle/folder-names';
import type { DescribedFolder } from '../../shared/desktop-contract';
import { deviceMessage } from '../app/device-message';
import { ConnectFolderForm } from '../sending/ConnectFolderForm';
import { UnlockForm } from '../sending/UnlockForm';
import { useStore } from '../storage/StoreContext';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { PageLayout } from '../ui/PageLayout';
import { AskingCard } from './AskingCard';
import { BeginDevices } from './BeginDevices';
import styles from './devices.module.css';
import { DevicesOverview } from './DevicesOverview';
import { SelfFolder } from './SelfFolder';
import type { OwnDevicesRoom } from './use-own-devices';

type OwnDevicesPageProps = { readonly devices: OwnDevicesRoom };

const folder = folderName({ kind: 'self' });

/** The page at `#/devices`. */
export function OwnDevicesPage({ devices }: OwnDevicesPageProps) {
  const { desktop, name: store } = useStore();
  const { state, order } = devices;
  const { overview, failure } = state;
  const [self, setSelf] = useState<DescribedFolder | 'none'>();
  const [isUnlocked, setIsUnlocked] = useState<boolean>();

  const lookAtFolder = useCallback((): void => {
    const look = async (): Promise<void> => {
      const described = await desktop.describeFolders({ store });
      const found = described.ok ? described.value.find((one) => one.folder === folder) : undefined;
      setSelf(found ?? 'none');
    };
    void look();
  }, [desktop, store]);
  useEffect(lookAtFolder, [lookAtFolder]);
  useEffect(() => {
    const lookAtLock = async (): Promise<void> => {
      const secrets = await desktop.describeSecrets({});
      setIsUnlocked(secrets.ok && secrets.value.lock === 'open');
    };
    void lookAtLock();
    void order({ kind: 'describe' });
  }, [desktop, order]);

  const unlocked = async (): Promise<void> => {
    setIsUnlocked(true);
    const answer = await order({ kind: 'describe' });
    const isMember = answer.ok && answer.value.kind === 'overview' && answer.value.overview.kind === 'member';
    if (isMember) await order({ kind: 'sync' });
  };
  return (
    <PageLayout title="Your devices">
      <h1 className={styles['title']}>Your devices</h1>
      <p className={styles['lead']}>
        Private notes, drafts, mandates and the papers you brought in, on all your computers, through a folder of your
        own. They are encrypted on this computer before they leave it: whoever keeps the folder sees how much there is
        and when it changes, and not a word of it. The files that papers were read from stay where you brought them in.
      </p>
      {store === 'sample' ? (
        <EmptyState title="The sample stays on this computer">
          <p>Go back to your own papers to use them on several computers.</p>
        </EmptyState>
      ) : (
        <>
          {failure !== undefined && failure.kind !== 'not-member' && (
            <div className={styles['notice']}>
              <Notice kind={failure.kind === 'offline' ? 'plain' : 'warning'}>{deviceMessage(failure)}</Notice>
            </div>
          )}
          {isUnlocked === false && <UnlockForm onOpen={() => void unlocked()} />}
          {isUnlocked === true && self === 'none' && (
            <section className={styles['section']} aria-labelledby="self-folder">
              <h2 id="self-folder" className={styles['heading']}>
                A folder of your own
              </h2>
              <p className={styles['words']}>
                Any WebDAV folder or S3 store that all your computers reach, such as your own Nextcloud. Nobody else
                needs to get in.
              </p>
              <ConnectFolderForm
                folder={folder}
                title="Your own devices"
                named={undefined}
                onConnected={lookAtFolder}
              />
            </section>
          )}
          {isUnlocked === true && typeof self === 'object' && (
            <>
              {(overview?.kind === 'none' || isLost(overview, failure)) && <BeginDevices devices={devices} />}
              {overview?.kind === 'asking' && <AskingCard asking={overview} devices={devices} />}
              {overview?.kind === 'member' && <DevicesOverview member={overview} devices={devices} />}
              <SelfFolder folder={self} onForgotten={() => setSelf('none')} />
            </>
          )}
        </>
      )}
    </PageLayout>
  );
}

/** The keys cannot be opened although everything is unlocked (the keyring was reset): a kit brings others. */
function isLost(overview: OwnDevicesRoom['state']['overview'], failure: OwnDevicesRoom['state']['failure']): boolean {
  return overview === undefined && failure?.kind === 'key-locked';
}
