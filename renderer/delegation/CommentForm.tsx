// Writing a comment, or changing one's own.

import { useState } from 'react';
import { readCommentBody } from '../../shared/bundle/delegation-words';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import { counted } from '../ui/time-words';
import styles from './delegation.module.css';

type CommentFormProps = {
  readonly label: string;
  readonly body: string;
  readonly action: string;
  /** Answers whether it was kept; then the field is empty again. */
  readonly onSay: (body: string) => Promise<boolean>;
  readonly onLeave?: () => void;
};

export function CommentForm({ label, body, action, onSay, onLeave }: CommentFormProps) {
  const [typed, setTyped] = useState(body);
  const said = readCommentBody(typed);
  const isTooLong = !said.ok && said.error.kind === 'too-long';
  const say = async (): Promise<void> => {
    if (said.ok && (await onSay(said.value))) setTyped('');
  };
  return (
    <form
      className={styles['form']}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <TextField
        label={label}
        isMultiline
        value={typed}
        onChange={setTyped}
        {...(isTooLong ? { refusal: `It is ${counted(said.error.over, 'character')} too long.` } : {})}
      />
      <div className={styles['actions']}>
        <Button type="submit" isDisabled={!said.ok}>
          {action}
        </Button>
        {onLeave !== undefined && (
          <Button look="quiet" onPress={onLeave}>
            Leave as it was
          </Button>
        )}
      </div>
    </form>
  );
}
