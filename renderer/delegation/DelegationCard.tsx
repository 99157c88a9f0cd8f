// What the delegation says about a motion, in its margin: where its members stand, and their comments. Everybody who
// shares the delegation's folder reads it.

import type { Amendment } from '../../shared/amendment/amendment';
import {
  addCommentDeed,
  clearPositionDeed,
  editCommentDeed,
  retractCommentDeed,
  setPositionDeed,
  type DelegationDeed,
} from '../../shared/bundle/delegation-words';
import { isOfficialId } from '../../shared/bundle/official-ids';
import type { DelegationComment } from '../../shared/merge/delegation';
import type { MandatePosition } from '../../shared/motion/mandate';
import type { Motion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { sayToDelegation } from '../storage/sending-deeds';
import { findDelegationOn } from '../storage/sending-questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Card } from '../ui/Card';
import { counted } from '../ui/time-words';
import { useToast } from '../ui/Toasts';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';
import styles from './delegation.module.css';
import { Positions } from './Positions';
import { useTeamFolder } from './use-team-folder';

type DelegationCardProps = {
  readonly motion: Motion;
  /** The amendments to it that a comment may be about. */
  readonly amendments: readonly Pick<Amendment, 'id' | 'number'>[];
};

/** Nothing for a motion that the delegate brought in: others have it under another name, if at all. */
export function DelegationCard({ motion, amendments }: DelegationCardProps) {
  return isOfficialId(motion.id) ? <OfficialMotionCard motion={motion} amendments={amendments} /> : null;
}

function OfficialMotionCard({ motion, amendments }: DelegationCardProps) {
  const store = useStore();
  const showToast = useToast();
  const { id, conferenceId } = motion;
  const isShared = useTeamFolder(conferenceId);
  const said = useQuestion((asked) => findDelegationOn(asked, { id, conferenceId }), [id, conferenceId]);
  if (said === undefined || isShared === undefined) return null;
  const base = { motionId: id, textVersion: motion.text.id };

  const say = async (deed: DelegationDeed): Promise<boolean> => {
    const kept = await sayToDelegation(store, deed);
    if (!kept.ok) showToast({ words: keepMessage(kept.error) });
    return kept.ok;
  };
  const take = (position: MandatePosition | 'none'): void =>
    void say(position === 'none' ? clearPositionDeed(base) : setPositionDeed(base, position));
  const aboutOf = ({ amendment, textVersion }: DelegationComment): readonly string[] => {
    const number = amendments.find((each) => each.id === amendment)?.number;
    return [
      ...(amendment === undefined ? [] : [number === undefined ? 'on an amendment' : `on ${number}`]),
      ...(textVersion === undefined || textVersion === motion.text.id ? [] : ['on an earlier text']),
    ];
  };
  const isQuiet = said.comments.length === 0 && said.positions.length === 0;

  return (
    <Card title="Delegation" aside={asideOf(said.comments.length, said.waiting)}>
      {!isShared && (
        <p className={styles['quiet']}>
          {isQuiet ? 'Comments and positions, shared with your delegation alone. ' : 'No folder is shared now. '}
          <a href={hrefOf({ kind: 'folders' })}>Connect the folder you share</a>
          {isQuiet ? ' to begin.' : '; what you said is kept here.'}
        </p>
      )}
      {(isShared || !isQuiet) && (
        <>
          <Positions said={said} onTake={take} />
          {said.comments.length > 0 && (
            <ol className={styles['comments']} aria-label="Comments">
              {said.comments.map((comment) => (
                <CommentItem
                  key={comment.key}
                  comment={comment}
                  member={said.memberOf(comment.device)}
                  about={aboutOf(comment)}
                  onEdit={async (body) => say(editCommentDeed(comment.id, base, body))}
                  onRetract={() => void say(retractCommentDeed(comment.id, base))}
                />
              ))}
            </ol>
          )}
          <CommentForm
            label="Comment for your delegation"
            body=""
            action="Share this comment"
            onSay={async (body) => say(addCommentDeed(store.newId(), base, { body }))}
          />
        </>
      )}
    </Card>
  );
}

function asideOf(comments: number, waiting: number): string | undefined {
  if (waiting > 0) return `${waiting} waiting to be sent`;
  return comments === 0 ? undefined : counted(comments, 'comment');
}
