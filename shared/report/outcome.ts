// What became of a motion, in the words a branch expects, and whether that is what the branch had asked for.

import { decisionWords } from '../motion/decision';
import type { Decision, DecisionKey } from '../motion/decision';
import type { MandatePosition } from '../motion/mandate';

/** An amendment by its number and what was decided on it. */
export type DecidedAmendment = { readonly number?: string; readonly decision?: Decision };

/** A decision in words: `Fell (12.1 carried)`; the paper's own words where the key says too little. */
export function decisionInWords(decision: Decision): string {
  const words = decision.key === 'other' ? (decision.asPrinted ?? decisionWords.other) : decisionWords[decision.key];
  return decision.reason === undefined || decision.reason === '' ? words : `${words} (${decision.reason})`;
}

/**
 * The outcome as branches print it: `Carried as amended by 58.1 and 58.2; 58.3 lost`. Amendments without a number or a
 * decision are left out. Before the vote on the motion, those on its amendments: `58.1 carried`; before any, nothing. Layout after the branch reports in papers.md, section 4.
 */
export function outcomeInWords(decision: Decision | undefined, amendments: readonly DecidedAmendment[]): string {
  const carried = numbersOf(amendments, ['carried', 'carried-as-amended']);
  const otherwise = amendments.flatMap(({ number, decision: decided }) =>
    number === undefined || decided === undefined || carried.includes(number)
      ? []
      : [`${number} ${lowerFirst(decisionInWords(decided))}`],
  );
  if (decision === undefined) return [...carried.map((number) => `${number} carried`), ...otherwise].join('; ');
  const by = decision.key === 'carried-as-amended' && carried.length > 0 ? ` by ${joinWords(carried)}` : '';
  return [decisionInWords(decision) + by, ...otherwise].join('; ');
}

/** Decisions that are what a position asked for, and those that are the contrary. The rest are neither. */
const wished: Readonly<Record<MandatePosition, { as: readonly DecisionKey[]; against: readonly DecisionKey[] }>> = {
  support: { as: ['carried', 'carried-as-amended'], against: ['lost', 'remitted', 'fell', 'referred-back'] },
  'support-as-amended': {
    as: ['carried-as-amended'],
    against: ['carried', 'lost', 'remitted', 'fell', 'referred-back'],
  },
  oppose: { as: ['lost'], against: ['carried', 'carried-as-amended'] },
  remit: { as: ['remitted', 'referred'], against: ['carried', 'carried-as-amended', 'lost'] },
  'listen-and-decide': { as: [], against: [] },
  'leave-to-delegates': { as: [], against: [] },
};

/** Whether conference decided as the branch wished, otherwise, or neither can be said (no decision, no binding mandate). */
export function comparedWithMandate(
  position: MandatePosition | undefined,
  decision: Decision | undefined,
): 'as-wished' | 'otherwise' | 'cannot-say' {
  if (position === undefined || decision === undefined) return 'cannot-say';
  const { as, against } = wished[position];
  if (as.includes(decision.key)) return 'as-wished';
  return against.includes(decision.key) ? 'otherwise' : 'cannot-say';
}

/** `58.1`, `58.1 and 58.2`, `58.1, 58.2 and 58.3`. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function numbersOf(amendments: readonly DecidedAmendment[], keys: readonly DecisionKey[]): readonly string[] {
  return amendments.flatMap((amendment) =>
    amendment.number !== undefined && amendment.decision !== undefined && keys.includes(amendment.decision.key)
      ? [amendment.number]
      : [],
  );
}

/** For words that stand inside a sentence. */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
