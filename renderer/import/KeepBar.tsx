// Where the papers are to be kept, and the button that keeps them.

import type { Conference } from '../../shared/motion/conference';
import { Button } from '../ui/Button';
import { counted } from '../ui/time-words';
import { DestinationFields } from './DestinationFields';
import type { DestinationChoice } from './DestinationFields';
import styles from './import.module.css';
import type { Part } from './parts';

type KeepBarProps = {
  /** Those that are to be kept or left out; none where the files hold only lists of decisions. */
  readonly parts: readonly Part[];
  readonly conferences: readonly Conference[];
  readonly choice: DestinationChoice;
  readonly onChoice: (choice: DestinationChoice) => void;
  readonly isBusy: boolean;
  readonly onKeep: () => void;
};

export function KeepBar({ parts, conferences, choice, onChoice, isBusy, onKeep }: KeepBarProps) {
  const kept = parts.filter(({ deed }) => deed !== 'leave-out');
  const isNameless = choice.id === 'new' && choice.title.trim() === '';
  return (
    <div className={styles['kept']}>
      <DestinationFields
        conferences={conferences}
        choice={choice}
        onChoice={onChoice}
        label={parts.length > 0 ? 'Keep under' : 'Decisions of'}
      />
      {parts.length > 0 && (
        <Button look="primary" isDisabled={isBusy || isNameless || kept.length === 0} onPress={onKeep}>
          {keepWords(kept)}
        </Button>
      )}
    </div>
  );
}

function keepWords(kept: readonly Part[]): string {
  const isUpdate = kept.every(({ deed }) => deed === 'update');
  if (kept.length === 0) return 'Nothing to keep';
  if (kept.length === 1) return isUpdate ? 'Update this paper' : 'Keep this paper';
  return `${isUpdate ? 'Update' : 'Keep'} ${counted(kept.length, 'paper')}`;
}
