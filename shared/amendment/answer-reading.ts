// Answers what a reading had to ask: the delegate has said which of the candidates an instruction means.

import type { Clause } from '../motion/clause';
import type { TextVersion } from '../motion/motion';
import { whyNotFitting } from './apply-operations';
import type { Span } from './region';
import type { TextOperation } from './operation';
import { readWording } from './read-wording';
import type { Unresolved } from './read-wording';

/** A character that no paper is printed with. */
const blank = '\uE000';

/**
 * The operations of an unresolved instruction, meant at `chosen`; undefined where they are not certain even so. The
 * instruction is read again on the same text with every other candidate blotted out, so that places stay what they are.
 */
export function answerReading(
  base: TextVersion,
  { instruction, candidates }: Unresolved,
  chosen: Span,
): readonly TextOperation[] | undefined {
  const others = candidates.filter((span) => !overlaps(span, chosen));
  const clauses = base.clauses.map((clause, index) =>
    blotted(
      clause,
      others.filter((span) => span.clause === index),
    ),
  );
  const { outcome, operations } = readWording({ ...base, clauses }, instruction);
  if (outcome !== 'applied' || operations.length === 0) return undefined;
  if (JSON.stringify(operations).includes(blank)) return undefined;
  return whyNotFitting(base, operations) === undefined ? operations : undefined;
}

function overlaps(left: Span, right: Span): boolean {
  return left.clause === right.clause && left.from < right.to && right.from < left.to;
}

function blotted(clause: Clause, spans: readonly Span[]): Clause {
  const text = spans.reduce(
    (words, { from, to }) => words.slice(0, from) + blank.repeat(to - from) + words.slice(to),
    clause.text,
  );
  return text === clause.text ? clause : { ...clause, text };
}
