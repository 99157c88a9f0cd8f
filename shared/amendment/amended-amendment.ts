// Tells an amendment to an amendment by its head: its places are those of the amendment, and not of the motion.

const number = String.raw`(?:\s+(?:no\.?\s*|number\s+)?#?([\p{L}\d][\p{L}\d.]*[\p{L}\d]|[\p{L}\d]))?`;

/** How a sentence begins that is said of an amendment's words, or of the motion as it would leave it. */
export const secondaryHeads: readonly { readonly of: 'amendment' | 'motion'; readonly head: RegExp }[] = [
  {
    of: 'motion',
    head: new RegExp(
      String.raw`^in\s+the\s+motion,?\s+as\s+amended\s+by\s+(?:the\s+)?amendment${number}\s*[,:–-]\s*`,
      'iu',
    ),
  },
  {
    of: 'amendment',
    head: new RegExp(
      String.raw`^(?:(?:in|from|to)\s+|amend\s+|amendment\s+to\s+)(?:the\s+)?amendment${number}\s*(?:[,:–-]|as\s+follows\s*:?|by(?=\s+\p{L}+ing(?!\p{L}))|(?=(?:delete|remove|insert|add|replace|after|before)(?!\p{L}))|$)\s*`,
      'iu',
    ),
  },
];

/** The number of the amendment that an instruction amends, as printed; '' where it names one without number. */
export function amendmentAmended(instruction: string): string | undefined {
  for (const line of instruction.split('\n')) {
    for (const { head } of secondaryHeads) {
      const match = head.exec(line.trim());
      if (match !== null) return match[1] ?? '';
    }
  }
  return undefined;
}
