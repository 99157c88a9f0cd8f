// An amended motion as `rostrum amend` prints it for a person.

import type { Unresolved, UnresolvedReason } from '../shared/amendment/read-wording';
import type { Amended } from './amend-json';

const outcomes: Readonly<Record<Amended['outcome'], string>> = {
  applied: 'Applied.',
  'needs-answer': 'Not everything could be applied.',
  'not-an-edit': 'Nothing was applied: there is no change of words in it.',
};

const reasons: Readonly<Record<UnresolvedReason, string>> = {
  'anchor-not-found': 'the words quoted are not there',
  'anchor-ambiguous': 'the words quoted could be in more than one place',
  'clause-not-found': 'there is no such place in the motion',
  'clause-ambiguous': 'more than one place could be meant',
  'line-numbers-unknown': 'the text has no line numbers',
  descriptive: 'it describes a change and does not give the words',
  'result-mismatch': 'the text would not read as it says',
};

/** Title, clauses, wording and open questions, each part under its heading. */
export function describeAmended(amended: Amended): string {
  const { text, base } = amended;
  const clauses = text.clauses.map(({ number, depth, text: words }) => {
    return `${'  '.repeat(depth)}${number === undefined ? '' : `${number} `}${words}`;
  });
  return [
    outcomes[amended.outcome],
    '',
    text.title,
    '',
    ...clauses.flatMap((clause) => [clause, '']),
    ...section('Wording', amended.wording === '' ? [] : [amended.wording]),
    ...section(
      'Open questions',
      amended.unresolved.map((question) =>
        questionSentence(
          question,
          base.clauses.map((clause) => clause.text),
        ),
      ),
    ),
    ...section('Take care', amended.warnings),
  ].join('\n');
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${heading}:`, ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`), ''];
}

function questionSentence(question: Unresolved, texts: readonly string[]): string {
  const places = question.candidates.map(({ clause, from, to }) => {
    const text = texts[clause] ?? '';
    return `    …${text.slice(Math.max(0, from - 30), from)}[${text.slice(from, Math.min(to, from + 60))}]${text.slice(to, to + 30)}…`;
  });
  return [`${question.instruction}: ${reasons[question.reason]}.`, ...places].join('\n');
}
