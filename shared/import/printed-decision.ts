// Decisions as papers print them, from "Carried as Amended" to "ICO.LOST" and "(Carried as amended by 75.1)".

import type { Decision, DecisionKey } from '../motion/decision';
import { decisionWords } from '../motion/decision';

/** Longer phrases first: the first that stands at the start of the printed words decides. */
const phrases: readonly (readonly [RegExp, DecisionKey])[] = [
  [
    /^(?:motion |amendment )?(?:carried|passed|agreed|approved|adopted)[ ,]+(?:unopposed |unanimously )?(?:as|when) amended/i,
    'carried-as-amended',
  ],
  [/^(?:motion |amendment )?(?:carried|passed|agreed|approved|adopted)\b/i, 'carried'],
  [/^(?:unanimously|overwhelmingly) (?:carried|passed|agreed)\b/i, 'carried'],
  [/^(?:motion |amendment )?(?:lost|defeated|rejected|not carried|not passed)\b/i, 'lost'],
  [/^withdrawn\b/i, 'withdrawn'],
  [/^remitted\b/i, 'remitted'],
  [/^(?:fell|fallen|falls)\b/i, 'fell'],
  [/^(?:reference back|referred back|refer back)\b/i, 'referred-back'],
  [/^referred\b/i, 'referred'],
  [/^(?:not reached|not yet debated|not debated|not heard|unfinished business|guillotined)\b/i, 'not-reached'],
  [/^(?:ruled )?out of order\b/i, 'ruled-out-of-order'],
  [/^(?:debate to continue|debate adjourned|deferred|noted|not moved|taken in parts|next business)\b/i, 'other'],
];

/** The decision that stands behind the label "Decision": whatever is printed there is one, `other` when it is not known. */
export function readLabelledDecision(text: string): Decision {
  const known = phrases.find(([phrase]) => phrase.test(text));
  return readPrintedDecision(text) ?? { key: known?.[1] ?? 'other', asPrinted: text };
}

/** What may follow the phrase in a decision and still be one: how, by which amendment, under which rule, why. */
const qualification =
  /^[\s,.:–-]*(?:$|\(|unopposed|unanimously|overwhelmingly|nem\.? ?con|on a|by\b|as amended|as a whole|to\b|under\b|with\b|in favour|on\b|\d)/i;

/**
 * The decision that the whole of `text` is (brackets around it allowed); undefined when it is anything else.
 * `asPrinted` is kept where the words say more than the key.
 */
export function readPrintedDecision(text: string): Decision | undefined {
  if (text.length > 90) return undefined;
  const words = text.replace(/^[([\s]+/, '').replace(/[)\].\s]{1,4}$/, '');
  for (const [phrase, key] of phrases) {
    const match = phrase.exec(words);
    if (match === null) continue;
    if (!qualification.test(words.slice(match[0].length))) return undefined;
    return words.toLowerCase() === decisionWords[key].toLowerCase() ? { key } : { key, asPrinted: words };
  }
  return undefined;
}
