// The card in which the delegate says what the report holds.

import type { ReportChoices } from '../../shared/report/branch-report';
import { Card } from '../ui/Card';
import { Checkbox } from '../ui/Checkbox';
import { RadioChoices } from '../ui/RadioChoices';
import styles from './report-page.module.css';

type ReportChoicesCardProps = {
  readonly choices: ReportChoices;
  readonly onChange: (change: Partial<ReportChoices>) => void;
};

const motionChoices = [
  { value: 'all', words: 'All motions' },
  { value: 'ours', words: 'Only those with a mandate, a recorded decision, or something of ours' },
] as const;

export function ReportChoicesCard({ choices, onChange }: ReportChoicesCardProps) {
  return (
    <Card title="What goes in">
      <div className={styles['choices']}>
        <RadioChoices
          label="Motions"
          value={choices.motions}
          choices={motionChoices}
          onChange={(motions) => onChange({ motions })}
        />
        <fieldset className={styles['parts']}>
          <legend>Under each motion</legend>
          <Checkbox isSelected={choices.amendments} onChange={(amendments) => onChange({ amendments })}>
            Our amendments, with their wording
          </Checkbox>
          <Checkbox
            isSelected={choices.amendments && choices.markedText}
            isDisabled={!choices.amendments}
            onChange={(markedText) => onChange({ markedText })}
          >
            The amended text, changes marked
          </Checkbox>
          <Checkbox isSelected={choices.briefings} onChange={(briefings) => onChange({ briefings })}>
            Briefings
          </Checkbox>
          <Checkbox isSelected={choices.notes} onChange={(notes) => onChange({ notes })}>
            My notes. They are private: this is asked anew for each report.
          </Checkbox>
        </fieldset>
      </div>
    </Card>
  );
}
