// The fields of a paper as read, as the preview shows and corrects them.

import type { ReadArticle, ReadField, ReadMotion, ReadPaper } from '../../shared/import/paper';
import { decisionKeys, decisionWords } from '../../shared/motion/decision';
import type { DecisionKey } from '../../shared/motion/decision';

export type FieldName = 'number' | 'title' | 'conference' | 'date' | 'publisher' | 'publishedAt' | 'byline';

/** Which fields a paper of each kind has, in the order they are printed. */
export function fieldsOf(paper: ReadPaper): readonly FieldName[] {
  switch (paper.kind) {
    case 'motion':
    case 'composite':
    case 'rule-amendment':
    case 'amendment':
      return ['number', 'title', 'conference', 'date'];
    case 'article':
      return ['title', 'publisher', 'publishedAt', 'byline'];
    case 'agenda':
    case 'decisions':
      return ['title', 'conference'];
    case 'unknown':
      return ['title'];
  }
}

/** The field's text; empty where the paper has none. */
export function fieldText(paper: ReadPaper, name: FieldName): string {
  const fields: Partial<Record<FieldName, ReadField<string> | undefined>> = paper;
  return fields[name]?.value ?? '';
}

/** The paper with the field set; emptied, the field is gone. Lines it was read from stay its own. */
export function withField<P extends ReadPaper>(paper: P, name: FieldName, text: string): P {
  if (fieldText(paper, name) === text) return paper;
  const fields: Partial<Record<FieldName, ReadField<string> | undefined>> = paper;
  const lines = fields[name]?.lines;
  return { ...paper, [name]: { value: text, ...(lines === undefined ? {} : { lines }) } };
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
