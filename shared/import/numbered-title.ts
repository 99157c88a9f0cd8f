// Numbers as papers print them before a title: "Motion 12 – Fair pay", "3.1 Fair pay", "Composite A", "EM1", "HE1A.1".

/** What a paper's number says it is. */
export type NumberedKind = 'motion' | 'composite' | 'amendment';

export type NumberedTitle = {
  readonly kind: NumberedKind;
  /** `12`, `3.1`, `A`, `EM1`: without the word before it ("Emergency Motion 1" is EM1 too). */
  readonly number: string;
  /** Empty when the line holds the number alone. */
  readonly title: string;
  /** Of an amendment: the number of what it amends (`3` of `3.1`), where the number says so. */
  readonly amends?: string;
};

const separator = '(?:\\s*[-–—:.|]\\s*|\\s+|$)';
const spelled = new RegExp(
  `^(?:emergency |late )?(motion|amendment|resolution)\\s+(?:no\\.?\\s*|number\\s+)?#?([A-Z]{0,4}\\d{1,3}[A-Z]?(?:\\.\\d{1,3})?\\*?|[A-Z]\\.\\d{1,2})(?=\\W|$)${separator}(.*)$`,
  'i',
);
const composite = new RegExp(
  `^comp(?:osite|\\.)?(?: motion)?\\s+([A-Z]|\\d{1,3})(?=[\\s:.–—|-]|$)${separator}(.*)$`,
  'i',
);
const decimal = /^((?:[A-Z]{1,4})?\d{1,3}[A-Z]?\.\d{1,2}|[A-Z]\.\d{1,2})(?:\s+[-–—:]?\s*|$)(.*)$/;
const coded = /^((?:EM|HE|FE|SC|NDC|LG|L|B|F|E|C|A|D|M|R)\d{1,3})(?:\*)?(?:\s*[-–—:.]\s*|\s+|$)(.*)$/;
const plain = /^(\d{1,3})(?:\*)?(?:[.)]\s+|\s+[-–—:]\s+|\s+)(.*)$/;

/** The number at the start of a title line, or undefined. Whether a bare figure there is a number is for the caller. */
export function readNumberedTitle(text: string): NumberedTitle | undefined {
  if (text.length > 400) return undefined;
  const compositeMatch = composite.exec(text);
  if (compositeMatch !== null)
    return { kind: 'composite', number: tidy(compositeMatch[1]), title: tidy(compositeMatch[2]) };
  const spelledMatch = spelled.exec(text);
  if (spelledMatch !== null) {
    const printed = tidy(spelledMatch[2]).replace('*', '');
    const number = /^emergency motion/i.test(text) && /^\d/.test(printed) ? `EM${printed}` : printed;
    const isAmendment = /^amendment/i.test(text);
    return isAmendment
      ? amendmentOf(number, tidy(spelledMatch[3]))
      : { kind: 'motion', number, title: tidy(spelledMatch[3]) };
  }
  const decimalMatch = decimal.exec(text);
  if (decimalMatch !== null) return amendmentOf(tidy(decimalMatch[1]), tidy(decimalMatch[2]));
  const match = coded.exec(text) ?? plain.exec(text);
  return match === null ? undefined : { kind: 'motion', number: tidy(match[1]), title: tidy(match[2]) };
}

/** `3.1` amends `3`; `HE1A.1` amends `HE1`; `6A.1` amends `6`; `A.1` amends composite A. */
function amendmentOf(number: string, title: string): NumberedTitle {
  const dot = number.lastIndexOf('.');
  if (dot === -1) return { kind: 'amendment', number, title };
  const base = number.slice(0, dot);
  const amends = /\dA$/.test(base) ? base.slice(0, -1) : base;
  return { kind: 'amendment', number, title, amends };
}

function tidy(text = ''): string {
  return text.trim();
}
