// The fields of a paper as read, as the preview shows and corrects them.

import type { LineRange, ReadArticle, ReadField, ReadMotion, ReadPaper, ReadUnknown } from '../../shared/import/paper';
import { decisionKeys, decisionWords } from '../../shared/motion/decision';
import type { DecisionKey } from '../../shared/motion/decision';

export type FieldName =
  | 'number'
  | 'title'
  | 'amends'
  | 'submittedBy'
  | 'conference'
  | 'date'
  | 'publisher'
  | 'publishedAt'
  | 'byline';

/** A paper that becomes a record: a motion of any kind, an amendment, or a briefing. */
export type SinglePaper = ReadMotion | ReadArticle | ReadUnknown;

/** Which fields a paper of each kind has, in the order they are printed. */
export function fieldsOf(paper: ReadPaper): readonly FieldName[] {
  switch (paper.kind) {
    case 'motion':
    case 'composite':
    case 'rule-amendment':
      return ['number', 'title', 'submittedBy', 'conference', 'date'];
    case 'amendment':
      return ['number', 'amends', 'title', 'submittedBy', 'conference', 'date'];
    case 'article':
      return ['title', 'publisher', 'publishedAt', 'byline'];
    case 'agenda':
    case 'decisions':
      return ['title', 'conference'];
    case 'unknown':
      return ['title'];
  }
}

/** The field's text; empty where the paper has none. Several submitters are parted by semicolons. */
export function fieldText(paper: ReadPaper, name: FieldName): string {
  if (name === 'submittedBy') return isMotionPaper(paper) ? paper.submittedBy.map(({ value }) => value).join(';') : '';
  return plainFields(paper)[name]?.value ?? '';
}

/** The paper with the field as it is being typed; `tidied` takes out what was emptied. Lines it was read from stay its own. */
export function withField<P extends ReadPaper>(paper: P, name: FieldName, text: string): P {
  if (fieldText(paper, name) === text) return paper;
  if (name !== 'submittedBy') return { ...paper, [name]: { ...plainFields(paper)[name], value: text } };
  return { ...paper, submittedBy: text.split(';').map((value) => ({ value })) };
}

type PlainFields = Partial<Record<Exclude<FieldName, 'submittedBy'>, ReadField<string> | undefined>>;

function plainFields(paper: ReadPaper): PlainFields {
  return paper;
}

/** The paper as it is kept: fields that were emptied are gone, and no spaces stand around the others. */
export function tidied(paper: SinglePaper): SinglePaper {
  if (paper.kind === 'article') return tidiedArticle(paper);
  const { title, ...untitled } = paper;
  const named = isFilled(title) ? { title: trimmed(title) } : {};
  if (untitled.kind === 'unknown') return { ...untitled, ...named };
  const { number, conference, date, amends, submittedBy, ...rest } = untitled;
  return {
    ...rest,
    ...named,
    ...(isFilled(number) ? { number: trimmed(number) } : {}),
    ...(isFilled(conference) ? { conference: trimmed(conference) } : {}),
    ...(isFilled(date) ? { date: trimmed(date) } : {}),
    ...(isFilled(amends) ? { amends: trimmed(amends) } : {}),
    submittedBy: submittedBy.filter(isFilled).map(trimmed),
  };
}

function tidiedArticle({ title, publisher, publishedAt, byline, ...rest }: ReadArticle): ReadArticle {
  return {
    ...rest,
    ...(isFilled(title) ? { title: trimmed(title) } : {}),
    ...(isFilled(publisher) ? { publisher: trimmed(publisher) } : {}),
    ...(isFilled(publishedAt) ? { publishedAt: trimmed(publishedAt) } : {}),
    ...(isFilled(byline) ? { byline: trimmed(byline) } : {}),
  };
}

function isFilled(field: ReadField<string> | undefined): field is ReadField<string> {
  return field !== undefined && field.value.trim() !== '';
}

function trimmed(field: ReadField<string>): ReadField<string> {
  return { ...field, value: field.value.trim() };
}

/** A motion's paper as one of another kind. An amendment's words are one instruction, any other's are clauses. */
export function withKind(paper: ReadMotion, kind: ReadMotion['kind']): ReadMotion {
  if (paper.kind === kind) return paper;
  const { instruction, ...rest } = paper;
  if (kind === 'amendment') {
    if (instruction !== undefined || paper.clauses.length === 0) return { ...paper, kind };
    const value = paper.clauses
      .map(({ number, text }) => (number === undefined ? text : `${number} ${text}`))
      .join('\n');
    return { ...rest, kind, clauses: [], instruction: { value, lines: linesOf(paper.clauses) } };
  }
  if (instruction === undefined || paper.clauses.length > 0) return { ...paper, kind };
  const lines = instruction.lines ?? { from: 0, to: 0 };
  const clauses = instruction.value.split('\n').map((text) => ({ kind: 'paragraph' as const, depth: 0, text, lines }));
  return { ...rest, kind, clauses };
}

function linesOf(clauses: readonly { readonly lines: LineRange }[]): LineRange {
  return {
    from: Math.min(...clauses.map(({ lines }) => lines.from)),
    to: Math.max(...clauses.map(({ lines }) => lines.to)),
  };
}

/** The amendment with its words as typed. */
export function withInstruction(paper: ReadMotion, text: string): ReadMotion {
  return paper.instruction?.value === text ? paper : { ...paper, instruction: { ...paper.instruction, value: text } };
}

/** The decision as a key, `none` where the paper prints none. */
export function decisionOf(paper: ReadMotion): DecisionKey | 'none' {
  return paper.decision?.value.key ?? 'none';
}

export const decisionChoices: readonly { readonly value: DecisionKey | 'none'; readonly words: string }[] = [
  { value: 'none', words: 'None printed' },
  ...decisionKeys.map((key) => ({ value: key, words: decisionWords[key] })),
];

export function withDecision(paper: ReadMotion, key: DecisionKey | 'none'): ReadMotion {
  if (key === decisionOf(paper)) return paper;
  const { decision, ...rest } = paper;
  if (key === 'none') return rest;
  return { ...rest, decision: { value: { key }, ...(decision?.lines === undefined ? {} : { lines: decision.lines }) } };
}

export function isMotionPaper(paper: ReadPaper): paper is ReadMotion {
  return (
    paper.kind === 'motion' ||
    paper.kind === 'composite' ||
    paper.kind === 'rule-amendment' ||
    paper.kind === 'amendment'
  );
}

export function isArticle(paper: ReadPaper): paper is ReadArticle {
  return paper.kind === 'article';
}
