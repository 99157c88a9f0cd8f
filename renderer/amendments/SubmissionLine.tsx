// How far an amendment of the delegate's own is on its way to the conference office, in a line with the next thing to do.

import { Send } from 'lucide-react';
import type { Amendment } from '../../shared/amendment/amendment';
import { hrefOf } from '../app/routes';
import { submissionWords } from '../app/sending-message';
import { mayBeSubmitted } from '../storage/sending-deeds';
import { listSubmissionsOf } from '../storage/sending-questions';
import { useQuestion } from '../storage/StoreContext';
import styles from './submit.module.css';
import { isAsSubmitted, submittedElsewhere } from './submitted-words';
import { useOtherComputers } from './use-other-computers';

/** Nothing for an amendment that has nobody to go to: its motion was brought in by the delegate. */
export function SubmissionLine({ amendment }: { readonly amendment: Amendment }) {
  const { id, conferenceId, standing } = amendment;
  const submissions = useQuestion((store) => listSubmissionsOf(store, { id, conferenceId }), [id, conferenceId]);
  const isElsewhere = submissions?.length === 0 && standing === 'submitted';
  const others = useOtherComputers(isElsewhere);
  if (submissions === undefined || standing === 'published' || !mayBeSubmitted(amendment)) return null;
  const [last] = submissions;
  if (last === undefined) {
    return isElsewhere ? (
      <p className={styles['line']}>{submittedElsewhere(others)}</p>
    ) : (
      <SubmitLink amendment={amendment} words="Submit to the conference office" />
    );
  }
  const isTakenBack = last.step === 'withdrawn' || last.step === 'withdrawing';
  const isChanged = !isAsSubmitted(amendment, last);
  return (
    <>
      <p className={styles['line']} role="status">
        {submissionWords(last)} · <a href={hrefOf({ kind: 'sent' })}>What was sent</a>
      </p>
      {!isTakenBack && isChanged && (
        <SubmitLink amendment={amendment} words="Changed since it was sent: submit the changed one" />
      )}
      {(isTakenBack || last.step === 'refused') && !isChanged && standing !== 'withdrawn' && (
        <SubmitLink amendment={amendment} words="Submit it again" />
      )}
      {isTakenBack && isChanged && standing !== 'withdrawn' && (
        <SubmitLink amendment={amendment} words="Submit the changed one" />
      )}
    </>
  );
}

function SubmitLink({ amendment, words }: { readonly amendment: Amendment; readonly words: string }) {
  if (amendment.operations.length === 0 || amendment.standing === 'withdrawn') return null;
  return (
    <p className={styles['line']}>
      <a href={hrefOf({ kind: 'submit', amendment: amendment.id })} className={styles['link']}>
        <Send aria-hidden size={14} /> {words}
      </a>
    </p>
  );
}
