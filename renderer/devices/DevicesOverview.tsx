// The computers that know each other: how this one stands, which there are, and what can be done about them.

import { Pause, Play, RefreshCw } from 'lucide-react';
import { lockedEntriesWords, peerTroubleWords, roundNews, standingWords } from '../app/device-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { Notice } from '../ui/Notice';
import { counted, dayAndTime } from '../ui/time-words';
import { AddDevice } from './AddDevice';
import { DeviceRow } from './DeviceRow';
import styles from './devices.module.css';
import type { MemberOverview, Round } from './device-orders';
import { RequestCard } from './RequestCard';
import { RestoreForm } from './RestoreForm';
import { StopDevices } from './StopDevices';
import type { OwnDevicesRoom } from './use-own-devices';

type DevicesOverviewProps = { readonly member: MemberOverview; readonly devices: OwnDevicesRoom };

export function DevicesOverview({ member, devices }: DevicesOverviewProps) {
  const { now } = useStore();
  const { state, order } = devices;
  const isBusy = state.doing !== undefined;
  const standing = standingWords(member);
  const seenOf = (device: string): string => {
    const seen = member.lastSeen[device];
    return seen === undefined ? 'not heard of yet' : `last heard of ${dayAndTime(Date.parse(seen), now())}`;
  };
  return (
    <>
      <section className={styles['section']} aria-labelledby="standing">
        <h2 id="standing" className={styles['heading']}>
          {member.label}, this computer
        </h2>
        {standing !== undefined && <Notice kind="warning">{standing}</Notice>}
        {member.locked > 0 && <Notice kind="warning">{lockedEntriesWords(member.locked)}</Notice>}
        <p role="status" className={styles['words']}>
          {stateWords(member, state, now())}
        </p>
        <Troubles round={state.round} />
        <div className={styles['actions']}>
          <Button
            icon={<RefreshCw aria-hidden size={16} />}
            isDisabled={isBusy || member.isPaused || member.standing === 'removed'}
            onPress={() => void order({ kind: 'sync' })}
          >
            Send and fetch now
          </Button>
          <Button
            look="quiet"
            icon={member.isPaused ? <Play aria-hidden size={16} /> : <Pause aria-hidden size={16} />}
            isDisabled={isBusy}
            onPress={() => void order({ kind: 'pause', isPaused: !member.isPaused })}
          >
            {member.isPaused ? 'Go on' : 'Pause'}
          </Button>
        </div>
        {member.request !== undefined && <RequestCard label={member.label} {...member.request} />}
      </section>
      {member.list !== undefined && (
        <section className={styles['section']} aria-labelledby="list">
          <h2 id="list" className={styles['heading']}>
            Your computers
          </h2>
          <ul className={styles['devices']}>
            {member.list.devices.map((device) => (
              <DeviceRow
                key={device.device}
                device={device}
                isThis={device.device === member.device}
                seen={seenOf(device.device)}
                isRemovable={member.holdsList && device.device !== member.device}
                devices={devices}
              />
            ))}
          </ul>
          {!member.holdsList && (
            <p className={styles['facts']}>
              Computers are added and removed on the one that was set up first, or on one restored from the recovery
              kit.
            </p>
          )}
        </section>
      )}
      {member.holdsList && member.standing === 'listed' && <AddDevice devices={devices} identityWords={member.words} />}
      {(member.locked > 0 || member.standing === 'removed' || !member.holdsList) && (
        <section className={styles['section']} aria-label="Recovery kit">
          <Disclosure summary="Restore the recovery kit on this computer">
            <RestoreForm label={member.label} order={order} isBusy={isBusy} />
          </Disclosure>
        </section>
      )}
      <StopDevices devices={devices} />
    </>
  );
}

function Troubles({ round }: { readonly round: Round | undefined }) {
  if (round === undefined) return null;
  return (
    <>
      {roundNews(round).map((words) => (
        <Notice key={words}>{words}</Notice>
      ))}
      {round.troubles.map((trouble) => (
        <Notice key={trouble.device} kind="warning">
          {peerTroubleWords(trouble)}
        </Notice>
      ))}
    </>
  );
}

function stateWords(member: MemberOverview, { doing, failure, round }: OwnDevicesRoom['state'], now: number): string {
  if (doing === 'sync') return 'Sending and fetching…';
  if (member.syncedAt === undefined) return 'Nothing was sent from here yet.';
  const at = dayAndTime(member.syncedAt, now);
  if (failure !== undefined)
    return `Everything up to ${at} is in your folder. What came after is safe on this computer.`;
  const fetched = round === undefined || round.received === 0 ? '' : ` ${counted(round.received, 'change')} came in.`;
  return `Everything written here is in your folder, encrypted: ${at}.${fetched}`;
}
