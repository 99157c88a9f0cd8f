// How far the draft is: being written, ready to send, or withdrawn. One press changes it, one takes that back.

import type { AmendmentStanding } from '../../shared/amendment/amendment';
import { SegmentedControl } from '../ui/SegmentedControl';
import { useToast } from '../ui/Toasts';
import styles from './draft.module.css';
import { ownStandings, standingWords } from './standing-words';

type StandingControlProps = {
  readonly standing: AmendmentStanding;
  readonly onChange: (standing: AmendmentStanding) => void;
};

/** A standing that the office gave is only told. */
export function StandingControl({ standing, onChange }: StandingControlProps) {
  const showToast = useToast();
  const own = ownStandings.find((each) => each === standing);
  if (own === undefined) return <p className={styles['quiet']}>{standingWords[standing]}</p>;
  const change = (next: AmendmentStanding): void => {
    onChange(next);
    showToast({ words: said[next], action: { words: 'Undo', run: () => onChange(own) } });
  };
  return (
    <div className={styles['actions']}>
      <SegmentedControl
        label="How far it is"
        value={own}
        segments={ownStandings.map((value) => ({ value, words: value === 'ready' ? 'Ready' : standingWords[value] }))}
        onChange={change}
      />
    </div>
  );
}

const said: Readonly<Record<AmendmentStanding, string>> = {
  draft: 'A draft again.',
  ready: 'Marked as ready to send.',
  withdrawn: 'Withdrawn. It stays here, and can be taken up again.',
  submitted: 'Submitted.',
  published: 'Published.',
};
