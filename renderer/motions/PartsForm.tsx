// A motion taken in parts: which clauses are voted on by themselves, what was decided on each, and on the rest.

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ClauseId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import { decisionWords } from '../../shared/motion/decision';
import type { DecidedPart, Decision, DecisionKey } from '../../shared/motion/decision';
import { beginning } from '../notes/note-place';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { SelectField } from '../ui/SelectField';
import { decisionLetters } from './decision-keys';
import styles from './decision-card.module.css';
import { inTextOrder, overlap, partName } from './decided-parts';

type PartsFormProps = {
  readonly clauses: readonly Clause[];
  readonly decision: Decision | undefined;
  readonly onRecord: (decision: Decision) => void;
  readonly onCancel: () => void;
};

const keys = decisionLetters.map(({ key }) => ({ value: key, words: decisionWords[key] }));
const open = { value: 'open', words: 'Not voted on yet' } as const;

/** Begins with one part. No clause is voted on twice; without any part the motion is voted on as a whole again. */
export function PartsForm({ clauses, decision, onRecord, onCancel }: PartsFormProps) {
  const [first] = clauses;
  const [parts, setParts] = useState<readonly DecidedPart[]>(
    () => decision?.parts ?? (first === undefined ? [] : [{ from: first.id, to: first.id }]),
  );
  const [rest, setRest] = useState<DecisionKey>(decision?.key ?? 'carried');
  const choices = clauses.map((clause, index) => ({
    value: clause.id,
    words: `${index + 1} ${beginning(clause.text, 48)}`,
  }));
  const change = (index: number, next: DecidedPart): void => setParts(parts.with(index, next));
  const add = (): void => {
    const taken = parts.at(-1);
    const after = clauses.findIndex(({ id }) => id === taken?.to) + 1;
    const clause = clauses[Math.min(after, clauses.length - 1)];
    if (clause !== undefined) setParts([...parts, { from: clause.id, to: clause.id }]);
  };
  const isTwice = parts.some((part, index) => parts.slice(index + 1).some((other) => overlap(part, other, clauses)));
  const record = (): void => {
    const { parts: _parts, ...whole } = decision ?? { key: rest };
    onRecord({ ...whole, key: rest, ...(parts.length === 0 ? {} : { parts: inTextOrder(parts, clauses) }) });
  };
  return (
    <form className={styles['form']} aria-label="Taken in parts" onSubmit={(event) => event.preventDefault()}>
      {parts.map((part, index) => (
        <fieldset
          // Parts have no names of their own; they are told apart by their place in the list.
          key={`part ${String(index)}`}
          className={styles['part']}
        >
          <legend className={styles['partName']}>{partName(part, clauses)}</legend>
          <SelectField<ClauseId>
            label="From clause"
            value={part.from}
            choices={choices}
            onChange={(from) => change(index, { ...part, from })}
          />
          <SelectField<ClauseId>
            label="To clause"
            value={part.to}
            choices={choices}
            onChange={(to) => change(index, { ...part, to })}
          />
          <SelectField<DecisionKey | 'open'>
            label="Decided on this part"
            value={part.key ?? 'open'}
            choices={[open, ...keys]}
            onChange={(key) => {
              const { key: _key, ...place } = part;
              change(index, key === 'open' ? place : { ...place, key });
            }}
          />
          <div>
            <Button
              look="quiet"
              icon={<Trash2 aria-hidden size={14} />}
              onPress={() => setParts(parts.toSpliced(index, 1))}
            >
              Not a part of its own
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button look="quiet" icon={<Plus aria-hidden size={14} />} onPress={add}>
          Another part
        </Button>
      </div>
      <SelectField label="Decided on the rest" value={rest} choices={keys} onChange={setRest} />
      {isTwice && <Notice kind="warning">A clause stands in two parts. It can be voted on only once.</Notice>}
      <div className={styles['buttons']}>
        <Button look="primary" isDisabled={isTwice} onPress={record}>
          Record the parts
        </Button>
        <Button onPress={onCancel}>Leave as it was</Button>
      </div>
    </form>
  );
}
