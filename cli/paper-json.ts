// A paper as `rostrum import --json` prints it, key by key as the command line's contract has it.

import type { JsonObject } from '../shared/json';
import type {
  DecisionRow,
  PaperWarning,
  ReadArticle,
  ReadClause,
  ReadField,
  ReadMotion,
  ReadPaper,
} from '../shared/import/paper';

/** The JSON element of one paper that was read. */
export function paperJson(paper: ReadPaper): JsonObject {
  switch (paper.kind) {
    case 'motion':
    case 'composite':
    case 'rule-amendment':
    case 'amendment':
      return motionJson(paper);
    case 'article':
      return { ...headJson(paper), ...articleFields(paper), clauses: paper.clauses.map(clauseJson), ...endJson(paper) };
    case 'agenda':
      return {
        ...headJson(paper),
        conference: valueOrNull(paper.conference),
        papers: paper.papers.map(motionJson),
        ...endJson(paper),
      };
    case 'decisions':
      return {
        ...headJson(paper),
        conference: valueOrNull(paper.conference),
        rows: paper.rows.map(rowJson),
        ...endJson(paper),
      };
    case 'unknown':
      return { ...headJson(paper), clauses: paper.clauses.map(clauseJson), ...endJson(paper) };
  }
}

function headJson(paper: ReadPaper): JsonObject {
  return { file: paper.file, kind: paper.kind, title: valueOrNull(paper.title), titleFrom: titleFrom(paper.title) };
}

function motionJson(paper: ReadMotion): JsonObject {
  return {
    file: paper.file,
    kind: paper.kind,
    number: valueOrNull(paper.number),
    title: valueOrNull(paper.title),
    titleFrom: titleFrom(paper.title),
    conference: valueOrNull(paper.conference),
    date: valueOrNull(paper.date),
    decision: paper.decision?.value.key ?? null,
    submittedBy: paper.submittedBy.map((field) => field.value),
    ...(paper.kind === 'amendment'
      ? { amends: valueOrNull(paper.amends), instruction: valueOrNull(paper.instruction) }
      : {}),
    clauses: paper.clauses.map(clauseJson),
    ...endJson(paper),
  };
}

function articleFields(paper: ReadArticle): JsonObject {
  return {
    publisher: valueOrNull(paper.publisher),
    publishedAt: valueOrNull(paper.publishedAt),
    byline: valueOrNull(paper.byline),
  };
}

function endJson(paper: ReadPaper): JsonObject {
  return { dropped: paper.dropped.map((line) => line.text), warnings: paper.warnings.map(warningSentence) };
}

function clauseJson(clause: ReadClause): JsonObject {
  return { kind: clause.kind, number: clause.number ?? null, depth: clause.depth, text: clause.text };
}

function rowJson(row: DecisionRow): JsonObject {
  return {
    number: row.number ?? null,
    title: row.title ?? null,
    decision: row.decision?.key ?? null,
    position: row.position ?? null,
  };
}

function titleFrom(title: ReadField<string> | undefined): string {
  if (title === undefined) return 'none';
  return title.lines === undefined ? 'file-name' : 'text';
}

function valueOrNull(field: ReadField<string> | undefined): string | null {
  return field?.value ?? null;
}

/** The sentence that a warning is on the command line. */
export function warningSentence(warning: PaperWarning): string {
  switch (warning.kind) {
    case 'damaged-characters':
      return `${warning.count} damaged character${warning.count === 1 ? '' : 's'} (U+FFFD) kept as found.`;
    case 'uncertain-kind':
      return 'It is not clear what kind of paper this is.';
    case 'uncertain-list':
      return `The list at line ${warning.lines.from + 1} may be nested otherwise.`;
    case 'cut-short':
      return 'The text seems to stop before its end.';
    case 'line-numbers-removed':
      return `The printed line numbers ${warning.from} to ${warning.to} were taken off the text.`;
    case 'refers-to-own-items':
      return `“${warning.reference}” refers to a numbered item, and would go stale if numbers changed.`;
  }
}
