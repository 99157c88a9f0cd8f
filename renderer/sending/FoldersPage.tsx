// The folders of a conference that are written to: one that the office reads, one that the delegation shares.

import { folderName } from '../../shared/bundle/folder-names';
import { inboxAddresses } from '../../shared/bundle/inbox-addresses';
import { isConferenceId } from '../../shared/bundle/conference-id';
import type { Conference } from '../../shared/motion/conference';
import { hrefOf } from '../app/routes';
import { textCodec } from '../app/text-codec';
import { findTrusted } from '../storage/official-questions';
import { useQuestion } from '../storage/StoreContext';
import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { PageLayout } from '../ui/PageLayout';
import { TextField } from '../ui/TextField';
import { ConnectedFolder } from './ConnectedFolder';
import { ConnectFolderForm } from './ConnectFolderForm';
import { folderLeads, folderTitles, type FolderStream } from './folder-words';
import styles from './sending.module.css';
import { UnlockForm } from './UnlockForm';
import type { Sending } from './use-sending';

type FoldersPageProps = { readonly conference: Conference | undefined; readonly sending: Sending };

/** The page at `#/folders`. */
export function FoldersPage({ conference, sending }: FoldersPageProps) {
  const isOfficial = conference !== undefined && isConferenceId(conference.id);
  return (
    <PageLayout title="Folders">
      <h1 className={styles['title']}>Folders</h1>
      <p className={styles['lead']}>
        Rostrum has no server of its own. What you send goes into shared folders on the internet, such as Nextcloud’s;
        what you write is on this computer first, and stays there.
      </p>
      {isOfficial ? (
        <>
          <UnlockForm onOpen={sending.sendNow} />
          <div className={styles['fields']}>
            <TextField
              label="Your name, as others read it"
              description="Signed with everything that you send. The office’s roster says whether it is really you."
              value={sending.name}
              onChange={sending.setName}
            />
          </div>
          <FolderSection conference={conference} stream="office" sending={sending} />
          <FolderSection conference={conference} stream="team" sending={sending} />
        </>
      ) : (
        <EmptyState
          title="No conference office yet."
          action={<LinkButton href={hrefOf({ kind: 'connect' })}>Connect to a conference office</LinkButton>}
        >
          Folders belong to a conference whose office publishes its papers signed. The papers that you brought in
          yourself have nobody to be sent to.
        </EmptyState>
      )}
    </PageLayout>
  );
}

type FolderSectionProps = {
  readonly conference: Conference;
  readonly stream: FolderStream;
  readonly sending: Sending;
};

function FolderSection({ conference, stream, sending }: FolderSectionProps) {
  const { id } = conference;
  const trusted = useQuestion((store) => findTrusted(store, id), [id]);
  if (sending.folders === undefined || trusted === undefined) return null;
  const folder = sending.folders.find((each) => each.folder === folderName({ kind: stream, conference: id }));
  const named = stream === 'team' || trusted === null ? undefined : inboxAddresses(trusted, textCodec)[0];
  const heading = `folder-${stream}`;
  return (
    <section aria-labelledby={heading} className={styles['section']}>
      <h2 id={heading} className={styles['heading']}>
        {folderTitles[stream]}
      </h2>
      <p className={styles['words']}>{folderLeads[stream]}</p>
      {folder === undefined ? (
        <ConnectFolderForm
          folder={folderName({ kind: stream, conference: id })}
          title={folderTitles[stream]}
          named={named}
          onConnected={sending.lookAtFolders}
        />
      ) : (
        <ConnectedFolder
          folder={folder}
          state={sending.states.get(`${id}/${stream}`)}
          onSend={sending.sendNow}
          onChanged={sending.lookAtFolders}
        />
      )}
    </section>
  );
}
