// Putting a delegate's device on the roster, after its words were compared with what the delegate reads out.

import { useEffect, useState } from 'react';
import { fromBase64Url } from '../../shared/base64';
import { checkWords, conferenceWordCount } from '../../shared/bundle/check-words';
import { isUsablePublicKey } from '../../shared/bundle/low-order-keys';
import { writeRosterFile } from '../../shared/bundle/office-files';
import { cryptography } from '../app/cryptography';
import { officeMessage, officeWorkMessage } from '../app/office-message';
import { textCodec } from '../app/text-codec';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { TextField } from '../ui/TextField';
import { readOfficeFiles } from './office-files';
import styles from './office.module.css';
import type { OpenOffice } from './use-offices';

type VouchForDeviceProps = {
  readonly device: string;
  /** What the sender calls themselves. */
  readonly suggested: string;
  readonly opened: OpenOffice;
  readonly onVouched: () => void;
};

export function VouchForDevice({ device, suggested, opened, onVouched }: VouchForDeviceProps) {
  const { desktop } = useStore();
  const { office, conference, files } = opened;
  const [name, setName] = useState(suggested);
  const [delegation, setDelegation] = useState('');
  const [words, setWords] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const publicKey = fromBase64Url(files.inbox.logs[device]?.x ?? '');
  const isUsable = publicKey !== undefined && isUsablePublicKey(publicKey);
  const x = files.inbox.logs[device]?.x ?? '';
  useEffect(() => {
    const key = fromBase64Url(x);
    if (key !== undefined)
      void cryptography.sha256(key).then((hash) => setWords(checkWords(hash, conferenceWordCount)));
  }, [x]);

  const vouch = async (): Promise<void> => {
    if (publicKey === undefined) return;
    const said = delegation.trim() === '' ? {} : { delegation: delegation.trim() };
    const entry = { device, publicKey, name: name.trim(), ...said, isWithdrawn: false };
    // As it is now: the command line may have written it since it was shown.
    const now = await readOfficeFiles({ desktop, office: office.office, conference });
    if (!now.ok) {
      setRefusal(officeWorkMessage(now.error));
      return;
    }
    const bytes = writeRosterFile([...now.value.roster.filter((each) => each.device !== device), entry], textCodec);
    const kept = await desktop.keepOfficeFile({ office: office.office, file: 'roster.json', bytes });
    if (kept.ok) onVouched();
    else setRefusal(officeMessage(kept.error));
  };
  return (
    <>
      <p className={styles['soft']}>
        Ask the delegate for the six words of their device; here they are <strong>{words}</strong>.
      </p>
      <div className={styles['row']}>
        <TextField label="Whose device it is" maxLength={200} value={name} onChange={setName} />
        <TextField label="Delegation" maxLength={200} value={delegation} onChange={setDelegation} />
        <Button isDisabled={name.trim() === '' || !isUsable} onPress={() => void vouch()}>
          Vouch for it
        </Button>
      </div>
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
    </>
  );
}
