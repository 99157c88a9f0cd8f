// Under which conference the papers are kept.

import type { Conference } from '../../shared/motion/conference';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';

/** `id` of a conference held, or `new` with its title. */
export type DestinationChoice = { readonly id: string; readonly title: string };

type DestinationFieldsProps = {
  readonly conferences: readonly Conference[];
  readonly choice: DestinationChoice;
  readonly onChoice: (choice: DestinationChoice) => void;
  /** What the choice is for. */
  readonly label: string;
};

export function DestinationFields({ conferences, choice, onChoice, label }: DestinationFieldsProps) {
  const choices = [
    ...conferences.map(({ id, title }) => ({ value: String(id), words: title })),
    { value: 'new', words: 'A new conference' },
  ];
  return (
    <>
      {conferences.length > 0 && (
        <SelectField label={label} value={choice.id} choices={choices} onChange={(id) => onChoice({ ...choice, id })} />
      )}
      {choice.id === 'new' && (
        <TextField
          label={conferences.length > 0 ? 'Its name' : 'Keep under the conference'}
          value={choice.title}
          onChange={(title) => onChoice({ ...choice, title })}
        />
      )}
    </>
  );
}
