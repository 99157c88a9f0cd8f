// What the delegation says about a motion, in its margin: where its members stand, and their comments. Everybody who
// shares the delegation's folder reads it.

import type { Amendment } from '../../shared/amendment/amendment';
import {
  addCommentDeed,
  clearPositionDeed,
  commentLimit,
  setPositionDeed,
  type DelegationDeed,
} from '../../shared/bundle/delegation-words';
import { isOfficialId } from '../../shared/bundle/official-ids';
import type { DelegationComment } from '../../shared/merge/delegation';
import type { MandatePosition } from '../../shared/motion/mandate';
import type { Motion } from '../../shared/motion/motion';
import { keepMessage } from '../app/failure-message';
import { hrefOf } from '../app/routes';
import { unsaidKey } from '../../shared/journal/row';
import { sayToDelegation } from '../storage/sending-deeds';
import { findDelegationOn, listUnsaid } from '../storage/sending-questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { Card } from '../ui/Card';
import { counted } from '../ui/time-words';
import { useToast } from '../ui/Toasts';
import { CommentList } from './CommentList';
import styles from './delegation.module.css';
import { Positions } from './Positions';
import { SayForm, type AboutChoice } from './SayForm';
import { useTeamFolder } from './use-team-folder';

type DelegationCardProps = {
  readonly motion: Motion;
  /** The amendments to it that a comment may be about. */
  readonly amendments: readonly Pick<Amendment, 'id' | 'number' | 'submittedBy'>[];
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
  const unsaid = useQuestion((asked) => listUnsaid(asked, id), [id]);
  if (said === undefined || unsaid === undefined || isShared === undefined) return null;
  const base = { motionId: id, textVersion: motion.text.id };
  const newComment = unsaidKey(id);
  const abouts = amendments.filter((amendment) => isOfficialId(amendment.id)).map(aboutChoice);

  const say = async (deed: DelegationDeed, typed?: string): Promise<boolean> => {
    const kept = await sayToDelegation(store, deed, typed);
    if (!kept.ok) showToast({ words: keepMessage(kept.error) });
    return kept.ok;
  };
  const take = async (position: MandatePosition | 'none', remark?: string, typed?: string): Promise<boolean> =>
    say(position === 'none' ? clearPositionDeed(base) : setPositionDeed(base, position, remark), typed);
  const aboutOf = ({ amendment, textVersion }: DelegationComment): readonly string[] => {
    const chosen = abouts.find(({ value }) => value === amendment);
    return [
      ...(amendment === undefined ? [] : [`on ${chosen?.words ?? 'an amendment'}`]),
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
          <Positions motionId={id} said={said} unsaid={unsaid} onTake={take} />
          {said.comments.length > 0 && (
            <CommentList base={base} said={said} unsaid={unsaid} aboutOf={aboutOf} onSay={say} />
          )}
          <SayForm
            label="Comment for your delegation"
            unsaid={newComment}
            begin={unsaid.get(newComment) ?? { motionId: id, body: '' }}
            limit={commentLimit}
            action="Share this comment"
            abouts={abouts}
            onSay={async ({ body, amendment }) =>
              say(
                addCommentDeed(store.newId(), base, { body, ...(amendment === undefined ? {} : { amendment }) }),
                newComment,
              )
            }
          />
        </>
      )}
    </Card>
  );
}

function aboutChoice({ id, number, submittedBy }: DelegationCardProps['amendments'][number]): AboutChoice {
  return {
    value: id,
    words: number === undefined ? `an amendment of ${submittedBy.join(', ')}` : `amendment ${number}`,
  };
}

function asideOf(comments: number, waiting: number): string | undefined {
  if (waiting > 0) return `${waiting} waiting to be sent`;
  return comments === 0 ? undefined : counted(comments, 'comment');
}
