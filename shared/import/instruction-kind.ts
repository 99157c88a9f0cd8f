// Telling an instruction ("Delete …", "In Standing Order 8 insert …") from a motion's own text.

const verb = '(?:insert|delete|add|replace|amend|remove|substitute|renumber|take out)';
const instruction = new RegExp(
  `^["“‘']?(?:(?:and|also|then),? )?(?:${verb}\\b|(?:in|under|at|on|from|to|after|before|rule|rules|standing order|schedule|appendix|chapter|section|paragraph|point|line|[A-Z][.,]?\\s?\\d[\\d.]*)\\b.{0,160}?\\b${verb}\\b)`,
  'i',
);
const rules = /\b(?:rule|rules|standing orders?|schedule|constitution|rule book)\b|^[A-Z][.,]?\s?\d+\.\d/i;

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
