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
} from './correct-fields';
import type { FieldName } from './correct-fields';
import styles from './import.module.css';
import type { PaperKind } from './read-arrivals';

const labels: Readonly<Record<FieldName, string>> = {
  number: 'Number',
  title: 'Title',
  conference: 'Conference',
  date: 'Date on the page (year-month-day)',
  publisher: 'Publisher',
  publishedAt: 'Published (year-month-day)',
  byline: 'By',
};

const kindChoices: readonly { readonly value: PaperKind | 'other'; readonly words: string }[] = [
  { value: 'motion', words: 'A motion' },
  { value: 'article', words: 'A briefing' },
  { value: 'agenda', words: 'An agenda of many motions' },
];

type FieldsFormProps = {
  readonly paper: ReadPaper;
  readonly onCorrect: (correct: (paper: ReadPaper) => ReadPaper) => void;
  readonly onKind: (kind: PaperKind) => void;
};

export function FieldsForm({ paper, onCorrect, onKind }: FieldsFormProps) {
  const kind = kindOf(paper);
  return (
    <div className={styles['fields']}>
      <SelectField
        label="This paper is"
        value={kind}
        choices={kind === 'other' ? [...kindChoices, { value: 'other', words: otherKind(paper) }] : kindChoices}
        onChange={(choice) => {
          if (choice !== 'other' && choice !== kind) onKind(choice);
        }}
      />
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

function kindOf(paper: ReadPaper): PaperKind | 'other' {
  if (paper.kind === 'article' || paper.kind === 'unknown') return 'article';
  if (paper.kind === 'agenda') return 'agenda';
  return paper.kind === 'motion' ? 'motion' : 'other';
}

function otherKind(paper: ReadPaper): string {
  switch (paper.kind) {
    case 'composite':
      return 'A composite';
    case 'rule-amendment':
      return 'A change to the rules';
    case 'amendment':
      return 'An amendment';
    case 'decisions':
      return 'A list of decisions';
    case 'motion':
    case 'article':
    case 'agenda':
    case 'unknown':
      return 'Another paper';
  }
}
