// Stopping on this computer: its keys go, its notes stay.

import { useState } from 'react';
import { deviceMessage } from '../app/device-message';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import styles from './devices.module.css';
import type { OwnDevicesRoom } from './use-own-devices';

type StopDevicesProps = { readonly devices: OwnDevicesRoom };

export function StopDevices({ devices: { state, order } }: StopDevicesProps) {
  const [isAsked, setIsAsked] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const stop = async (): Promise<void> => {
    const stopped = await order({ kind: 'stop' });
    if (stopped.ok) setIsAsked(false);
    else setRefusal(deviceMessage(stopped.error));
  };
  return (
    <section className={styles['section']} aria-label="Stop">
      <div className={styles['actions']}>
        <Button look="quiet" isDisabled={state.doing !== undefined} onPress={() => setIsAsked(true)}>
          Stop on this computer…
        </Button>
      </div>
      {isAsked && (
        <Dialog
          title="Stop on this computer?"
          onClose={() => setIsAsked(false)}
          actions={
            <>
              <Button onPress={() => setIsAsked(false)}>Keep going</Button>
              <Button look="danger" onPress={() => void stop()}>
                Stop here
              </Button>
            </>
          }
        >
          <p>
            Your notes stay on this computer and in your folder. The keys of this computer are deleted: to take part
            again it has to be added again, or restored from the recovery kit. Remove it from the list on another
            computer.
          </p>
          {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
        </Dialog>
      )}
    </section>
  );
}
