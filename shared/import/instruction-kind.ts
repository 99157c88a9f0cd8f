// Telling an instruction ("Delete …", "In Standing Order 8 insert …") from a motion's own text.

import type { ReadMotion } from './paper';
import { startsWithStem } from './stem';
import type { TextLine } from './text-line';

const verb = '(?:insert|delete|add|replace|amend|remove|substitute|renumber|take out)';
const instruction = new RegExp(
  `^["“‘']?(?:(?:and|also|then),? )?(?:${verb}\\b|(?:in|under|at|on|from|to|after|before|rule|rules|standing order|schedule|appendix|chapter|section|paragraph|point|line|[A-Z][.,]?\\s?\\d[\\d.]*)\\b.{0,160}?\\b${verb}\\b)`,
  'i',
);
const rules = /\b(?:rule|rules|standing orders?|schedule|constitution|rule book)\b|^[A-Z][.,]?\s?\d+\.\d/i;

/** A line that only says where: "Rule D 2.1", "Standing Order 3". */
const ruleLocator = /^(?:rule|schedule|standing order) [A-Z\d][\d. ]{0,12}$/i;

export type InstructionKind = 'amends-rules' | 'amends-motion';

/**
 * Whether `text`, the first paragraph below a title, tells what to change instead of saying what conference thinks,
 * and whether what it changes are the rules. Undefined when it is no instruction.
 */
export function instructionKindOf(title: string, text: string): InstructionKind | undefined {
  const head = text.slice(0, 300);
  if (!instruction.test(head)) return undefined;
  return rules.test(head) || rules.test(title) ? 'amends-rules' : 'amends-motion';
}

/** What a text is by its title and first words, when no number says so. */
export function kindOf(title: string, body: readonly TextLine[]): ReadMotion['kind'] {
  const locator = body[0] !== undefined && ruleLocator.test(body[0].text) ? body[0].text : '';
  const first = (locator === '' ? body[0] : body[1])?.text ?? '';
  if (startsWithStem(first)) return 'motion';
  const change = instructionKindOf(`${title} ${locator}`, first);
  if (change === 'amends-motion') return 'amendment';
  return change === 'amends-rules' ? 'rule-amendment' : 'motion';
}

/** An amendment's lines as its instruction. */
export function instructionOf(body: readonly TextLine[]): Pick<ReadMotion, 'instruction'> {
  const [first] = body;
  const last = body.at(-1);
  if (first === undefined || last === undefined) return {};
  const lines = { from: first.line, to: last.line + 1 };
  return { instruction: { value: body.map((line) => line.text).join('\n'), lines } };
}
