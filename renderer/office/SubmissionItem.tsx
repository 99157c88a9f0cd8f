// One submission: its wording, how it marks its motion, who sent it, and what the office decided.

import type { SubmissionEntry } from '../../shared/bundle/inbox';
import { isVouchedFor } from '../../shared/bundle/inbox';
import type { Submission } from '../../shared/bundle/submission';
import { sayersOf } from '../../shared/bundle/said-by-several';
import { officialId } from '../../shared/bundle/official-ids';
import { readWording } from '../../shared/amendment/read-wording';
import { haveSameEffect } from '../../shared/amendment/same-effect';
import { trackedText } from '../../shared/amendment/tracked-runs';
import { visibleLine, visibleText } from '../../shared/report/visible-text';
import { findMotion, findTextVersion } from '../storage/questions';
import type { Store } from '../storage/store';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Badge } from '../ui/Badge';
import { Disclosure } from '../ui/Disclosure';
import { MarkedText } from '../ui/MarkedText';
import { Notice } from '../ui/Notice';
import { dayAndTime } from '../ui/time-words';
import { DecideSubmission } from './DecideSubmission';
import styles from './office.module.css';
import type { OpenOffice } from './use-offices';
import { VouchForDevice } from './VouchForDevice';

type SubmissionItemProps = {
  readonly entry: SubmissionEntry;
  readonly opened: OpenOffice;
  readonly reload: () => void;
};

const standingWords = {
  waiting: 'waiting',
  accepted: 'accepted',
  refused: 'refused',
  withdrawn: 'taken back by its mover',
} as const;
const tones = { waiting: 'accent', accepted: 'carried', refused: 'lost', withdrawn: 'warning' } as const;

export function SubmissionItem({ entry, opened, reload }: SubmissionItemProps) {
  const { conference, files } = opened;
  const { submission, standing, device, reason, number } = entry;
  const store = useStore();
  const motionId = officialId(conference.id, submission.motionId);
  const found = useQuestion((asked) => findBase(asked, motionId, submission), [motionId, submission]);
  const isVouched = isVouchedFor(entry, files.roster);
  const known = files.roster.find((each) => each.device === device);
  const name = known?.name ?? files.inbox.logs[device]?.name;
  const tracked =
    found?.base === undefined || !found.isAsWorded ? undefined : trackedText(found.base, submission.operations);
  const changed =
    tracked?.ok === true
      ? tracked.value.clauses.filter(({ state, runs }) => state !== 'kept' || runs.some(({ kind }) => kind !== 'kept'))
      : [];
  return (
    <li className={styles['submission']}>
      <div className={styles['submissionHead']}>
        <h2>
          {found === undefined ? 'Motion' : found.name}
          {number !== undefined && `, amendment ${number}`}
        </h2>
        <Badge tone={tones[standing]}>{standingWords[standing]}</Badge>
        <Badge tone={isVouched ? 'plain' : 'warning'}>
          {isVouched ? 'You vouch for the sender' : 'Nobody vouches for the sender'}
        </Badge>
      </div>
      <p className={styles['soft']}>
        {[
          visibleLine(submission.submittedBy.join(', ')),
          visibleLine(name ?? ''),
          dayAndTime(entry.receivedAt, store.now()),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <blockquote className={styles['wording']}>{visibleText(submission.instruction)}</blockquote>
      {found?.isAsWorded === false && (
        <Notice kind="warning">
          What came with these words would change the text in another way than they say. Only the words would be
          published.
        </Notice>
      )}
      {changed.length > 0 && (
        <Disclosure summary="In the motion’s text" isOpenAtFirst={standing === 'waiting'}>
          <div className={styles['compared']}>
            {changed.map((clause) => (
              <p key={`${clause.clause.id} ${clause.state}`}>
                {clause.number !== undefined && <span>{clause.number} </span>}
                <MarkedText runs={clause.runs} />
              </p>
            ))}
          </div>
        </Disclosure>
      )}
      {found !== undefined && !found.isCurrent && (
        <p className={styles['soft']}>
          The motion’s text has changed since this was written, or is not published any more.
        </p>
      )}
      {reason !== undefined && <p>Reason: {reason}</p>}
      {/* The same words may have come under several keys: the delegate's own is the one to vouch for. */}
      {standing === 'waiting' &&
        !isVouched &&
        sayersOf(entry).map((sayer) => (
          <VouchForDevice
            key={sayer.device}
            device={sayer.device}
            suggested={files.inbox.logs[sayer.device]?.name ?? ''}
            opened={opened}
            onVouched={reload}
          />
        ))}
      {standing === 'waiting' && isVouched && <DecideSubmission entry={entry} opened={opened} onDecided={reload} />}
    </li>
  );
}

async function findBase(store: Store, motionId: string, { baseVersion, instruction, operations }: Submission) {
  const motion = await findMotion(store, motionId);
  const base = await findTextVersion(store, motionId, baseVersion);
  const name =
    motion === null
      ? 'A motion that is not published'
      : `Motion ${[motion.number, motion.text.title].filter((part) => part !== undefined).join(', ')}`;
  const reading = base === null ? undefined : readWording(base, instruction);
  const isAsWorded =
    base === null ||
    (reading?.outcome === 'applied' && haveSameEffect(base, reading.operations, operations)) ||
    operations.length === 0;
  return { name, base: base ?? undefined, isAsWorded, isCurrent: motion?.text.id === baseVersion };
}
