// The officers' keys that are still in the office's folder: to be carried away by those who answer for them.

import { useState } from 'react';
import type { DescribedOffice, OfficeKey } from '../../shared/office-contract';
import { deliverFile } from '../app/deliver-file';
import { saveMessage } from '../app/failure-message';
import { officeMessage } from '../app/office-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { useToast } from '../ui/Toasts';
import styles from './office.module.css';

type OfficerKeysProps = { readonly office: DescribedOffice; readonly onChanged: () => void };

export function OfficerKeys({ office, onChanged }: OfficerKeysProps) {
  const { desktop } = useStore();
  const toast = useToast();
  const [saved, setSaved] = useState<ReadonlySet<number>>(new Set());
  const officers = office.keys.filter((key) => key.officer !== undefined);

  const save = async ({ officer = 0, label }: OfficeKey): Promise<void> => {
    const bytes = await desktop.readOfficerKey({ office: office.office, officer });
    if (!bytes.ok) {
      toast({ words: officeMessage(bytes.error) ?? '' });
      return;
    }
    const file = { name: `root-key-${officer}.json`, mediaType: 'application/json', bytes: bytes.value };
    const delivered = await deliverFile(desktop, file);
    if (delivered.ok) setSaved(new Set([...saved, officer]));
    const words = delivered.ok
      ? `The key of ${label} is saved as “${delivered.value.name}”.`
      : saveMessage(delivered.error);
    if (words !== undefined) toast({ words });
  };
  const remove = async (officer: number): Promise<void> => {
    const removed = await desktop.removeOfficerKey({ office: office.office, officer });
    toast({ words: removed.ok ? 'The key is no longer in the folder.' : (officeMessage(removed.error) ?? '') });
    onChanged();
  };
  if (officers.length === 0) {
    return <p className={styles['soft']}>None is in the folder: they are with the officers, as they should be.</p>;
  }
  return (
    <>
      <p className={styles['lead']}>
        They alone can change the conference’s keys. Save each for its officer on a stick, try the stick, then take the
        key out of the folder.
      </p>
      <ul className={styles['list']}>
        {officers.map((key) => (
          <li key={key.keyid} className={styles['paper']}>
            <span className={styles['number']}>{key.officer}</span>
            <span className={styles['title']}>{key.label}</span>
            <Button aria-label={`Save the key of ${key.label}`} onPress={() => void save(key)}>
              Save…
            </Button>
            <Button
              look="danger"
              aria-label={`Take the key of ${key.label} out of the folder`}
              isDisabled={!saved.has(key.officer ?? 0)}
              onPress={() => void remove(key.officer ?? 0)}
            >
              Take out
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
