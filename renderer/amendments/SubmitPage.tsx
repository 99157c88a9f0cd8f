// The last look at an amendment before it goes to the conference office: its wording, what a committee may say, who
// moves it, and where it goes.

import { Send } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Amendment } from '../../shared/amendment/amendment';
import { folderName } from '../../shared/bundle/folder-names';
import type { DescribedFolder } from '../../shared/desktop-contract';
import type { AmendmentId } from '../../shared/ids';
import type { Motion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { hrefOf, pathOf } from '../app/routes';
import { findAmendment, findMotion } from '../storage/questions';
import { isOpen, mayBeSubmitted, submitAmendment } from '../storage/sending-deeds';
import { listSubmissionsOf } from '../storage/sending-questions';
import type { Store } from '../storage/store';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';
import { PageLayout } from '../ui/PageLayout';
import { TextField } from '../ui/TextField';
import { dayAndTime } from '../ui/time-words';
import { useRemembered } from '../ui/use-remembered';
import { wordingOf, type WrittenIn } from './amendment-words';
import { findWrittenIn } from './find-draft';
import styles from './submit.module.css';
import { SubmitChecks } from './SubmitChecks';
import { useHouse } from './use-house';

type SubmitPageProps = {
  readonly id: AmendmentId;
  /** Those that are written to; undefined until that is known. */
  readonly folders: readonly DescribedFolder[] | undefined;
};

/** The page at `#/submit/:amendment`. */
export function SubmitPage({ id, folders }: SubmitPageProps) {
  const found = useQuestion((store) => findToSubmit(store, id), [id]);
  if (found === undefined) return <PageLayout title="Submit">{null}</PageLayout>;
  if (found === null || !mayBeSubmitted(found.amendment) || found.amendment.operations.length === 0) {
    return (
      <PageLayout title="Submit">
        <h1 className={styles['title']}>Submit to the conference office</h1>
        <EmptyState
          title="This cannot be submitted."
          action={<LinkButton href={hrefOf({ kind: 'amendments' })}>My amendments</LinkButton>}
        >
          It changes nothing yet, or its motion was not published by a conference office: then it has nobody to go to.
          Its wording can be copied and sent as you like.
        </EmptyState>
      </PageLayout>
    );
  }
  const name = folderName({ kind: 'office', conference: found.amendment.conferenceId });
  return <SubmitForm found={found} address={folders?.find(({ folder }) => folder === name)?.address} />;
}

type Found = {
  readonly amendment: Amendment;
  readonly motion: Motion;
  readonly written: WrittenIn;
};

async function findToSubmit(store: Store, id: AmendmentId): Promise<Found | null> {
  const amendment = await findAmendment(store, id);
  if (amendment === null || amendment.origin !== 'delegate') return null;
  const motion = await findMotion(store, amendment.motionId);
  const written = await findWrittenIn(store, amendment);
  return motion === null || written === null ? null : { amendment, motion, written };
}

function SubmitForm({ found, address }: { readonly found: Found; readonly address: string | undefined }) {
  const { amendment, motion, written } = found;
  const { id, conferenceId, operations } = amendment;
  const store = useStore();
  const [, go] = useLocation();
  const [house] = useHouse(conferenceId);
  const [lastMover, rememberMover] = useRemembered('submitted-by', '');
  const [typed, setTyped] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const submissions = useQuestion((asked) => listSubmissionsOf(asked, { id, conferenceId }), [id, conferenceId]);
  const kept = amendment.submittedBy.join(', ');
  const mover = typed ?? (kept === '' ? lastMover : kept);
  const sentences = wordingOf(written, operations, house);
  const wording = sentences.join('\n');
  const open = submissions?.find(({ step }) => isOpen(step));
  const name = motion.number === undefined ? motion.text.title : `Motion ${motion.number} – ${motion.text.title}`;

  const submit = async (): Promise<void> => {
    if (submissions === undefined) return;
    rememberMover(mover.trim());
    const submittedBy = mover.split(/[,;]/u).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
    const submitted = await submitAmendment(store, {
      amendment: { ...amendment, submittedBy },
      instruction: wording,
      before: submissions,
    });
    if (submitted.ok) go(pathOf({ kind: 'sent' }));
    else setRefusal(keepMessage(submitted.error));
  };

  return (
    <PageLayout title="Submit">
      <p className={styles['kicker']}>
        {name} · <a href={hrefOf({ kind: 'amend', motion: motion.id, amendment: id })}>Back to the draft</a>
      </p>
      <h1 className={styles['title']}>Submit to the conference office</h1>
      <form
        className={styles['page']}
        aria-label="Submit this amendment"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={styles['wording']}>{wording}</p>
        <TextField
          label="Submitted by"
          description="Your branch, region or delegation; several with commas between them."
          value={mover}
          onChange={setTyped}
          isRequired
        />
        <SubmitChecks found={found} house={house} sentences={sentences} address={address} />
        {open !== undefined && (
          <Notice>
            It takes the place of what you submitted {dayAndTime(open.submittedAt, store.now())}; that is taken back.
          </Notice>
        )}
        <p className={styles['quiet']}>
          The office gets it as it stands here. What you change later is not sent by itself, and until the office has
          decided you can take it back.
        </p>
        {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
        <div className={styles['actions']}>
          <Button
            type="submit"
            look="primary"
            icon={<Send aria-hidden size={16} />}
            isDisabled={mover.trim() === '' || submissions === undefined}
          >
            Submit this amendment
          </Button>
          <LinkButton href={hrefOf({ kind: 'amend', motion: motion.id, amendment: id })}>Not yet</LinkButton>
        </div>
      </form>
    </PageLayout>
  );
}
