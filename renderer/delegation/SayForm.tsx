// Writing something for the delegation, or changing what one wrote: kept on this computer as it is typed, and shared
// with a button.

import { useState, type KeyboardEvent } from 'react';
import { readSaid } from '../../shared/bundle/delegation-words';
import type { KeepFailure } from '../../shared/desktop-contract';
import type { Unsaid } from '../../shared/journal/entry';
import { keepMessage } from '../app/failure-message';
import type { SaveState } from '../storage/save-as-typed';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';
import { counted } from '../ui/time-words';
import styles from './delegation.module.css';
import { useUnsaid } from './use-unsaid';

/** What there may be to say it about beside the motion. */
export type AboutChoice = { readonly value: string; readonly words: string };

type SayFormProps = {
  readonly label: string;
  /** Where what is typed is kept (`unsaidKey`). */
  readonly unsaid: string;
  /** What is typed so far, or what there is to change. */
  readonly begin: Unsaid;
  /** Characters at most. */
  readonly limit: number;
  readonly action: string;
  /** The amendments to choose from; none for what is about the motion alone. */
  readonly abouts?: readonly AboutChoice[];
  /** Whether the field has the focus from the start. */
  readonly takesFocus?: boolean;
  /** Answers whether it was kept; then the field is empty again. */
  readonly onSay: (said: Unsaid) => Promise<boolean>;
  readonly onLeave?: () => void;
};

const motionItself = { value: '', words: 'The motion' };

/** Control or Command with Enter shares it too. */
export function SayForm({ label, unsaid, begin, limit, action, abouts, takesFocus = false, ...rest }: SayFormProps) {
  const { onSay, onLeave } = rest;
  const [saver, state] = useUnsaid(unsaid);
  const [typed, setTyped] = useState(() => saver.unsaved() ?? begin);
  const said = readSaid(typed.body, limit);
  const isTooLong = !said.ok && said.error.kind === 'too-long';

  const change = (next: Unsaid): void => {
    setTyped(next);
    saver.change(next);
  };
  const say = async (): Promise<void> => {
    if (!said.ok) return;
    // What is still on its way to the journal must not arrive after it was shared.
    await saver.flush();
    if (!(await onSay({ ...typed, body: said.value }))) return;
    if (saver.unsaved() === typed) saver.abandon();
    setTyped((now) => (now === typed ? { motionId: typed.motionId, body: '' } : now));
  };
  const leave = async (): Promise<void> => {
    saver.change({ ...typed, body: '' });
    await saver.flush();
    onLeave?.();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void say();
  };

  return (
    <form
      className={styles['form']}
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      {abouts !== undefined && abouts.length > 0 && (
        <SelectField
          label="About"
          value={typed.amendment ?? motionItself.value}
          choices={[motionItself, ...abouts]}
          onChange={(amendment) => change(aboutAmendment(typed, amendment))}
        />
      )}
      <TextField
        label={label}
        isMultiline
        autoFocus={takesFocus}
        value={typed.body}
        onChange={(body) => change({ ...typed, body })}
        onBlur={() => void saver.flush()}
        {...(isTooLong ? { refusal: `It is ${counted(said.error.over, 'character')} too long.` } : {})}
      />
      <KeptWords state={state} isEmpty={typed.body.trim() === ''} />
      <div className={styles['actions']}>
        <Button type="submit" isDisabled={!said.ok}>
          {action}
        </Button>
        {onLeave !== undefined && (
          <Button look="quiet" onPress={() => void leave()}>
            Leave as it was
          </Button>
        )}
      </div>
    </form>
  );
}

function aboutAmendment({ motionId, body }: Unsaid, amendment: string): Unsaid {
  return { motionId, body, ...(amendment === motionItself.value ? {} : { amendment }) };
}

type KeptWordsProps = { readonly state: SaveState<KeepFailure>; readonly isEmpty: boolean };

/** Whether what is typed would outlive the window. */
function KeptWords({ state, isEmpty }: KeptWordsProps) {
  if (state.kind === 'refused') return <p role="alert">Not kept yet. {keepMessage(state.error)}</p>;
  if (isEmpty || state.kind === 'saving') return null;
  return <p className={styles['facts']}>Not shared yet; kept on this computer.</p>;
}
