// The fields of the paper: what it is, its number, title, conference, date and decision, each to be corrected.

import type { ReadPaper } from '../../shared/import/paper';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';
import {
  decisionChoices,
  decisionOf,
  fieldsOf,
  fieldText,
  isMotionPaper,
  withDecision,
  withField,
  withKind,
} from './correct-fields';
import type { FieldName } from './correct-fields';
import styles from './import.module.css';
import type { KindChoice } from './read-arrivals';

const labels: Readonly<Record<FieldName, string>> = {
  number: 'Number',
  title: 'Title',
  amends: 'Changes the motion (its number or title)',
  submittedBy: 'Submitted by (several parted by ;)',
  conference: 'Conference',
  date: 'Date on the page (year-month-day)',
  publisher: 'Publisher',
  publishedAt: 'Published (year-month-day)',
  byline: 'By',
};

const motionKinds: readonly Choice[] = [
  { value: 'motion', words: 'A motion' },
  { value: 'composite', words: 'A composite' },
  { value: 'amendment', words: 'An amendment' },
  { value: 'rule-amendment', words: 'A change to the rules' },
];

const fileKinds: readonly Choice[] = [
  ...motionKinds,
  { value: 'article', words: 'A briefing' },
  { value: 'agenda', words: 'An agenda of many motions' },
];

const decisionList: Choice = { value: 'decisions', words: 'A list of decisions' };

type Choice = { readonly value: KindChoice | 'decisions'; readonly words: string };

type FieldsFormProps = {
  readonly paper: ReadPaper;
  readonly onCorrect: (correct: (paper: ReadPaper) => ReadPaper) => void;
  /** Reads the file as something else; absent where that cannot be done. */
  readonly onKind?: (kind: KindChoice) => void;
};

export function FieldsForm({ paper, onCorrect, onKind }: FieldsFormProps) {
  const kind = paper.kind === 'unknown' ? 'article' : paper.kind;
  const choices = choicesFor(paper, onKind !== undefined);
  const choose = (choice: Choice['value']): void => {
    if (choice === kind || choice === 'decisions') return;
    if (isMotionPaper(paper) && choice !== 'article' && choice !== 'agenda') {
      onCorrect((before) => (isMotionPaper(before) ? withKind(before, choice) : before));
    } else onKind?.(choice);
  };
  return (
    <div className={styles['fields']}>
      {choices.length > 1 && <SelectField label="This paper is" value={kind} choices={choices} onChange={choose} />}
      {fieldsOf(paper).map((name) => (
        <TextField
          key={name}
          label={labels[name]}
          value={fieldText(paper, name)}
          onChange={(text) => onCorrect((before) => withField(before, name, text))}
        />
      ))}
      {isMotionPaper(paper) && (
        <SelectField
          label="Decision printed on it"
          value={decisionOf(paper)}
          choices={decisionChoices}
          onChange={(key) => onCorrect((before) => (isMotionPaper(before) ? withDecision(before, key) : before))}
        />
      )}
    </div>
  );
}

function choicesFor(paper: ReadPaper, canReadAgain: boolean): readonly Choice[] {
  if (!canReadAgain) return isMotionPaper(paper) ? motionKinds : [];
  return paper.kind === 'decisions' ? [...fileKinds, decisionList] : fileKinds;
}
