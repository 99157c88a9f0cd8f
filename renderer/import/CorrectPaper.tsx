// The editor of a paper that is kept: corrections with undo, then saved whole, and taken back with one press.

import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReadPaper } from '../../shared/import/paper';
import { keepMessage } from '../app/failure-message';
import type { Deed } from '../storage/deeds';
import { Button } from '../ui/Button';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';
import { PageLayout } from '../ui/PageLayout';
import { useToast } from '../ui/Toasts';
import styles from './import.module.css';
import { PaperPreview } from './PaperPreview';

type Saved = {
  readonly saved: Awaited<Deed>;
  /** Leaves the paper as it was. */
  readonly takeBack: () => Deed;
};

type CorrectPaperProps = {
  readonly title: string;
  /** The paper as it is kept. */
  readonly reading: ReadPaper;
  /** Where one goes afterwards. */
  readonly back: string;
  readonly save: (reading: ReadPaper) => Promise<Saved>;
};

const heads = { source: 'As it is kept', understood: 'As you correct it' };

export function CorrectPaper({ title, reading, back, save }: CorrectPaperProps) {
  const [, go] = useLocation();
  const showToast = useToast();
  const [first] = useState(reading);
  const [steps, setSteps] = useState<readonly ReadPaper[]>([]);
  const [refusal, setRefusal] = useState<string>();
  const current = steps.at(-1) ?? first;

  const correct = (change: (paper: ReadPaper) => ReadPaper): void =>
    setSteps((before) => {
      const last = before.at(-1) ?? first;
      const next = change(last);
      return next === last ? before : [...before, next];
    });
  const saveNow = async (): Promise<void> => {
    const { saved, takeBack } = await save(current);
    if (!saved.ok) return setRefusal(keepMessage(saved.error));
    const undo = async (): Promise<void> => {
      const undone = await takeBack();
      if (!undone.ok) showToast({ words: keepMessage(undone.error) });
    };
    showToast({ words: 'Corrected. The earlier text is kept.', action: { words: 'Undo', run: () => void undo() } });
    return go(back);
  };

  return (
    <PageLayout title={`Correct ${title}`} width="wide">
      <h1 className={styles['pageHeading']}>Correct this paper</h1>
      <div className={styles['correcting']}>
        <p>Your notes and amendments stay with their clauses. Nothing changes before you save.</p>
        <LinkButton href={`#${back}`}>Leave as it was</LinkButton>
        <Button look="primary" isDisabled={steps.length === 0} onPress={() => void saveNow()}>
          Save the correction
        </Button>
      </div>
      {refusal !== undefined && <Notice kind="refused">{refusal}</Notice>}
      <PaperPreview
        paper={current}
        heads={heads}
        onCorrect={correct}
        {...(steps.length === 0 ? {} : { onUndo: () => setSteps((before) => before.slice(0, -1)) })}
      />
    </PageLayout>
  );
}
