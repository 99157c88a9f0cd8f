// Papers of the corpus's shapes that are not in it, each with what a person reads in it. One case a paper.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlParser } from '../cli/html-parser';
import type { ReadClause, ReadMotion, ReadPaper } from '../shared/import/paper';
import { readPaperText } from '../shared/import/read-paper';

type PaperTruth = {
  readonly kind: string;
  readonly clauses?: readonly string[];
  readonly papers?: readonly (readonly (string | null)[])[];
  readonly rows?: readonly (readonly (string | null)[])[];
  readonly submittedBy?: readonly string[];
  readonly dropped?: readonly string[];
};
type Truth = { readonly papers: Readonly<Record<string, PaperTruth>> };

const folder = resolve(import.meta.dirname, 'fixtures/papers/unseen');
const truth: Truth = JSON.parse(readFileSync(resolve(folder, 'truth.json'), 'utf8'));

function read(file: string): ReadPaper {
  const paper = readPaperText({ name: file, text: readFileSync(resolve(folder, file), 'utf8') }, { html: htmlParser });
  if (!paper.ok) throw new Error(paper.error.kind);
  return paper.value;
}

describe('papers that are not of the corpus', () => {
  it.each(Object.entries(truth.papers))('%s is read as a person reads it', (file, should) => {
    const is = asTruth(read(file));
    for (const [field, value] of Object.entries(should)) expect([field, is[field]]).toEqual([field, value]);
  });
});

/** A paper in the words of the truth. */
function asTruth(paper: ReadPaper): Readonly<Record<string, unknown>> {
  const common = {
    kind: paper.kind,
    title: paper.title?.value ?? null,
    titleFrom: titleFrom(paper),
    dropped: paper.dropped.map(({ text }) => text).filter((text) => text.length > 1),
  };
  if (paper.kind === 'agenda') return { ...common, papers: paper.papers.map(rowOf) };
  if (paper.kind === 'decisions') {
    const rows = paper.rows.map((row) => [
      row.number ?? null,
      row.title ?? null,
      row.decision?.key ?? null,
      row.position ?? null,
    ]);
    return { ...common, rows };
  }
  const clauses = paper.clauses.map(shapeOf);
  if (paper.kind === 'unknown') return { ...common, clauses };
  if (paper.kind === 'article') {
    return { ...common, clauses, byline: paper.byline?.value ?? null, publishedAt: paper.publishedAt?.value ?? null };
  }
  return {
    ...common,
    clauses,
    number: paper.number?.value ?? null,
    conference: paper.conference?.value ?? null,
    date: paper.date?.value ?? null,
    decision: paper.decision?.value.key ?? null,
    amends: paper.amends?.value ?? null,
    submittedBy: paper.submittedBy.map(({ value }) => value),
  };
}

function titleFrom({ title }: ReadPaper): string {
  if (title === undefined) return 'none';
  return title.lines === undefined ? 'file-name' : 'text';
}

/** `P`, `L`, `P1`, `I1):1`: the kind, of an item its number and depth, of others the depth unless it is 0. */
function shapeOf({ kind, number, depth }: ReadClause): string {
  if (kind === 'item') return `I${number ?? ''}:${depth}`;
  return `${kind.charAt(0).toUpperCase()}${depth === 0 ? '' : depth}`;
}

function rowOf({ kind, number, title, submittedBy, amends }: ReadMotion): readonly (string | null)[] {
  return [kind, number?.value ?? null, title?.value ?? null, submittedBy[0]?.value ?? null, amends?.value ?? null];
}
