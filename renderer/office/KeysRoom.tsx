// Whose conference it is, how delegates get to it, where it publishes, and the officers' keys.

import { conferenceWords } from '../../shared/bundle/conference-words';
import { InvitationCard } from './InvitationCard';
import styles from './office.module.css';
import { OfficerKeys } from './OfficerKeys';
import { WritingPlace } from './WritingPlace';
import type { OpenOffice } from './use-offices';
import { VouchedDevices } from './VouchedDevices';

type KeysRoomProps = { readonly opened: OpenOffice; readonly reload: () => void };

export function KeysRoom({ opened, reload }: KeysRoomProps) {
  const { conference, office, files, publish, inbox } = opened;
  return (
    <>
      <dl className={styles['facts']}>
        <dt>Conference id</dt>
        <dd>
          <code>{conference.id}</code>
        </dd>
        <dt>Check words</dt>
        <dd className={styles['words']}>{conferenceWords(conference.id)}</dd>
        <dt>Folder of the keys</dt>
        <dd>
          {office.path} <span className={styles['soft']}>(“rostrum publish --keys” takes it too)</span>
        </dd>
      </dl>
      <h2 className={styles['subheading']}>Where you publish</h2>
      <WritingPlace kind="publish" conference={conference.id} place={publish} onChanged={reload} />
      <h2 className={styles['subheading']}>Where delegates send to</h2>
      {inbox !== undefined && inbox === publish && (
        <p className={styles['soft']}>As long as no other is named, the folder that you publish in.</p>
      )}
      <WritingPlace
        kind="office"
        conference={conference.id}
        place={inbox === publish ? undefined : inbox}
        onChanged={reload}
      />
      <h2 className={styles['subheading']}>Invite delegates</h2>
      <InvitationCard conference={conference} />
      <h2 className={styles['subheading']}>Officers’ keys</h2>
      <OfficerKeys office={office} onChanged={reload} />
      <p className={styles['soft']}>
        When a key is lost or stolen, or an officer changes: <code>rostrum keys rotate</code> with this folder. The app
        goes on with the new keys.
      </p>
      {files.roster.length > 0 && <VouchedDevices opened={opened} onChanged={reload} />}
    </>
  );
}
