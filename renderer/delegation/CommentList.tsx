// What members said about a motion, in order. Of a long talk the latest is shown, and the rest when it is asked for.

import { useState } from 'react';
import {
  editCommentDeed,
  retractCommentDeed,
  type DelegationDeed,
  type SaidAbout,
} from '../../shared/bundle/delegation-words';
import type { UnsaidRow } from '../../shared/journal/row';
import { unsaidKey } from '../../shared/journal/row';
import type { DelegationComment } from '../../shared/merge/delegation';
import type { DelegationOn } from '../storage/sending-questions';
import { Button } from '../ui/Button';
import { CommentItem } from './CommentItem';
import styles from './delegation.module.css';

type CommentListProps = {
  readonly base: SaidAbout;
  readonly said: DelegationOn;
  readonly unsaid: ReadonlyMap<string, UnsaidRow>;
  /** What a comment is about, when that is not the motion as it reads now. */
  readonly aboutOf: (comment: DelegationComment) => readonly string[];
  readonly onSay: (deed: DelegationDeed, unsaid?: string) => Promise<boolean>;
};

/** So many at first, and so many more with each press. */
const some = 30;

export function CommentList({ base, said, unsaid, aboutOf, onSay }: CommentListProps) {
  const [shown, setShown] = useState(some);
  const earlier = Math.max(0, said.comments.length - shown);
  return (
    <>
      {earlier > 0 && (
        <Button look="quiet" onPress={() => setShown(shown + some)}>
          Show earlier comments ({earlier} more)
        </Button>
      )}
      <ol className={styles['comments']} aria-label="Comments">
        {said.comments.slice(earlier).map((comment) => {
          const key = unsaidKey(base.motionId, comment.id);
          const begun = unsaid.get(key);
          return (
            <CommentItem
              key={comment.key}
              comment={comment}
              member={said.memberOf(comment.device)}
              about={aboutOf(comment)}
              unsaid={key}
              begin={begun ?? { motionId: base.motionId, body: comment.body }}
              isBegun={begun !== undefined}
              onEdit={async (body) => onSay(editCommentDeed(comment.id, base, body), key)}
              onRetract={() => void onSay(retractCommentDeed(comment.id, base), key)}
            />
          );
        })}
      </ol>
    </>
  );
}
