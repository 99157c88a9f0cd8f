// Who submitted a paper, where a heading or the lines around it say so: "Fair pay - University of Leeds", "(Carried)".

import type { Decision } from '../motion/decision';
import { readPrintedDecision } from './printed-decision';

/** A title line with what stood behind the title. */
export type TitleParts = {
  readonly title: string;
  readonly submittedBy: readonly string[];
  readonly decision?: Decision;
};

/**
 * Parts a title from its submitters: after a dash, in brackets at the end, or glued to it as a run of capitals that
 * names a body. A decision in brackets at the very end is taken off first.
 */
export function splitTitle(printed: string): TitleParts {
  const decided = splitDecision(printed);
  const { title, submittedBy } = splitSubmitters(decided.text);
  return { title, submittedBy, ...(decided.decision === undefined ? {} : { decision: decided.decision }) };
}

/** The text without a decision in brackets at its end ("North West Region (Carried)"), and that decision. */
export function splitDecision(text: string): { readonly text: string; readonly decision?: Decision } {
  const open = text.lastIndexOf('(');
  const decision = open > 0 && text.endsWith(')') ? readPrintedDecision(text.slice(open + 1, -1)) : undefined;
  return decision === undefined ? { text } : { text: text.slice(0, open).trim(), decision };
}

function splitSubmitters(text: string): { readonly title: string; readonly submittedBy: readonly string[] } {
  const dash = Math.max(text.lastIndexOf(' - '), text.lastIndexOf(' – '), text.lastIndexOf(' — '));
  const behind = dash === -1 ? '' : text.slice(dash + 3).trim();
  if (behind !== '' && namesBody(behind)) return { title: text.slice(0, dash).trim(), submittedBy: listOf(behind) };
  const open = text.lastIndexOf('(');
  const inside = open > 0 && text.endsWith(')') ? text.slice(open + 1, -1) : '';
  if (namesBody(inside)) return { title: text.slice(0, open).trim(), submittedBy: listOf(inside) };
  const run = gluedBody.exec(text.slice(-120));
  if (run?.[1] === undefined || text.length - run[1].length < 8) return { title: text, submittedBy: [] };
  return { title: text.slice(0, -run[1].length).trim(), submittedBy: [run[1]] };
}

/** "Bangor University, University of Essex" is two bodies; "City, University of London" is one. */
export function listOf(text: string): readonly string[] {
  const parts = text.split(/,\s+|;\s+/);
  const whole: string[] = [];
  let pending = '';
  for (const part of parts) {
    pending = pending === '' ? part : `${pending}, ${part}`;
    if (!bodyWord.test(part) && part.split(' ').length < 2 && !/^[A-Z]{2,}$/.test(part)) continue;
    whole.push(pending);
    pending = '';
  }
  return pending === '' ? whole : [...whole, pending];
}

const bodyWord =
  /\b(?:branch|region|regional|group|committee|council|executive|forum|caucus|network|university|universities|college|clp|unison|district|division|federation|association|cymru|national)\b/i;

/** A run of capitals that ends in a body, behind a word in small letters: "No confidence Exeter University". */
const gluedBody =
  /(?<=\p{Ll}\s)((?:(?:\p{Lu}[\p{L}’'.-]*,?|&)\s+){1,8}(?:University|College|Branch|Region|Council|Committee|Executive|Group|Forum|CLP|Democrats|Party))$/u;

function namesBody(text: string): boolean {
  return text.length > 2 && text.length < 200 && bodyWord.test(text) && /^\p{Lu}/u.test(text) && !/[.;:]$/.test(text);
}
