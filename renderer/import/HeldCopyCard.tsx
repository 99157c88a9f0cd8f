// A paper that is here already: what would change, and what the delegate wants done about it.

import { CopyCheck } from 'lucide-react';
import { useId, useMemo } from 'react';
import { hrefOf } from '../app/routes';
import { Disclosure } from '../ui/Disclosure';
import { RadioChoices } from '../ui/RadioChoices';
import { changeBetween } from './change-between';
import { ChangePreview } from './ChangePreview';
import type { HeldCopy } from './held-copies';
import styles from './held-copy.module.css';
import type { PartDeed } from './import-session';
import type { Part } from './parts';

type HeldCopyCardProps = {
  readonly part: Part;
  readonly copy: HeldCopy;
  readonly onSay: (deed: PartDeed) => void;
};

const choices = [
  { value: 'update', words: 'Update it' },
  { value: 'add', words: 'Keep both' },
  { value: 'leave-out', words: 'Leave out' },
] as const;

export function HeldCopyCard({ part, copy, onSay }: HeldCopyCardProps) {
  const id = useId();
  const { paper, isSame, deed } = part;
  const change = useMemo(() => (isSame ? undefined : changeBetween(paper, copy)), [paper, copy, isSame]);
  return (
    <section aria-labelledby={id} className={styles['card']}>
      <p id={id} className={styles['head']}>
        <CopyCheck aria-hidden size={16} />
        <span>
          You have this {copy.kind} already{isSame ? ', word for word' : ''}.{' '}
          <a href={hrefOfCopy(copy)}>Read the one you have</a>
        </span>
      </p>
      <RadioChoices
        label={`What to do with this ${copy.kind}`}
        isLabelHidden
        isInRow
        value={deed}
        choices={isSame ? choices.slice(1) : choices}
        onChange={onSay}
      />
      {change !== undefined && (
        <Disclosure summary="What the update changes" isOpenAtFirst>
          <ChangePreview change={change} />
          <p className={styles['soft']}>
            The text you have now is kept with your notes and amendments, and clauses keep their place.
          </p>
        </Disclosure>
      )}
    </section>
  );
}

function hrefOfCopy(copy: HeldCopy): string {
  return copy.kind === 'briefing'
    ? hrefOf({ kind: 'briefing', briefing: copy.briefing.id })
    : hrefOf({ kind: 'motion', motion: copy.motion.id });
}
