// What a session is called, and when it is, as printed: of a new one, or of one that is changed.

import { useState } from 'react';
import type { Session } from '../../shared/motion/order-of-business';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import styles from './office.module.css';

type SessionFormProps = {
  /** Of the session that is changed. */
  readonly session?: Session;
  readonly onKeep: (session: Pick<Session, 'title' | 'time'>) => void;
  readonly onCancel?: () => void;
};

export function SessionForm({ session, onKeep, onCancel }: SessionFormProps) {
  const [title, setTitle] = useState(session?.title ?? '');
  const [time, setTime] = useState(session?.time ?? '');
  const keep = (): void => {
    const when = time.trim();
    onKeep({ title: title.trim(), ...(when === '' ? {} : { time: when }) });
    setTitle('');
    setTime('');
  };
  return (
    <form
      className={styles['row']}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') keep();
      }}
    >
      <TextField
        label={session === undefined ? 'New session' : 'Session'}
        placeholder="Thursday morning"
        maxLength={200}
        value={title}
        onChange={setTitle}
        autoFocus={session !== undefined}
      />
      <TextField
        label="Day and time, as printed"
        placeholder="17 June, 9.30 to 12.30"
        maxLength={200}
        value={time}
        onChange={setTime}
      />
      <Button type="submit" isDisabled={title.trim() === ''}>
        {session === undefined ? 'Add the session' : 'Keep'}
      </Button>
      {onCancel !== undefined && <Button onPress={onCancel}>Leave as it was</Button>}
    </form>
  );
}
