// An office or a file that is being read: how far that is, and a way to stop it.

import type { VerificationProgress } from '../../shared/bundle/verification';
import { Button } from '../ui/Button';
import { ProgressBar } from '../ui/ProgressBar';
import { progressWords } from './progress-words';
import styles from './sync.module.css';

type AskingProps = {
  readonly label: string;
  /** Undefined until it is known how much there is. */
  readonly progress: VerificationProgress | undefined;
  readonly onStop: () => void;
};

export function Asking({ label, progress, onStop }: AskingProps) {
  if (progress === undefined) return <ProgressBar label={label} />;
  return (
    <div className={styles['asking']}>
      <ProgressBar label={label} fraction={progress.parts / progress.of} words={progressWords(progress)} />
      <Button onPress={onStop}>Stop</Button>
    </div>
  );
}
