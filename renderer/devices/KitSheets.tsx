// The recovery kit, shown once: the six words, and the two sheets to print. Only when they are put away does anything
// hang on them.

import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { writeRecoveryPage } from '../../shared/bundle/recovery-kit-page';
import { deliverFile } from '../app/deliver-file';
import { printMessage, saveMessage } from '../app/failure-message';
import { textCodec } from '../app/text-codec';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Notice } from '../ui/Notice';
import styles from './devices.module.css';
import type { RecoveryKit } from './device-orders';
import { QrPicture } from './QrPicture';

type KitSheetsProps = {
  /** What the computer is called. */
  readonly owner: string;
  readonly kit: RecoveryKit;
  readonly isBusy: boolean;
  readonly refusal: string | undefined;
  readonly onDone: () => void;
  readonly onBack: () => void;
};

export function KitSheets({ owner, kit, isBusy, refusal, onDone, onBack }: KitSheetsProps) {
  const { desktop, now } = useStore();
  const [isPutAway, setIsPutAway] = useState(false);
  const [said, setSaid] = useState<{ readonly kind: 'done' | 'refused'; readonly words: string }>();

  const page = (): string =>
    writeRecoveryPage({
      owner,
      madeOn: new Date(now()).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
      ...kit,
    });
  const save = async (kind: 'pdf' | 'html'): Promise<void> => {
    const html = page();
    const printed = kind === 'pdf' ? await desktop.printPdf({ html }) : undefined;
    if (printed?.ok === false) {
      setSaid({ kind: 'refused', words: printMessage(printed.error) });
      return;
    }
    const mediaType = kind === 'pdf' ? 'application/pdf' : 'text/html';
    const bytes = printed?.value ?? textCodec.encode(html);
    const delivered = await deliverFile(desktop, { name: `rostrum-recovery-kit.${kind}`, mediaType, bytes });
    const words = delivered.ok
      ? `Saved as ${delivered.value.name}. Print it, then delete the file: both sheets are in it.`
      : saveMessage(delivered.error);
    setSaid(words === undefined ? undefined : { kind: delivered.ok ? 'done' : 'refused', words });
  };
  return (
    <section className={styles['section']} aria-labelledby="kit">
      <h2 id="kit" className={styles['heading']}>
        Your recovery kit
      </h2>
      <p className={styles['words']}>
        If every computer of yours is lost, these two sheets bring your notes back. Print them now, and keep them in two
        different places: whoever has both can read the notes. They are shown this once; nobody can make them again.
      </p>
      <h3 className={styles['small']}>Sheet 2: the six words</h3>
      <ol className={styles['kitWords']}>
        {kit.words.split(' ').map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      <h3 className={styles['small']}>Sheet 1: the kit</h3>
      <QrPicture text={kit.kit} label="The kit as a QR picture" isDense />
      <pre className={styles['armor']}>{kit.kit.trim()}</pre>
      <div className={styles['actions']}>
        <Button icon={<Printer aria-hidden size={16} />} onPress={() => void save('pdf')}>
          Save the sheets as PDF
        </Button>
        <Button look="quiet" icon={<FileDown aria-hidden size={16} />} onPress={() => void save('html')}>
          Save as web page to print
        </Button>
      </div>
      {said !== undefined && <Notice kind={said.kind}>{said.words}</Notice>}
      <Checkbox isSelected={isPutAway} onChange={setIsPutAway}>
        I have both sheets on paper, or the words and the kit written down.
      </Checkbox>
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      <div className={styles['actions']}>
        <Button look="primary" isDisabled={!isPutAway || isBusy} onPress={onDone}>
          {isBusy ? 'Trying the kit out and setting up…' : 'Finish setting up'}
        </Button>
        <Button look="quiet" isDisabled={isBusy} onPress={onBack}>
          Back, without a kit
        </Button>
      </div>
    </section>
  );
}
