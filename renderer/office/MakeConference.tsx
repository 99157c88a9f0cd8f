// A new conference: its name, the officers who hold its keys, and the passphrase under which they lie.

import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { officeMessage } from '../app/office-message';
import { useStore } from '../storage/StoreContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';
import { foundOffice } from './found-office';
import styles from './office.module.css';

type MakeConferenceProps = { readonly onMade: (office: string) => void; readonly onCancel: () => void };

const leastPassphrase = 12;
const mostOfficers = 8;

/** The form; the conference is made when it is sent. */
export function MakeConference({ onMade, onCancel }: MakeConferenceProps) {
  const store = useStore();
  const [title, setTitle] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [officers, setOfficers] = useState<readonly string[]>([
    'General secretary',
    'President',
    'Chair of standing orders',
  ]);
  const [threshold, setThreshold] = useState('2');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isMaking, setIsMaking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const isShort = passphrase !== '' && passphrase.length < leastPassphrase;
  const differs = again !== '' && again !== passphrase;
  const isComplete =
    title.trim() !== '' && officers.every((name) => name.trim() !== '') && passphrase.length >= leastPassphrase;

  const make = async (): Promise<void> => {
    setIsMaking(true);
    setRefusal(undefined);
    const made = await foundOffice(store, {
      title: title.trim(),
      organisation: organisation.trim(),
      officers: officers.map((name) => name.trim()),
      threshold: Math.min(Number(threshold), officers.length),
      passphrase,
    });
    setIsMaking(false);
    if (made.ok) onMade(made.value.office);
    else setRefusal(officeMessage(made.error));
  };

  return (
    <form
      aria-label="New conference"
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2 className={styles['subheading']}>A new conference</h2>
      <TextField
        label="Conference"
        placeholder="National Conference 2027"
        value={title}
        onChange={setTitle}
        maxLength={200}
      />
      <TextField label="Organisation" value={organisation} onChange={setOrganisation} maxLength={200} />
      <fieldset>
        <legend>Officers who can change the keys, together</legend>
        {officers.map((name, index) => (
          <TextField
            // Officers have no other name than their place.
            key={`officer ${String(index + 1)}`}
            label={`Officer ${index + 1}`}
            isLabelHidden
            value={name}
            maxLength={200}
            onChange={(typed) => setOfficers(officers.map((each, at) => (at === index ? typed : each)))}
          />
        ))}
        <div className={styles['actions']}>
          <Button
            icon={<Plus aria-hidden />}
            isDisabled={officers.length >= mostOfficers}
            onPress={() => setOfficers([...officers, `Officer ${officers.length + 1}`])}
          >
            Another officer
          </Button>
          <Button
            icon={<Minus aria-hidden />}
            isDisabled={officers.length <= 1}
            onPress={() => setOfficers(officers.slice(0, -1))}
          >
            One fewer
          </Button>
        </div>
      </fieldset>
      <SelectField
        label="How many of them together"
        value={String(Math.min(Number(threshold), officers.length))}
        choices={officers.map((_, index) => ({
          value: String(index + 1),
          words: `${index + 1} of ${officers.length}`,
        }))}
        onChange={setThreshold}
      />
      <TextField
        label="Passphrase of the keys"
        type="password"
        autoComplete="new-password"
        value={passphrase}
        onChange={setPassphrase}
        description={`At least ${leastPassphrase} characters. Without it nobody can publish: write it down and keep it apart.`}
        {...(isShort ? { refusal: `This has ${passphrase.length} characters.` } : {})}
      />
      <TextField
        label="The same once more"
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        {...(differs ? { refusal: 'These two differ.' } : {})}
      />
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      <div className={styles['actions']}>
        <Button type="submit" look="primary" isDisabled={!isComplete || again !== passphrase || isMaking}>
          {isMaking ? 'Making the keys…' : 'Make the conference'}
        </Button>
        <Button onPress={onCancel} isDisabled={isMaking}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
