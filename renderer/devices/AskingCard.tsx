// A further computer: shows its request, looks for the answer in the folder, and joins when both screens agree.

import { useState } from 'react';
import type { FoundIdentity } from '../../shared/bundle/self-membership';
import { deviceMessage } from '../app/device-message';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import styles from './devices.module.css';
import type { Overview } from './device-orders';
import { RequestCard } from './RequestCard';
import type { OwnDevicesRoom } from './use-own-devices';

type AskingCardProps = {
  readonly asking: Extract<Overview, { readonly kind: 'asking' }>;
  readonly devices: OwnDevicesRoom;
};

export function AskingCard({ asking, devices: { state, order } }: AskingCardProps) {
  const [found, setFound] = useState<readonly FoundIdentity[]>();
  const [refusal, setRefusal] = useState<string>();
  const isBusy = state.doing !== undefined;

  const look = async (): Promise<void> => {
    setRefusal(undefined);
    const looked = await order({ kind: 'look' });
    if (looked.ok && looked.value.kind === 'invitations') setFound(looked.value.found);
    else if (!looked.ok) setRefusal(deviceMessage(looked.error));
  };
  const join = async (identity: string): Promise<void> => {
    setRefusal(undefined);
    const joined = await order({ kind: 'join', identity });
    if (!joined.ok) setRefusal(deviceMessage(joined.error));
  };
  return (
    <section className={styles['section']} aria-labelledby="asking">
      <h2 id="asking" className={styles['heading']}>
        {asking.label} asks to join your computers
      </h2>
      <ol className={styles['steps']}>
        <li>
          On the computer that is set up, open Your devices and <strong>Add a computer</strong>. Give it this:
          <RequestCard {...asking} />
        </li>
        <li>
          When it has added this computer, look for the answer here.
          <div className={styles['actions']}>
            <Button look="primary" isDisabled={isBusy} onPress={() => void look()}>
              {state.doing === 'look' ? 'Looking…' : 'Look for the answer'}
            </Button>
            <Button look="quiet" isDisabled={isBusy} onPress={() => void order({ kind: 'stop' })}>
              Begin again
            </Button>
          </div>
          {found?.length === 0 && (
            <Notice>Nothing there yet. Both computers need the same folder, and the other one has to be online.</Notice>
          )}
          {found?.map(({ identity, words, labels }) => (
            <div key={identity} className={styles['answer']}>
              <p className={styles['words']}>
                {labels.length === 0 ? 'A list' : new Intl.ListFormat('en-GB').format(labels)} has added this computer.
                Does the other screen show these six words?
              </p>
              <p className={styles['checkWords']}>{words}</p>
              <div className={styles['actions']}>
                <Button look="primary" isDisabled={isBusy} onPress={() => void join(identity)}>
                  {state.doing === 'join' ? 'Fetching your notes…' : 'They are the same: join'}
                </Button>
                <Button look="quiet" isDisabled={isBusy} onPress={() => setFound(undefined)}>
                  They differ
                </Button>
              </div>
            </div>
          ))}
        </li>
      </ol>
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
    </section>
  );
}
