// Accepting a submission under a number, or refusing it with a reason that its mover will read.

import { useState } from 'react';
import { decide, type OfficeDecision, type SubmissionEntry } from '../../shared/bundle/inbox';
import { writeInboxFile } from '../../shared/bundle/office-files';
import { decisionMessage, officeMessage, officeWorkMessage } from '../app/office-message';
import { textCodec } from '../app/text-codec';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { TextField } from '../ui/TextField';
import { readOfficeFiles } from './office-files';
import styles from './office.module.css';
import type { OpenOffice } from './use-offices';

type DecideSubmissionProps = {
  readonly entry: SubmissionEntry;
  readonly opened: OpenOffice;
  readonly onDecided: () => void;
};

export function DecideSubmission({ entry, opened, onDecided }: DecideSubmissionProps) {
  const { desktop } = useStore();
  const { office, conference } = opened;
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const keep = async (decision: OfficeDecision): Promise<void> => {
    // As it is now: the inbox may have been read, or decided about, since it was shown.
    const now = await readOfficeFiles({ desktop, office: office.office, conference });
    if (!now.ok) {
      setRefusal(officeWorkMessage(now.error));
      return;
    }
    const decided = decide(now.value.inbox, entry.key, decision, now.value.roster);
    if (!decided.ok) {
      setRefusal(decisionMessage(decided.error));
      return;
    }
    const bytes = writeInboxFile(decided.value, textCodec);
    const kept = await desktop.keepOfficeFile({ office: office.office, file: 'inbox.json', bytes });
    if (kept.ok) onDecided();
    else setRefusal(officeMessage(kept.error));
  };
  return (
    <>
      <div className={styles['row']}>
        <TextField label="Number it gets" placeholder="12.3" maxLength={40} value={number} onChange={setNumber} />
        <Button
          look="primary"
          onPress={() => void keep({ kind: 'accept', ...(number.trim() === '' ? {} : { number: number.trim() }) })}
        >
          Accept
        </Button>
      </div>
      <div className={styles['row']}>
        <TextField label="Why it is not accepted" maxLength={1000} value={reason} onChange={setReason} />
        <Button
          look="danger"
          isDisabled={reason.trim() === ''}
          onPress={() => void keep({ kind: 'refuse', reason: reason.trim() })}
        >
          Refuse
        </Button>
      </div>
      <p className={styles['soft']}>The delegate is told by a receipt in the next version.</p>
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
    </>
  );
}
