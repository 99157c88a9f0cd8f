// Coming back with the recovery kit: its text or file, and the six words.

import { useState } from 'react';
import { deviceMessage } from '../app/device-message';
import { textCodec } from '../app/text-codec';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { OpenFilesButton } from '../ui/OpenFilesButton';
import { TextField } from '../ui/TextField';
import styles from './devices.module.css';
import type { OwnDevicesRoom } from './use-own-devices';

type RestoreFormProps = {
  /** What this computer is called; empty until that was said. */
  readonly label: string;
  readonly order: OwnDevicesRoom['order'];
  readonly isBusy: boolean;
};

/** Opening a kit takes some seconds: that is what keeps others from trying all words. */
export function RestoreForm({ label, order, isBusy }: RestoreFormProps) {
  const [kit, setKit] = useState('');
  const [words, setWords] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const restore = async (): Promise<void> => {
    setRefusal(undefined);
    const done = await order({ kind: 'restore', label, kit: kitIn(kit), words });
    if (!done.ok) setRefusal(deviceMessage(done.error));
  };
  return (
    <form
      className={styles['form']}
      aria-label="Restore from the recovery kit"
      onSubmit={(event) => {
        event.preventDefault();
        void restore();
      }}
    >
      <TextField
        label="The kit (sheet 1)"
        description="The text of the box on sheet 1, as it stands there."
        isMultiline
        value={kit}
        onChange={setKit}
      />
      <OpenFilesButton
        look="quiet"
        accepts={['.html', '.txt', '.age']}
        onFiles={([file]) => setKit(file === undefined ? '' : (textCodec.decodeUtf8(file.bytes) ?? ''))}
      >
        Open the saved kit instead
      </OpenFilesButton>
      <TextField
        label="The six words (sheet 2)"
        description="With spaces between. The first four letters of each will do."
        autoComplete="off"
        spellCheck="false"
        value={words}
        onChange={setWords}
      />
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      <Button
        type="submit"
        look="primary"
        isDisabled={label === '' || kit.trim() === '' || words.trim() === '' || isBusy}
      >
        {isBusy ? 'Opening the kit…' : 'Restore my notes'}
      </Button>
    </form>
  );
}

/** The armored file in what was pasted or in the saved page around it. */
function kitIn(text: string): string {
  return /-----BEGIN AGE ENCRYPTED FILE-----[\s\S]*?-----END AGE ENCRYPTED FILE-----/.exec(text)?.[0] ?? text;
}
