// What is to be taken in a session, typed as on paper: numbers of motions, or words.

import { useState } from 'react';
import type { BusinessItem } from '../../shared/motion/order-of-business';
import type { PlaceableMotion } from '../storage/order-questions';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import { itemName, namesInShort } from './business-names';
import styles from './office.module.css';
import { readBusiness } from './read-business';

type AddBusinessProps = {
  readonly session: string;
  readonly motions: ReadonlyMap<string, PlaceableMotion>;
  readonly onAdd: (items: readonly BusinessItem[]) => void;
};

export function AddBusiness({ session, motions, onAdd }: AddBusinessProps) {
  const [typed, setTyped] = useState('');
  const { items, unknown } = readBusiness(typed, [...motions.values()]);
  const isReady = items.length > 0 && unknown.length === 0;
  return (
    <form
      className={styles['row']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onAdd(items);
        setTyped('');
      }}
    >
      <TextField
        label={`Add to ${session}`}
        isLabelHidden
        placeholder="Motions by number, or words: 12, 14-16, Guest speaker"
        maxLength={1000}
        value={typed}
        onChange={setTyped}
        {...(unknown.length > 0 && typed.trim() !== ''
          ? { refusal: `There is no motion ${unknown.join(', ')} in the next version.` }
          : isReady
            ? { description: `Adds ${namesInShort(items.map((item) => itemName(item, motions)))}.` }
            : {})}
      />
      <Button type="submit" isDisabled={!isReady} aria-label={`Add to ${session}`}>
        Add
      </Button>
    </form>
  );
}
