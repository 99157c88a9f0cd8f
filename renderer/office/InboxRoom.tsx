// What delegates submitted: read from the folder they send to, or from a file; each to be decided once.

import { useState } from 'react';
import { inboxMessage, officeWorkMessage } from '../app/office-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { OpenFilesButton } from '../ui/OpenFilesButton';
import { ProgressBar } from '../ui/ProgressBar';
import { counted } from '../ui/time-words';
import { inWorker } from './in-worker';
import type { OfficeTask } from './office-messages';
import styles from './office.module.css';
import { SubmissionItem } from './SubmissionItem';
import type { OpenOffice } from './use-offices';

type InboxRoomProps = { readonly opened: OpenOffice; readonly reload: () => void };

type Read = { readonly isReading: boolean; readonly words?: string; readonly troubles: readonly string[] };

export function InboxRoom({ opened, reload }: InboxRoomProps) {
  const store = useStore();
  const { office, conference, files, inbox } = opened;
  const [read, setRead] = useState<Read>({ isReading: false, troubles: [] });
  const carryOut = async (task: OfficeTask): Promise<void> => {
    setRead({ isReading: true, troubles: [] });
    const answer = await inWorker(store, { office: office.office, conference, task }).answer;
    if (!answer.ok) setRead({ isReading: false, troubles: [officeWorkMessage(answer.error)] });
    else if (answer.value.kind === 'inbox') {
      const { news, troubles } = answer.value;
      const words =
        news === 0
          ? 'Nothing new.'
          : `${counted(news, 'new submission or withdrawal', 'new submissions and withdrawals')}.`;
      setRead({ isReading: false, words, troubles: [...new Set(troubles.map(inboxMessage))] });
    }
    reload();
  };
  const waitingFirst = files.inbox.submissions.toSorted(
    (before, after) =>
      Number(before.standing !== 'waiting') - Number(after.standing !== 'waiting') ||
      after.receivedAt - before.receivedAt,
  );
  return (
    <div className={styles['sheet']}>
      <div className={styles['actions']}>
        <Button
          look="primary"
          isDisabled={inbox === undefined || read.isReading}
          onPress={() => {
            if (inbox !== undefined) void carryOut({ kind: 'read-inbox', folder: inbox.folder });
          }}
        >
          Look for submissions
        </Button>
        <OpenFilesButton
          accepts={['.rostrum']}
          onFiles={([file]) => {
            if (file !== undefined) void carryOut({ kind: 'read-file', bytes: file.bytes });
          }}
        >
          Open a file of submissions
        </OpenFilesButton>
      </div>
      {inbox === undefined && (
        <p className={styles['soft']}>
          Say under “Keys and addresses” where delegates send to; files can be opened without.
        </p>
      )}
      {read.isReading && <ProgressBar label="Reading what delegates sent" />}
      {read.words !== undefined && <Notice>{read.words}</Notice>}
      {read.troubles.map((words) => (
        <Notice key={words} kind="warning">
          {words}
        </Notice>
      ))}
      {waitingFirst.length === 0 ? (
        <EmptyState title="Nothing was submitted yet">
          What delegates send appears here, with who vouches for it.
        </EmptyState>
      ) : (
        <ul className={styles['list']} aria-label="Submissions">
          {waitingFirst.map((entry) => (
            <SubmissionItem key={entry.key} entry={entry} opened={opened} reload={reload} />
          ))}
        </ul>
      )}
    </div>
  );
}
