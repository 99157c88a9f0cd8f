// One submission: what was sent, how far it is, and the way to take it back.

import { Check, Circle, CircleX, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { officialId } from '../../shared/bundle/official-ids';
import { amendmentOfSubmission, type OwnSubmission, type SubmissionStep } from '../../shared/bundle/submission-steps';
import { conferenceId, motionId as motionIdOf } from '../../shared/ids';
import { keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { submissionWords } from '../app/sending-message';
import { findAmendment } from '../storage/questions';
import type { MotionSummary } from '../storage/questions';
import { isOpen, withdrawSubmission } from '../storage/sending-deeds';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { Dialog } from '../ui/Dialog';
import { dayAndTime } from '../ui/time-words';
import { useToast } from '../ui/Toasts';
import styles from './sending.module.css';

type SentItemProps = {
  readonly submission: OwnSubmission;
  /** Undefined when the motion is no longer among the papers. */
  readonly motion: MotionSummary | undefined;
};

/** An item of the list. */
export function SentItem({ submission, motion }: SentItemProps) {
  const store = useStore();
  const showToast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const { id, motionId, step } = submission;
  const withdraw = async (): Promise<void> => {
    setIsAsking(false);
    const amendment = await findAmendment(store, amendmentOfSubmission(id));
    const withdrawn = await withdrawSubmission(store, submission, amendment);
    if (!withdrawn.ok) showToast({ words: keepMessage(withdrawn.error) });
  };
  return (
    <li className={styles['submission']}>
      <h2 className={styles['motion']}>
        {motion === undefined ? (
          'On a motion no longer among the papers'
        ) : (
          <a href={hrefOf({ kind: 'motion', motion: motionIdOf(motionId) })}>
            {motion.number !== undefined && `${motion.number} – `}
            {motion.title}
          </a>
        )}
      </h2>
      <p className={styles['instruction']}>{submission.submission.instruction}</p>
      <p className={styles['facts']}>
        {submission.submission.submittedBy.join(', ')} · submitted {dayAndTime(submission.submittedAt, store.now())}
      </p>
      <Steps step={step} />
      <p className={styles['words']}>
        {submissionWords(submission)} <BecameLink submission={submission} />
      </p>
      {isOpen(step) && (
        <div className={classNames(styles['actions'], styles['tools'])}>
          <Button look="quiet" icon={<Undo2 aria-hidden size={16} />} onPress={() => setIsAsking(true)}>
            Take it back
          </Button>
        </div>
      )}
      {isAsking && (
        <Dialog
          title="Take this amendment back?"
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button onPress={() => setIsAsking(false)}>Leave it submitted</Button>
              <Button look="danger" onPress={() => void withdraw()}>
                Take it back
              </Button>
            </>
          }
        >
          <p>
            The office is told with the next sending. The amendment stays here, and can be submitted again as long as
            the office takes amendments.
          </p>
        </Dialog>
      )}
    </li>
  );
}

const course: readonly { readonly step: SubmissionStep; readonly words: string }[] = [
  { step: 'queued', words: 'Submitted' },
  { step: 'delivered', words: 'Delivered' },
  { step: 'received', words: 'Received' },
  { step: 'accepted', words: 'Decided' },
];

/** The course from this computer to a decision; what was taken back has none any more. */
function Steps({ step }: { readonly step: SubmissionStep }) {
  if (step === 'withdrawn' || step === 'withdrawing') return null;
  const reached = step === 'refused' ? course.length - 1 : course.findIndex((one) => one.step === step);
  return (
    <ol className={styles['steps']} aria-label="How far it is">
      {course.map(({ step: one, words }, at) => (
        <li
          key={one}
          className={classNames(styles['step'], at < reached && styles['done'], at === reached && styles['now'])}
          aria-current={at === reached ? 'step' : undefined}
        >
          <StepMark isReached={at <= reached} isRefusal={step === 'refused' && at === reached} />
          {step === 'refused' && at === reached ? 'Not accepted' : words}
          {at > reached && <span className="visually-hidden"> (not yet)</span>}
        </li>
      ))}
    </ol>
  );
}

function StepMark({ isReached, isRefusal }: { readonly isReached: boolean; readonly isRefusal: boolean }) {
  if (isRefusal) return <CircleX aria-hidden size={14} />;
  return isReached ? <Check aria-hidden size={14} /> : <Circle aria-hidden size={14} />;
}

/** The official amendment that an accepted submission became, once it is among the papers. */
function BecameLink({ submission }: { readonly submission: OwnSubmission }) {
  const { motionId, record } = submission;
  const conference = conferenceId(motionId.slice(0, motionId.indexOf('.')));
  const official = record === undefined ? '' : officialId(conference, record);
  const amendment = useQuestion((store) => findAmendment(store, official), [official]);
  if (amendment === undefined || amendment === null) return null;
  return (
    <a href={hrefOf({ kind: 'motion', motion: motionIdOf(motionId), amendment: amendment.id })}>
      {amendment.number === undefined ? 'Read it among the papers' : `as ${amendment.number}`}
    </a>
  );
}
