// Consequence rules as a delegate reads them: each printed sentence once, and what falls by it after what was decided.

import { consequencesOf, isSameNumber } from '../../shared/motion/consequence';
import type { Consequence, DecidedItem } from '../../shared/motion/consequence';
import { decisionWords } from '../../shared/motion/decision';
import type { HallRecord } from '../storage/hall-record';

export type ConsequenceLine = {
  /** The sentence of the paper. */
  readonly printed: string;
  /** The numbers of the items it is about. */
  readonly about: readonly string[];
  /** What falls by it now, each in a sentence; empty while it does not apply. */
  readonly falls: readonly string[];
};

/** In the order of the papers. */
export function consequenceLines({ rules, decided }: HallRecord): readonly ConsequenceLine[] {
  const inForce = consequencesOf(decided, rules);
  const sentences = [...new Set(rules.map(({ printed }) => printed))];
  return sentences.map((printed) => ({
    printed,
    about: rules.filter((rule) => rule.printed === printed).flatMap(({ when, falls }) => [when.number, falls.number]),
    falls: inForce.filter(({ because }) => because.printed === printed).map((each) => fallWords(each, decided)),
  }));
}

function fallWords({ number, paragraphs, because }: Consequence, decided: readonly DecidedItem[]): string {
  const cause = decided.find((item) => isSameNumber(item.number, because.when.number));
  const why =
    cause === undefined ? '' : `, since ${because.when.number} was ${decisionWords[cause.decision].toLowerCase()}`;
  if (paragraphs === undefined) return `${number} falls${why}.`;
  const names = paragraphs.map((paragraph) => (paragraph < 0 ? 'the last paragraph' : `paragraph ${paragraph}`));
  const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
  return `Of ${number}, ${listed} ${paragraphs.length === 1 ? 'falls' : 'fall'}${why}.`;
}
