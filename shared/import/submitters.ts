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
 * Parts a title from its submitters: after a dash, or in brackets at the end. A decision in brackets at the very end is
 * taken off first. What is only glued to the title is `splitGlued`'s matter.
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

/** Title and submitters parted by the last dash, whatever the words behind it; undefined without one. */
export function splitDash(text: string): Pick<TitleParts, 'title' | 'submittedBy'> | undefined {
  const dash = lastDash(text);
  const behind = dash === -1 ? '' : text.slice(dash + 3).trim();
  if (dash < 1 || !/^\p{Lu}/u.test(behind) || /[.;:?!]$/.test(behind)) return undefined;
  return { title: text.slice(0, dash).trim(), submittedBy: listOf(behind) };
}

function lastDash(text: string): number {
  return Math.max(text.lastIndexOf(' - '), text.lastIndexOf(' – '), text.lastIndexOf(' — '));
}

function splitSubmitters(text: string): { readonly title: string; readonly submittedBy: readonly string[] } {
  const dash = lastDash(text);
  const behind = dash === -1 ? '' : text.slice(dash + 3).trim();
  if (behind !== '' && namesBody(behind)) return { title: text.slice(0, dash).trim(), submittedBy: listOf(behind) };
  const open = text.lastIndexOf('(');
  const inside = open > 0 && text.endsWith(')') ? text.slice(open + 1, -1) : '';
  if (namesBody(inside)) return { title: text.slice(0, open).trim(), submittedBy: listOf(inside) };
  return { title: text, submittedBy: [] };
}

/**
 * Parts a title from a body that stands right behind it with no mark between: a run of capitals that names one ("No
 * confidence Exeter University"), an acronym behind a noun ("… a far-right party SOAS"), or the words that are not in
 * capitals behind a title that is. For titles whose submitter is printed nowhere else.
 */
export function splitGlued(text: string): Pick<TitleParts, 'title' | 'submittedBy'> {
  const end = text.slice(-120);
  const behindCapitals = /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*?\s(\p{Lu}\p{Ll}[^.;:?!]*)$/u.exec(end)?.[1];
  const body = behindCapitals ?? gluedBody.exec(end)?.[1] ?? gluedAcronym.exec(end)?.[1];
  if (body === undefined || text.length - body.length < 8) return { title: text, submittedBy: [] };
  return { title: text.slice(0, -body.length).trim(), submittedBy: [body] };
}

/** "Bangor University, University of Essex" is two bodies; "City, University of London" is one. */
export function listOf(text: string): readonly string[] {
  const parts = text.split(/,\s+|;\s+/);
  const whole: string[] = [];
  let pending = '';
  for (const part of parts) {
    pending = pending === '' ? part : `${pending}, ${part}`;
    if (!bodyWord.test(part) && part.split(' ').length < 2 && !isUnion(part)) continue;
    whole.push(pending);
    pending = '';
  }
  return pending === '' ? whole : [...whole, pending];
}

/** An acronym, or a union whose name is one word: it stands for itself in a list of bodies. */
function isUnion(part: string): boolean {
  return (
    /^[A-Z]{2,}$/.test(part) ||
    /^(?:accord|aegis|aslef|community|equity|napo|nautilus|prospect|unison|unite|usdaw)$/i.test(part)
  );
}

const bodyWord =
  /\b(?:branch|region|regional|group|committee|council|executive|forum|caucus|network|university|universities|college|clp|unison|district|division|federation|association|cymru|national)\b/i;

/** A word in small letters that no name of a body starts behind: after "of the" the run of capitals is the title's own. */
const noun =
  '(?<=\\p{Ll}\\s)(?<!(?:^|\\s)(?:a|an|the|and|or|of|in|on|for|to|at|by|with|from|our|its|their|your|as|into|against|within|across|about)\\s)';

/** A run of capitals that ends in a body, perhaps with its town, behind a noun: "No confidence Exeter University". */
const gluedBody = new RegExp(
  `${noun}((?:(?:\\p{Lu}[\\p{L}’'.-]*,?|&)\\s+){1,8}(?:(?:University|College)(?:\\s\\p{Lu}\\p{Ll}+)?|Branch|Region|Council|Committee|Executive|Group|Forum|CLP|Democrats|Party))$`,
  'u',
);

const gluedAcronym = new RegExp(`${noun}((?:[A-Z]{2,8})(?:\\s[A-Z]{2,8})?)$`, 'u');

function namesBody(text: string): boolean {
  return text.length > 2 && text.length < 200 && bodyWord.test(text) && /^\p{Lu}/u.test(text) && !/[.;:]$/.test(text);
}
