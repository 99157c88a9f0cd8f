// One comment: who said it, when, about what, and for one's own the ways to change it or take it back.

import { Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { commentLimit } from '../../shared/bundle/delegation-words';
import type { Unsaid } from '../../shared/journal/entry';
import type { DelegationComment } from '../../shared/merge/delegation';
import type { Member } from '../storage/sending-questions';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { dayAndTime } from '../ui/time-words';
import { CommentBody } from './CommentBody';
import styles from './delegation.module.css';
import { memberWords } from './member-words';
import { SayForm } from './SayForm';

type CommentItemProps = {
  readonly comment: DelegationComment;
  readonly member: Member;
  /** What it is about, when that is not the motion as it reads now. */
  readonly about: readonly string[];
  /** Where a change of it is kept while it is typed, what is typed so far, and whether anything is. */
  readonly unsaid: string;
  readonly begin: Unsaid;
  readonly isBegun: boolean;
  readonly onEdit: (body: string) => Promise<boolean>;
  readonly onRetract: () => void;
};

export function CommentItem(props: CommentItemProps) {
  const { comment, member, about, unsaid, begin, isBegun, onEdit, onRetract } = props;
  const { now } = useStore();
  const [manner, setManner] = useState<'read' | 'edited' | 'read-again'>(isBegun ? 'edited' : 'read');
  const isEditing = manner === 'edited';
  const isOwn = member.kind === 'self';
  const edit = async (body: string): Promise<boolean> => {
    const isKept = await onEdit(body);
    if (isKept) setManner('read-again');
    return isKept;
  };
  const facts = [
    dayAndTime(comment.saidAt, now()),
    ...(comment.isEdited && !comment.isRetracted ? ['edited'] : []),
    ...about,
  ];
  return (
    <li className={styles['comment']}>
      <p className={styles['who']}>
        <strong className={member.kind === 'unknown' ? styles['unknown'] : undefined}>{memberWords(member)}</strong>
        <span className={styles['facts']}> · {facts.join(' · ')}</span>
      </p>
      {comment.isRetracted && <p className={styles['facts']}>Taken back.</p>}
      {!comment.isRetracted && isEditing && (
        <SayForm
          label="Your comment"
          unsaid={unsaid}
          begin={begin}
          limit={commentLimit}
          takesFocus={!isBegun}
          action="Change it"
          onSay={async ({ body }) => edit(body)}
          onLeave={() => setManner('read-again')}
        />
      )}
      {!comment.isRetracted && !isEditing && (
        <>
          <CommentBody body={comment.body} />
          {isOwn && (
            <div className={styles['tools']}>
              <Button
                look="quiet"
                icon={<Pencil aria-hidden size={14} />}
                autoFocus={manner === 'read-again'}
                onPress={() => setManner('edited')}
              >
                Change
              </Button>
              <Button look="quiet" icon={<Undo2 aria-hidden size={14} />} onPress={onRetract}>
                Take back
              </Button>
            </div>
          )}
        </>
      )}
    </li>
  );
}
