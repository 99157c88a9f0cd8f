// One comment: who said it, when, about what, and for one's own the ways to change it or take it back.

import { Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { DelegationComment } from '../../shared/merge/delegation';
import type { Member } from '../storage/sending-questions';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { dayAndTime } from '../ui/time-words';
import { CommentBody } from './CommentBody';
import { CommentForm } from './CommentForm';
import styles from './delegation.module.css';
import { memberWords } from './member-words';

type CommentItemProps = {
  readonly comment: DelegationComment;
  readonly member: Member;
  /** What it is about, when that is not the motion as it reads now. */
  readonly about: readonly string[];
  readonly onEdit: (body: string) => Promise<boolean>;
  readonly onRetract: () => void;
};

export function CommentItem({ comment, member, about, onEdit, onRetract }: CommentItemProps) {
  const { now } = useStore();
  const [isEditing, setIsEditing] = useState(false);
  const isOwn = member.kind === 'self';
  const edit = async (body: string): Promise<boolean> => {
    const isKept = await onEdit(body);
    if (isKept) setIsEditing(false);
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
        <CommentForm
          label="Your comment"
          body={comment.body}
          action="Change it"
          onSay={edit}
          onLeave={() => setIsEditing(false)}
        />
      )}
      {!comment.isRetracted && !isEditing && (
        <>
          <CommentBody body={comment.body} />
          {isOwn && (
            <div className={styles['tools']}>
              <Button look="quiet" icon={<Pencil aria-hidden size={14} />} onPress={() => setIsEditing(true)}>
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
