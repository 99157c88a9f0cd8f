// How well the readers do on the corpus: rates over all of it, held to the floors of the contract, and printed.

import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compression } from '../cli/cryptography';
import { htmlParser } from '../cli/html-parser';
import { pdfOpener } from '../cli/pdf-opener';
import { textCodec } from '../cli/text-codec';
import type { ReadClause, ReadMotion, ReadPaper } from '../shared/import/paper';
import { readPrintedDate } from '../shared/import/printed-date';
import { readPrintedDecision } from '../shared/import/printed-decision';
import { readPaper } from '../shared/import/read-paper';

type MotionTruth = {
  readonly title: string;
  readonly title_in_text: boolean;
  readonly conference: string;
  readonly date: string;
  readonly decision: string | null;
  readonly decision_in_text: boolean;
  readonly kind: string;
  readonly items: number | null;
};
type Truth = {
  readonly motions: Readonly<Record<string, MotionTruth>>;
  readonly articles: Readonly<Record<string, { readonly kind: string }>>;
};
type AgendaRow = readonly [string, string | null, string | null, string | null, string | null];
type AgendaTruth = {
  readonly agendas: Readonly<Record<string, readonly AgendaRow[]>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly (readonly [string | null, string | null])[]>>;
};

const corpus = resolve(import.meta.dirname, '../../shared/corpus');
const truth: Truth = JSON.parse(readFileSync(resolve(corpus, 'TRUTH.json'), 'utf8'));
const agendas: AgendaTruth = JSON.parse(
  readFileSync(resolve(import.meta.dirname, 'fixtures/papers/corpus-agendas.json'), 'utf8'),
);

const papers = new Map<string, ReadPaper>();
for (const path of [truth.motions, truth.articles, agendas.agendas, agendas.kinds].flatMap(Object.keys)) {
  const bytes = readFileSync(resolve(corpus, path));
  const paper = await readPaper(
    { name: basename(path), bytes },
    { text: textCodec, html: htmlParser, pdf: pdfOpener, compression },
  );
  if (paper.ok) papers.set(path, paper.value);
}

/** Share of right answers; every wrong one is printed, so that a fall in a rate says where. */
function rate(name: string, answers: readonly (readonly [string, unknown, unknown])[]): number {
  const wrong = answers.filter(([, is, should]) => JSON.stringify(is) !== JSON.stringify(should));
  console.log(`${name}: ${answers.length - wrong.length} of ${answers.length}`);
  for (const [path, is, should] of wrong) console.log(`  ${path}: ${JSON.stringify(is)} for ${JSON.stringify(should)}`);
  return (answers.length - wrong.length) / answers.length;
}

function motionAt(path: string): ReadMotion | undefined {
  const paper = papers.get(path);
  return paper !== undefined && 'submittedBy' in paper ? paper : undefined;
}

function fields(path: string, pick: (paper: ReadMotion, of: MotionTruth) => readonly [unknown, unknown]) {
  const of = truth.motions[path];
  const paper = motionAt(path);
  return of === undefined || paper === undefined
    ? ([path, 'unread', 'read'] as const)
    : ([path, ...pick(paper, of)] as const);
}

const motionPaths = Object.keys(truth.motions);

describe('motions of the corpus', () => {
  it('are known by their kind, and so is everything else', () => {
    const kinds = [
      ...Object.entries(truth.motions).map(([path, { kind }]) => [path, kind] as const),
      ...Object.entries(truth.articles).map(([path, { kind }]) => [path, kind] as const),
      ...Object.keys(agendas.agendas).map((path) => [path, 'agenda'] as const),
      ...Object.entries(agendas.kinds),
    ];
    expect(
      rate(
        'kind',
        kinds.map(([path, kind]) => [path, papers.get(path)?.kind, kind]),
      ),
    ).toBeGreaterThanOrEqual(0.98);
  });

  it('have their titles, or the words of the file’s name', () => {
    const titles = motionPaths.map((path) =>
      fields(path, (paper, of) => [
        of.title_in_text ? paper.title?.value : paper.title?.lines === undefined,
        of.title_in_text ? of.title : true,
      ]),
    );
    expect(rate('title', titles)).toBeGreaterThanOrEqual(0.98);
  });

  it('have their conference, date and printed decision', () => {
    const conferences = motionPaths.map((path) =>
      fields(path, (paper, of) => [paper.conference?.value, of.conference]),
    );
    const dates = motionPaths.map((path) => fields(path, (paper, of) => [paper.date?.value, readPrintedDate(of.date)]));
    const decisions = motionPaths.map((path) =>
      fields(path, (paper, of) => [
        paper.decision?.value.key ?? null,
        of.decision_in_text ? (readPrintedDecision(of.decision ?? '')?.key ?? null) : null,
      ]),
    );
    expect(rate('conference', conferences)).toBeGreaterThanOrEqual(0.98);
    expect(rate('date', dates)).toBeGreaterThanOrEqual(0.98);
    expect(rate('decision', decisions)).toBeGreaterThanOrEqual(0.98);
  });

  it('have as many items as are printed', () => {
    const counts = motionPaths
      .filter((path) => truth.motions[path]?.items !== null)
      .map((path) => fields(path, (paper, of) => [itemsOf(paper.clauses).length, of.items]));
    expect(rate('items', counts)).toBeGreaterThanOrEqual(0.95);
  });

  it('have their numbered lists in order', () => {
    for (const path of motionPaths) {
      const outer = itemsOf(motionAt(path)?.clauses ?? []).filter((item) => item.depth === 1);
      const ordinals = outer.flatMap((item) => /^\d+/.exec(item.number ?? '')?.map(Number) ?? []);
      const steps = ordinals.map((ordinal, index) => ordinal === 1 || ordinal === (ordinals[index - 1] ?? 0) + 1);
      expect([path, steps.every(Boolean)]).toEqual([path, true]);
    }
  });
});

