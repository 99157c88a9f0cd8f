// Consequence rules as they are printed with the papers: what falls when another item is carried or lost.

import type { DecisionKey } from './decision';

/** `if` carried or lost, `then` falls; of a part only the paragraphs named (counted from 1; −1: the last). */
export type ConsequenceRule = {
  readonly when: { readonly number: string; readonly is: 'carried' | 'lost' };
  readonly falls: { readonly number: string; readonly paragraphs?: readonly number[] };
  /** The sentence as printed. */
  readonly printed: string;
};

/** What the hall has decided, by the number an item is printed with. */
export type DecidedItem = { readonly number: string; readonly decision: DecisionKey };

/** An item, or some paragraphs of it, that fall; `because` is the rule that says so. */
export type Consequence = {
  readonly number: string;
  readonly paragraphs?: readonly number[];
  readonly because: ConsequenceRule;
};

const item = String.raw`(?:(?:motions?|composites?|amendments?|items?)\s+)?(?:#\s?)?`;
const number = String.raw`((?:EM|HE|FE|[A-Z])?\d{1,3}[A-Z]?(?:\.\d{1,2})?|[A-Z](?:\.\d{1,2})?)`;
const numbers = String.raw`${number}((?:\s*(?:,|and|&)\s*${item}${number})*)`;
const condition = new RegExp(
  String.raw`\bif\s+(?:either\s+)?${item}${number}((?:\s*(?:,|or)\s*${item}${number})*)\s+(?:is\s+|are\s+)?(carried|passed|passes|lost|falls|defeated|agreed|approved|not\s+carried)\b`,
  'iu',
);
const outcome = new RegExp(
  String.raw`^\s*,?\s*(?:then\s+)?(?:(?:the\s+)?(first|last|second|third)?\s*((?:two|three|four|\d{1,2})\s+)?paragraphs?\s*([\d ,andto&–-]*?)\s*of\s+)?${item}${numbers}\s+(?:(?:will|would|shall)\s+)?falls?\b`,
  'iu',
);

/** The rules in a printed text, one for each item that can fall; sentences of another kind are passed over. */
export function readConsequenceRules(text: string): readonly ConsequenceRule[] {
  return text.split(/(?<=[.;])\s+|\n+/).flatMap(rulesOfSentence);
}

function rulesOfSentence(sentence: string): readonly ConsequenceRule[] {
  const opening = condition.exec(sentence);
  if (opening === null) return [];
  const closing = outcome.exec(sentence.slice(opening.index + opening[0].length));
  if (closing === null) return [];
  const is =
    /carried|pass|agreed|approved/i.test(opening[4] ?? '') && !/not/i.test(opening[4] ?? '') ? 'carried' : 'lost';
  const paragraphs = paragraphsOf(closing);
  const causes = [opening[1] ?? '', ...furtherNumbers(opening[2] ?? '')];
  const falling = [closing[4] ?? '', ...furtherNumbers(closing[5] ?? '')];
  return causes.flatMap((cause) =>
    falling.map((each): ConsequenceRule => {
      const falls = paragraphs.length === 0 ? { number: each } : { number: each, paragraphs };
      return { when: { number: cause, is }, falls, printed: sentence.trim() };
    }),
  );
}

function furtherNumbers(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(String.raw`(?:,|and|or|&)\s*${item}${number}`, 'giu'))].map(
    (match) => match[1] ?? '',
  );
}

const counts: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 };
const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3 };

/** None: the whole item. */
function paragraphsOf(closing: RegExpExecArray): readonly number[] {
  const [, ordinal, count, listed] = closing;
  const named = (listed ?? '').match(/\d+/g)?.map(Number) ?? [];
  if (named.length === 2 && /[–-]|to/.test(listed ?? '')) return through(named[0] ?? 1, named[1] ?? 1);
  if (named.length > 0) return named;
  if (ordinal === undefined) return [];
  const many = count === undefined ? 1 : (counts[count.trim().toLowerCase()] ?? Number(count));
  if (/last/i.test(ordinal)) return through(-many, -1);
  const first = ordinals[ordinal.toLowerCase()] ?? 1;
  return through(first, first + many - 1);
}

function through(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/**
 * What falls by these rules after these decisions, each item once, in the order of the rules. What falls is not carried
 * and not lost: a rule about an item that fell says nothing.
 */
export function consequencesOf(
  decisions: readonly DecidedItem[],
  rules: readonly ConsequenceRule[],
): readonly Consequence[] {
  const decided = new Map(decisions.map(({ number: name, decision }) => [nameOf(name), decision]));
  const seen = new Set<string>();
  return rules.flatMap((rule): readonly Consequence[] => {
    const { number: name, paragraphs } = rule.falls;
    const key = `${nameOf(name)} ${(paragraphs ?? []).join(' ')}`;
    if (!holds(decided.get(nameOf(rule.when.number)), rule.when.is) || seen.has(key)) return [];
    seen.add(key);
    return [paragraphs === undefined ? { number: name, because: rule } : { number: name, paragraphs, because: rule }];
  });
}

function holds(decision: DecisionKey | undefined, is: 'carried' | 'lost'): boolean {
  return is === 'lost' ? decision === 'lost' : decision === 'carried' || decision === 'carried-as-amended';
}

/** Whether two numbers are of one item, as papers print them: "he1a.1" and "HE1A.1". */
export function isSameNumber(left: string, right: string): boolean {
  return nameOf(left) === nameOf(right);
}

function nameOf(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}
