// Everything that was submitted from this computer to the office of a conference, and what became of it.

import { FileDown, RefreshCw } from 'lucide-react';
import { folderName } from '../../shared/bundle/folder-names';
import type { Conference } from '../../shared/motion/conference';
import { deliverFile } from '../app/deliver-file';
import { saveMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { sendMessage } from '../app/sending-message';
import type { MotionSummary } from '../storage/questions';
import { listSubmissions } from '../storage/sending-questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';
import { PageLayout } from '../ui/PageLayout';
import { useToast } from '../ui/Toasts';
import { stateWords } from './folder-words';
import { fileInWorker } from './send-in-worker';
import { SentItem } from './SentItem';
import styles from './sending.module.css';
import { UnlockForm } from './UnlockForm';
import { useNow } from './use-now';
import type { Sending } from './use-sending';

type SentPageProps = {
  readonly conference: Conference | undefined;
  readonly motions: readonly MotionSummary[];
  readonly sending: Sending;
};

/** The page at `#/sent`. */
export function SentPage({ conference, motions, sending }: SentPageProps) {
  const id = conference?.id ?? '';
  const submissions = useQuestion((store) => listSubmissions(store, id), [id]);
  if (submissions === undefined) return <PageLayout title="Sent">{null}</PageLayout>;
  return (
    <PageLayout title="Sent">
      <h1 className={styles['title']}>Sent to the conference office</h1>
      {submissions.length === 0 ? (
        <EmptyState
          title="Nothing submitted yet."
          action={<LinkButton href={hrefOf({ kind: 'amendments' })}>My amendments</LinkButton>}
        >
          An amendment that is ready can be submitted from its page. It waits here until it can be sent, and here you
          read what the office made of it.
        </EmptyState>
      ) : (
        <>
          <UnlockForm onOpen={sending.sendNow} />
          <Course conference={id} sending={sending} />
          <ul>
            {submissions.map((submission) => (
              <SentItem
                key={submission.id}
                submission={submission}
                motion={motions.find((motion) => motion.id === submission.motionId)}
              />
            ))}
          </ul>
        </>
      )}
    </PageLayout>
  );
}

/** How sending stands; without a folder, how it can go another way. */
function Course({ conference, sending }: { readonly conference: string; readonly sending: Sending }) {
  const store = useStore();
  const showToast = useToast();
  const state = sending.states.get(`${conference}/office`);
  const now = useNow(state?.kind === 'waiting');
  const folder = sending.folders?.find((each) => each.folder === folderName({ kind: 'office', conference }));
  const save = async (): Promise<void> => {
    const file = await fileInWorker(store, { conference, stream: 'office', name: sending.name });
    if (!file.ok) {
      showToast({ words: sendMessage(file.error) });
      return;
    }
    const name = `submissions-${new Date(store.now()).toISOString().slice(0, 10)}.rostrum`;
    const delivered = await deliverFile(store.desktop, { name, mediaType: 'application/json', bytes: file.value });
    const words = delivered.ok
      ? `Saved as ${delivered.value.name}. Give it to the conference office on a stick, or send it by e-mail.`
      : saveMessage(delivered.error);
    if (words !== undefined) showToast({ words });
  };
  const isHeldUp = state?.kind === 'waiting';
  return (
    <section aria-label="Sending" className={styles['card']}>
      {sending.news.map((words) => (
        <Notice key={words}>{words}</Notice>
      ))}
      {folder === undefined ? (
        <p className={styles['words']}>
          No folder of the office is connected on this computer. What you submitted waits here, and is safe.{' '}
          <a href={hrefOf({ kind: 'folders' })}>Connect the office’s folder</a>, or save everything as a file and hand
          it in on a stick or by e-mail.
        </p>
      ) : (
        // What counts down is there to be read; read aloud each second it would drown everything else.
        <p role={isHeldUp ? undefined : 'status'} className={styles['words']}>
          {stateWords(state, now)}
        </p>
      )}
      <div className={styles['actions']}>
        {folder !== undefined && (
          <Button
            icon={<RefreshCw aria-hidden size={16} />}
            isDisabled={state?.kind === 'sending'}
            onPress={sending.sendNow}
          >
            Send now
          </Button>
        )}
        <Button icon={<FileDown aria-hidden size={16} />} onPress={() => void save()}>
          Save as a file for the office
        </Button>
        {folder !== undefined && <LinkButton href={hrefOf({ kind: 'folders' })}>Folders</LinkButton>}
      </div>
    </section>
  );
}