describe('agendas and listings of the corpus', () => {
  it('give their papers with number, title, submitter, and amendments tied to motions', () => {
    const found = Object.entries(agendas.agendas).flatMap(([path, rows]) => {
      const paper = papers.get(path);
      const read = paper?.kind === 'agenda' ? paper.papers : [];
      return rows.map(
        (row, index) => [`${path} ${index}`, read[index] === undefined ? null : rowOf(read[index]), row] as const,
      );
    });
    const bare = found.map(([path, is, should]) => [path, numberAndSubmitter(is), numberAndSubmitter(should)] as const);
    rate('agenda papers, all fields', found);
    expect(rate('agenda papers, number and submitter', bare)).toBeGreaterThanOrEqual(0.95);
    expect(
      rate(
        'agenda papers found',
        found.map(([path, is]) => [path, is !== null, true]),
      ),
    ).toBe(1);
    expect(
      rate(
        'agenda papers, kind, number and tie',
        found.map(([path, is, should]) => [path, tieOf(is), tieOf(should)]),
      ),
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('hold no paper that is not printed', () => {
    for (const [path, rows] of Object.entries(agendas.agendas)) {
      const paper = papers.get(path);
      expect([path, paper?.kind === 'agenda' && paper.papers.length]).toEqual([path, rows.length]);
    }
  });

  it('give each row with its result or position', () => {
    for (const [path, rows] of Object.entries(agendas.rows)) {
      const paper = papers.get(path);
      const read = paper?.kind === 'decisions' ? paper.rows : [];
      expect(read.map((row) => [row.number ?? null, row.decision?.key ?? row.position ?? null])).toEqual(rows);
    }
  });
});

it('no marker is left in any text', () => {
  const marker = /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.(?=\s)|[a-z]\.\s|[·•])/;
  const left = [...papers].flatMap(([path, paper]) =>
    clausesOf(paper)
      .filter((clause) => marker.test(clause.text))
      .map((clause) => `${path}: ${clause.text}`),
  );
  expect(left).toEqual([]);
});

it('every word of every line is in a field, a clause or what was dropped', () => {
  const labels = new Set(
    'conference date decision carried as amended lost by received from originally published motion amendment composite mar'.split(
      ' ',
    ),
  );
  for (const [path, paper] of papers) {
    const words = new Set(textsIn(paper).flatMap(wordsOf));
    const lines = paper.source.filter(
      (line) => readPrintedDate(line.replace(/^- |[\d.:]+ [AP]M$/g, '').trim()) === undefined,
    );
    const lost = lines.flatMap(wordsOf).filter((word) => !words.has(word) && !labels.has(word) && !/^\d+$/.test(word));
    expect([path, lost]).toEqual([path, []]);
  }
});

/** Every text in a paper, its source left out. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'source' || key === 'file' ? [] : textsIn(part)));
}

function itemsOf(clauses: readonly ReadClause[]): readonly ReadClause[] {
  return clauses.filter((clause) => clause.kind === 'item');
}

function clausesOf(paper: ReadPaper): readonly ReadClause[] {
  if (paper.kind === 'agenda') return paper.papers.flatMap((one) => one.clauses);
  return paper.kind === 'decisions' ? [] : paper.clauses;
}

function rowOf(paper: ReadMotion): AgendaRow {
  const { kind, number, title, submittedBy, amends } = paper;
  return [kind, number?.value ?? null, title?.value ?? null, submittedBy[0]?.value ?? null, amends?.value ?? null];
}

function numberAndSubmitter(row: AgendaRow | null) {
  return row === null ? null : [row[1], row[3]];
}

function tieOf(row: AgendaRow | null) {
  return row === null ? null : [row[0], row[1], row[4]];
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
