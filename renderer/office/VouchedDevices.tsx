// The delegates' devices that the office vouches for, each to be withdrawn when it is lost: the next version says so.

import { useState } from 'react';
import { writeRosterFile } from '../../shared/bundle/office-files';
import type { RosterEntry } from '../../shared/bundle/office-records';
import { officeMessage } from '../app/office-message';
import { textCodec } from '../app/text-codec';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';
import { Notice } from '../ui/Notice';
import styles from './office.module.css';
import type { OpenOffice } from './use-offices';

type VouchedDevicesProps = { readonly opened: OpenOffice; readonly onChanged: () => void };

export function VouchedDevices({ opened, onChanged }: VouchedDevicesProps) {
  const { desktop } = useStore();
  const { office, files } = opened;
  const [refusal, setRefusal] = useState<string>();
  const set = async (entry: RosterEntry, isWithdrawn: boolean): Promise<void> => {
    const roster = files.roster.map((each) => (each === entry ? { ...each, isWithdrawn } : each));
    const bytes = writeRosterFile(roster, textCodec);
    const kept = await desktop.keepOfficeFile({ office: office.office, file: 'roster.json', bytes });
    setRefusal(kept.ok ? undefined : officeMessage(kept.error));
    onChanged();
  };
  return (
    <Disclosure summary={`Devices you vouch for (${files.roster.filter(({ isWithdrawn }) => !isWithdrawn).length})`}>
      <ul className={styles['list']} aria-label="Devices you vouch for">
        {files.roster.map((entry) => (
          <li key={entry.device} className={styles['paper']}>
            <span />
            <span className={styles['title']}>
              {entry.name}
              {entry.isWithdrawn && ' (withdrawn)'}
              {entry.delegation !== undefined && <small>{entry.delegation}</small>}
            </span>
            <Button
              look="quiet"
              aria-label={`${entry.isWithdrawn ? 'Vouch again for' : 'Withdraw'} the device of ${entry.name}`}
              onPress={() => void set(entry, !entry.isWithdrawn)}
            >
              {entry.isWithdrawn ? 'Vouch again' : 'Withdraw'}
            </Button>
          </li>
        ))}
      </ul>
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
    </Disclosure>
  );
}
