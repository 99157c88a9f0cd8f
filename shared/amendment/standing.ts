// Sees from a printed sheet whether there is one amendment on it that may be carried out at all.

import { maskQuotations, unmask } from './quotations';

/**
 * - `not-carried`: a line says it was withdrawn, lost, remitted, fell or was ruled out
 * - `several`: amendments of different numbers, each under its head
 * - `open`: neither
 */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'not-carried'; readonly printed: string }
  | { readonly kind: 'several'; readonly heads: readonly string[] };

const fate = String.raw`(?:withdrawn|lost|remitted|fell|fallen|falls|defeated|rejected|ruled\s+out|out\s+of\s+order|superseded|incompetent|not\s+(?:competent|carried|moved|accepted|passed|heard|put)|(?:does|did)\s+not\s+stand)`;
const fateEnd = String.raw`(?:\s+of\s+order)?(?:\s*[,(–—-]?\s*(?:by|to|on|at|as|in|after)\s[^\n]{0,60}|\s*[:,(–—-]?\s*\d[^\n]{0,60})?[^\p{L}\n]*`;
// On a line of its own, behind a head or a label, or (with a capital) as the last words of a line.
const lines: readonly RegExp[] = [
  new RegExp(String.raw`^(?:the|this)\s+amendment\s+(?:(?:has|was|is)\s+(?:been\s+)?)?${fate}(?![\p{L}])`, 'iu'),
  new RegExp(
    String.raw`^[^\p{L}\p{Nd}\n]*(?:(?:the\s+|this\s+)?(?:amendment|status|decision|result|outcome|vote)\b(?:[\s#:–—-]*[\w.]{0,8}\d)?[^\p{L}\n]*)?(?:(?:has|have|was|is)\s+(?:been\s+)?)?${fate}${fateEnd}$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:amendment\b[^\n]*[\s(\[:–—-]|\w{1,4}\.\d{1,3}\b[^\n]*(?:[(\[:–—]|\s-)\s*)${fate}(?:\s+of\s+order)?[^\p{L}\n]*$`,
    'iu',
  ),
  /[.;:\uE000-\uF8FF([–—-]\s*\(?(?:WITHDRAWN|LOST|REMITTED|FELL|FALLEN|FALLS|DEFEATED|REJECTED|RULED OUT|NOT CARRIED|Withdrawn|Lost|Remitted|Fell|Defeated|Rejected|Ruled out|Not carried)(?:\s+of\s+order|\s+OF\s+ORDER)?[^\p{L}]*$/u,
];

/**
 * The standing of the sheet that `instruction` was printed on; words in quotation marks say nothing of it. Where the
 * motion `numbersRules` as amendments are numbered ("28.2"), such a number may be a place and tells nothing.
 */
export function standingOf(instruction: string, numbersRules: boolean): Standing {
  const source = maskQuotations(instruction.replace(/\r\n?/g, '\n'));
  const heads = new Map<string, string>();
  for (const masked of source.masked.split('\n')) {
    const line = masked.trim();
    const printed = unmask(source, line);
    if (lines.some((pattern) => pattern.test(line))) return { kind: 'not-carried', printed };
    const number = titledHead.exec(line)?.[1] ?? (numbersRules ? undefined : numberedHead.exec(line)?.[1]);
    if (number !== undefined && !heads.has(number)) heads.set(number, printed);
  }
  return heads.size > 1 ? { kind: 'several', heads: [...heads.values()] } : { kind: 'open' };
}

const titledHead = /^amendment\s+(?:no\.?\s*|number\s+)?#?([A-Z]?[.\d]*\d[A-Z]?|[A-Z])(?![\p{L}\p{Nd}])/iu;
const numberedHead =
  /^((?:\d{1,3}|[A-Z])\.\d{1,2}[A-Z]?)[.:)]?(?:$|\s*[:–—-]?\s*(?:in|delete|insert|add|after|before|at|replace|remove)\b)/iu;
