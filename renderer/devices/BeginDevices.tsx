// Three ways to begin: the first computer, one beside another, one that comes back with the recovery kit.

import { useState } from 'react';
import { deviceMessage } from '../app/device-message';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { RadioChoices } from '../ui/RadioChoices';
import { TextField } from '../ui/TextField';
import styles from './devices.module.css';
import type { RecoveryKit } from './device-orders';
import { KitSheets } from './KitSheets';
import { RestoreForm } from './RestoreForm';
import type { OwnDevicesRoom } from './use-own-devices';

type BeginDevicesProps = { readonly devices: OwnDevicesRoom };

const ways = [
  { value: 'found', words: 'This is my first computer with Rostrum' },
  { value: 'ask', words: 'Another computer of mine is set up already' },
  { value: 'restore', words: 'I have a recovery kit' },
] as const;
type Way = (typeof ways)[number]['value'];

/** Nothing is set up before the end of each way. */
export function BeginDevices({ devices: { state, order } }: BeginDevicesProps) {
  const [way, setWay] = useState<Way>('found');
  const [label, setLabel] = useState('');
  const [kit, setKit] = useState<RecoveryKit>();
  const [refusal, setRefusal] = useState<string>();
  const isBusy = state.doing !== undefined;
  const name = label.trim();

  const makeKit = async (): Promise<void> => {
    setRefusal(undefined);
    const made = await order({ kind: 'make-kit' });
    if (made.ok && made.value.kind === 'kit') setKit({ kit: made.value.kit, words: made.value.words });
    else if (!made.ok) setRefusal(deviceMessage(made.error));
  };
  const found = async (ready: RecoveryKit): Promise<void> => {
    setRefusal(undefined);
    const { kit: file, words } = ready;
    const done = await order({ kind: 'found', label: name, kit: file, words });
    if (!done.ok) setRefusal(deviceMessage(done.error));
  };
  const ask = async (): Promise<void> => {
    setRefusal(undefined);
    const asked = await order({ kind: 'ask', label: name });
    if (!asked.ok) setRefusal(deviceMessage(asked.error));
  };

  if (kit !== undefined) {
    return (
      <KitSheets
        owner={name}
        kit={kit}
        isBusy={isBusy}
        refusal={refusal}
        onDone={() => void found(kit)}
        onBack={() => setKit(undefined)}
      />
    );
  }
  return (
    <section className={styles['section']} aria-labelledby="begin">
      <h2 id="begin" className={styles['heading']}>
        Set up this computer
      </h2>
      <TextField
        label="What do you call this computer?"
        description="So that you can tell it from your others: “Laptop”, “Desk at home”."
        maxLength={60}
        value={label}
        onChange={setLabel}
      />
      <RadioChoices label="How do you begin?" value={way} choices={ways} onChange={setWay} />
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      {way === 'found' && (
        <Button look="primary" isDisabled={name === '' || isBusy} onPress={() => void makeKit()}>
          {isBusy ? 'Making your recovery kit…' : 'Make my recovery kit'}
        </Button>
      )}
      {way === 'ask' && (
        <Button look="primary" isDisabled={name === '' || isBusy} onPress={() => void ask()}>
          {isBusy ? 'Making this computer’s key…' : 'Ask the other computer'}
        </Button>
      )}
      {way === 'restore' && <RestoreForm label={name} order={order} isBusy={isBusy} />}
    </section>
  );
}
