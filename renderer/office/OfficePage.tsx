// The way into the conference office: the offices of this computer, and the two ways to get one.

import { FolderOpen, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { officeMessage } from '../app/office-message';
import { hrefOf } from '../app/routes';
import type { OfficeRoom } from '../app/routes';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { PageLayout } from '../ui/PageLayout';
import { useToast } from '../ui/Toasts';
import { MakeConference } from './MakeConference';
import styles from './office.module.css';
import { OfficeRooms } from './OfficeRooms';
import { useOffices } from './use-offices';

type OfficePageProps = { readonly office?: string | undefined; readonly room?: OfficeRoom | undefined };

/** The pages at `#/office`. */
export function OfficePage({ office, room }: OfficePageProps) {
  const store = useStore();
  if (store.name === 'sample') {
    return (
      <PageLayout title="Your conference office">
        <h1 className={styles['heading']}>Your conference office</h1>
        <EmptyState title="An office is real">
          It publishes to delegates, so it is not part of the sample conference. Leave the sample to go to it.
        </EmptyState>
      </PageLayout>
    );
  }
  return office === undefined ? <OfficeDoors /> : <OfficeRooms key={office} id={office} room={room ?? 'papers'} />;
}

function OfficeDoors() {
  const { desktop } = useStore();
  const { offices, reload } = useOffices();
  const toast = useToast();
  const [isMaking, setIsMaking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const open = async (): Promise<void> => {
    const opened = await desktop.openOffice({});
    setRefusal(opened.ok ? undefined : officeMessage(opened.error));
    reload();
  };
  const forget = async (office: string): Promise<void> => {
    const forgotten = await desktop.forgetOffice({ office });
    setRefusal(forgotten.ok ? undefined : officeMessage(forgotten.error));
    if (forgotten.ok) toast({ words: 'It is off the list. Its folder stays where it is, and can be opened again.' });
    reload();
  };
  return (
    <PageLayout title="Your conference office">
      <h1 className={styles['heading']}>Your conference office</h1>
      <p className={styles['lead']}>
        For whoever publishes the papers: put them together, sign them, and decide what delegates submit. Delegates need
        nothing of this.
      </p>
      {offices !== undefined && offices.length > 0 && (
        <ul className={styles['list']} aria-label="Offices on this computer">
          {offices.map(({ office, conference, path, keys }) => (
            <li key={office} className={styles['paper']}>
              <KeyRound aria-hidden size={18} />
              <div className={styles['title']}>
                {conference === undefined ? (
                  <span>
                    {keys.length === 0 ? 'An office whose folder is not here just now' : 'An unfinished office'}
                  </span>
                ) : (
                  <a href={hrefOf({ kind: 'office', office })}>{conference.title}</a>
                )}
                <small>{path}</small>
              </div>
              <span />
              <Button
                look="quiet"
                aria-label={`Take off the list: ${conference?.title ?? path}`}
                onPress={() => void forget(office)}
              >
                Take off the list
              </Button>
            </li>
          ))}
        </ul>
      )}
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      {isMaking ? (
        <MakeConference
          onMade={(office) => {
            window.location.hash = hrefOf({ kind: 'office', office, room: 'keys' });
          }}
          onCancel={() => setIsMaking(false)}
        />
      ) : (
        <>
          <h2 className={styles['subheading']}>{offices?.length === 0 ? 'Begin' : 'Another office'}</h2>
          <p className={styles['soft']}>
            Make the keys of a new conference, or open the folder of one that was made before, here or with “rostrum
            keys”.
          </p>
          <div className={styles['actions']} style={{ marginBlockStart: 12 }}>
            <Button look="primary" icon={<KeyRound aria-hidden />} onPress={() => setIsMaking(true)}>
              Make a conference
            </Button>
            <Button icon={<FolderOpen aria-hidden />} onPress={() => void open()}>
              Open an office’s folder
            </Button>
          </div>
        </>
      )}
    </PageLayout>
  );
}
