// An office that is open: its rooms, and at the foot of each the bar that says what the next version will change.

import { officeMessage } from '../app/office-message';
import { hrefOf } from '../app/routes';
import type { OfficeRoom } from '../app/routes';
import { Notice } from '../ui/Notice';
import { PageLayout } from '../ui/PageLayout';
import { HallScreen } from './HallScreen';
import { InboxRoom } from './InboxRoom';
import { KeysRoom } from './KeysRoom';
import styles from './office.module.css';
import { OrderRoom } from './OrderRoom';
import { PapersRoom } from './PapersRoom';
import { ReleaseBar } from './ReleaseBar';
import { UnlockOffice } from './UnlockOffice';
import { useOpenOffice, type OpenOffice } from './use-offices';
import { useNextVersion } from './use-next-version';
import { useOrderDeeds } from './use-order-deeds';
import { useReleaseDeeds } from './use-release-deeds';

type OfficeRoomsProps = { readonly id: string; readonly room: OfficeRoom };

const rooms = [
  { room: 'papers', words: 'Next version' },
  { room: 'order', words: 'Order of business' },
  { room: 'inbox', words: 'Submitted by delegates' },
  { room: 'keys', words: 'Keys and addresses' },
  { room: 'screen', words: 'Hall screen' },
] as const;

export function OfficeRooms({ id, room }: OfficeRoomsProps) {
  const { opening, reload } = useOpenOffice(id);
  if (opening.kind === 'opening') return <PageLayout title="Your conference office">{null}</PageLayout>;
  if (opening.kind === 'refused') {
    return (
      <PageLayout title="Your conference office">
        <h1 className={styles['heading']}>Your conference office</h1>
        <Notice kind="refused">{opening.words || officeMessage({ kind: 'no-office-there' })}</Notice>
        <p>
          <a href={hrefOf({ kind: 'office' })}>All offices</a>
        </p>
      </PageLayout>
    );
  }
  return <Rooms opened={opening.opened} room={room} reload={reload} />;
}

type RoomsProps = { readonly opened: OpenOffice; readonly room: OfficeRoom; readonly reload: () => void };

function Rooms({ opened, room, reload }: RoomsProps) {
  const { office, conference } = opened;
  const { next, find, hold } = useNextVersion(opened);
  const deeds = useReleaseDeeds(opened, hold);
  const order = useOrderDeeds(conference.id);
  const isLocked = office.keys[0]?.isLocked ?? false;
  if (room === 'screen') return <HallScreen opened={opened} />;
  return (
    <div className={styles['office']}>
      <PageLayout title={`Office – ${conference.title}`} width="wide">
        <h1 className={styles['heading']}>{conference.title}</h1>
        <p className={styles['soft']}>
          Conference office{conference.organisation === undefined ? '' : ` · ${conference.organisation}`}
        </p>
        <nav aria-label="Rooms of the office">
          <ul className={styles['rooms']}>
            {rooms.map(({ room: each, words }) => (
              <li key={each}>
                <a
                  href={hrefOf({ kind: 'office', office: office.office, room: each })}
                  {...(each === room ? { 'aria-current': 'page' as const } : {})}
                >
                  {words}
                  {each === 'inbox' && waitingWords(opened)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {isLocked && <UnlockOffice office={office.office} onUnlocked={reload} />}
        {room === 'papers' && <PapersRoom opened={opened} next={next} find={find} deeds={deeds} />}
        {room === 'order' && <OrderRoom conference={conference.id} deeds={order} />}
        {room === 'inbox' && <InboxRoom opened={opened} reload={reload} />}
        {room === 'keys' && <KeysRoom opened={opened} reload={reload} />}
      </PageLayout>
      <ReleaseBar
        opened={opened}
        next={next}
        last={(room === 'order' ? order : deeds).last}
        hold={hold}
        isLocked={isLocked}
        reload={reload}
      />
    </div>
  );
}

function waitingWords({ files }: OpenOffice): string {
  const waiting = files.inbox.submissions.filter(({ standing }) => standing === 'waiting').length;
  return waiting === 0 ? '' : ` (${waiting})`;
}
