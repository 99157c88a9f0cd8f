// One of the delegate's computers: what it is called, when it was last heard of, and the way to take it off the list.

import { Laptop } from 'lucide-react';
import { useState } from 'react';
import type { OwnDevice } from '../../shared/bundle/self-identity';
import { deviceMessage } from '../app/device-message';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import styles from './devices.module.css';
import type { OwnDevicesRoom } from './use-own-devices';

type DeviceRowProps = {
  readonly device: OwnDevice;
  readonly isThis: boolean;
  /** “last heard of today at 09:41” */
  readonly seen: string;
  /** Whether this computer may take it off the list. */
  readonly isRemovable: boolean;
  readonly devices: OwnDevicesRoom;
};

export function DeviceRow({ device, isThis, seen, isRemovable, devices: { state, order } }: DeviceRowProps) {
  const [isAsked, setIsAsked] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const isBusy = state.doing !== undefined;
  const remove = async (): Promise<void> => {
    const removed = await order({ kind: 'remove', device: device.device });
    if (removed.ok) setIsAsked(false);
    else setRefusal(deviceMessage(removed.error));
  };
  return (
    <li className={styles['device']}>
      <Laptop aria-hidden size={16} />
      <span className={styles['name']}>{device.label}</span>
      <span className={styles['facts']}>{isThis ? 'this computer' : seen}</span>
      {isRemovable && (
        <Button look="quiet" aria-label={`Remove ${device.label}`} isDisabled={isBusy} onPress={() => setIsAsked(true)}>
          Remove
        </Button>
      )}
      {isAsked && (
        <Dialog
          title={`Remove ${device.label}?`}
          onClose={() => setIsAsked(false)}
          actions={
            <>
              <Button onPress={() => setIsAsked(false)}>Keep it</Button>
              <Button look="danger" isDisabled={isBusy} onPress={() => void remove()}>
                {isBusy ? 'Encrypting everything anew…' : 'Remove it'}
              </Button>
            </>
          }
        >
          <p>
            Everything is encrypted again for your other computers, and {device.label} reads nothing that is written
            from now on.
          </p>
          <p>
            What was written until now it may have read already: if it was lost or stolen, take those notes as known.
            Change the password of your folder as well, if it knew that.
          </p>
          {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
        </Dialog>
      )}
    </li>
  );
}
