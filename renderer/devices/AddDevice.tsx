// Putting another computer on the list: its request, the words on both screens, and the press of a button.

import { useState } from 'react';
import type { DeviceRequest } from '../../shared/bundle/self-enrol';
import { deviceMessage } from '../app/device-message';
import { textCodec } from '../app/text-codec';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { OpenFilesButton } from '../ui/OpenFilesButton';
import { TextField } from '../ui/TextField';
import styles from './devices.module.css';
import type { OwnDevicesRoom } from './use-own-devices';

type AddDeviceProps = {
  readonly devices: OwnDevicesRoom;
  /** Six words of this identity, which the other screen shows before it joins. */
  readonly identityWords: string;
};

type Read = { readonly request: DeviceRequest; readonly words: string };

export function AddDevice({ devices: { state, order }, identityWords }: AddDeviceProps) {
  const [text, setText] = useState('');
  const [read, setRead] = useState<Read>();
  const [added, setAdded] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const isBusy = state.doing !== undefined;

  const look = async (written: string): Promise<void> => {
    setRefusal(undefined);
    setAdded(undefined);
    const answer = await order({ kind: 'read-request', text: written });
    if (answer.ok && answer.value.kind === 'request')
      setRead({ request: answer.value.request, words: answer.value.words });
    else if (!answer.ok) setRefusal(deviceMessage(answer.error));
  };
  const add = async ({ request }: Read): Promise<void> => {
    setRefusal(undefined);
    const answer = await order({ kind: 'add', request });
    if (!answer.ok) {
      setRefusal(deviceMessage(answer.error));
      return;
    }
    setRead(undefined);
    setText('');
    setAdded(request.label);
  };
  return (
    <section className={styles['section']} aria-labelledby="add">
      <h2 id="add" className={styles['heading']}>
        Add a computer
      </h2>
      {read === undefined ? (
        <form
          className={styles['form']}
          aria-label="Add a computer"
          onSubmit={(event) => {
            event.preventDefault();
            void look(text);
          }}
        >
          <TextField
            label="What the other computer shows"
            description="On the other computer: Your devices, “Another computer of mine is set up already”."
            isMultiline
            placeholder="rostrum-device:…"
            value={text}
            onChange={setText}
          />
          <div className={styles['actions']}>
            <Button type="submit" isDisabled={text.trim() === '' || isBusy}>
              Read it
            </Button>
            <OpenFilesButton
              look="quiet"
              accepts={['.txt']}
              onFiles={([file]) => void look(file === undefined ? '' : (textCodec.decodeUtf8(file.bytes) ?? ''))}
            >
              Open its small file
            </OpenFilesButton>
          </div>
        </form>
      ) : (
        <>
          <p className={styles['words']}>
            <strong>{read.request.label}</strong> asks to read and write your private notes. Does its screen show these
            words?
          </p>
          <p className={styles['checkWords']}>{read.words}</p>
          <div className={styles['actions']}>
            <Button look="primary" isDisabled={isBusy} onPress={() => void add(read)}>
              {state.doing === 'add' ? 'Encrypting everything for it as well…' : 'They are the same: add it'}
            </Button>
            <Button look="quiet" isDisabled={isBusy} onPress={() => setRead(undefined)}>
              They differ
            </Button>
          </div>
        </>
      )}
      {added !== undefined && (
        <Notice kind="done">
          {added} is on the list. Look for the answer there; before it joins, it shows these six words:{' '}
          <strong>{identityWords}</strong>
        </Notice>
      )}
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
    </section>
  );
}
