// What this computer shows the other one: as a QR picture, a text and a small file; and four words for both screens.

import { Copy, FileDown } from 'lucide-react';
import { useState } from 'react';
import { deliverFile } from '../app/deliver-file';
import { saveMessage } from '../app/failure-message';
import { textCodec } from '../app/text-codec';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import styles from './devices.module.css';
import { QrPicture } from './QrPicture';

type RequestCardProps = { readonly label: string; readonly text: string; readonly words: string };

/** No secret is in it: whoever reads it can add this computer to a list of theirs, and it would not join. */
export function RequestCard({ label, text, words }: RequestCardProps) {
  const { desktop } = useStore();
  const [said, setSaid] = useState<string>();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setSaid('Copied. Paste it on the other computer, under “Add a computer”.');
  };
  const save = async (): Promise<void> => {
    const file = { name: 'rostrum-computer.txt', mediaType: 'text/plain', bytes: textCodec.encode(`${text}\n`) };
    const delivered = await deliverFile(desktop, file);
    setSaid(
      delivered.ok ? `Saved as ${delivered.value.name}. Open it on the other computer.` : saveMessage(delivered.error),
    );
  };
  return (
    <div className={styles['request']}>
      <QrPicture text={text} label={`The request of ${label} as a QR picture`} />
      <div className={styles['requestWords']}>
        <h3 className={styles['small']}>Both screens must show these words</h3>
        <p className={styles['checkWords']}>{words}</p>
        <h3 className={styles['small']}>The request, as text</h3>
        <p className={styles['armor']}>{text}</p>
        <div className={styles['actions']}>
          <Button icon={<Copy aria-hidden size={16} />} onPress={() => void copy()}>
            Copy the text
          </Button>
          <Button look="quiet" icon={<FileDown aria-hidden size={16} />} onPress={() => void save()}>
            Save it as a small file
          </Button>
        </div>
        {said !== undefined && <Notice kind="done">{said}</Notice>}
      </div>
    </div>
  );
}
