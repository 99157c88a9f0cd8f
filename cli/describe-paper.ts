// A paper that was read, as a person in a terminal wants to see it.

import type { ReadClause, ReadField, ReadMotion, ReadPaper } from '../shared/import/paper';
import { decisionWords } from '../shared/motion/decision';
import { warningSentence } from './paper-json';

/** The whole paper as text: fields first, then clauses with their numbers, then what was dropped. Ends with a blank line. */
export function describePaper(paper: ReadPaper): string {
  const lines = [`${paper.file}: ${paper.kind}`, ...bodyOf(paper)];
  if (paper.dropped.length > 0) lines.push('', `Dropped (${paper.dropped.length}):`);
  for (const { text, line } of paper.dropped) lines.push(`  line ${line + 1}: ${text}`);
  if (paper.warnings.length > 0)
    lines.push('', ...paper.warnings.map((warning) => `Note: ${warningSentence(warning)}`));
  return `${lines.join('\n')}\n\n`;
}

function bodyOf(paper: ReadPaper): readonly string[] {
  switch (paper.kind) {
    case 'motion':
    case 'composite':
    case 'rule-amendment':
    case 'amendment':
      return describeMotion(paper);
    case 'article':
      return [
        ...fieldLine('Title', paper.title),
        ...fieldLine('Publisher', paper.publisher),
        ...fieldLine('Published', paper.publishedAt),
        ...fieldLine('Byline', paper.byline),
        ...describeClauses(paper.clauses),
      ];
    case 'agenda':
      return [
        ...fieldLine('Title', paper.title),
        ...fieldLine('Conference', paper.conference),
        `  ${paper.papers.length} papers`,
        ...paper.papers.flatMap((one) => ['', `— ${one.kind}`, ...describeMotion(one)]),
      ];
    case 'decisions':
      return [
        ...fieldLine('Title', paper.title),
        ...fieldLine('Conference', paper.conference),
        ...paper.rows.map(({ number = '', title = '', decision, position }) => {
          const result = decision === undefined ? (position ?? '') : decisionWords[decision.key];
          return `  ${[number, title, result].filter((part) => part !== '').join(' · ')}`;
        }),
      ];
    case 'unknown':
      return [...fieldLine('Title', paper.title), ...describeClauses(paper.clauses)];
  }
}

function describeMotion(paper: ReadMotion): readonly string[] {
  const decision = paper.decision?.value;
  return [
    ...fieldLine('Number', paper.number),
    ...fieldLine('Title', paper.title),
    ...fieldLine('Conference', paper.conference),
    ...fieldLine('Date', paper.date),
    ...(decision === undefined ? [] : [`  Decision: ${decision.asPrinted ?? decisionWords[decision.key]}`]),
    ...paper.submittedBy.flatMap((field) => fieldLine('From', field)),
    ...fieldLine('Amends', paper.amends),
    ...(paper.instruction === undefined ? [] : ['', ...indented(paper.instruction.value.split('\n'))]),
    ...describeClauses(paper.clauses),
  ];
}

function fieldLine(label: string, field: ReadField<string> | undefined): readonly string[] {
  if (field === undefined) return [];
  return [`  ${label}: ${field.value}${field.lines === undefined ? ' (from the file’s name)' : ''}`];
}

function describeClauses(clauses: readonly ReadClause[]): readonly string[] {
  return clauses.flatMap(({ kind, number, depth, text }) => {
    const marker = number === undefined ? '' : `${number} `;
    const body = kind === 'heading' ? text.toUpperCase() : text;
    return ['', `${'  '.repeat(depth + 1)}${marker}${body}`];
  });
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
