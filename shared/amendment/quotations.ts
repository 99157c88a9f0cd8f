// Finds the quotations in a printed instruction, whatever marks it uses and however they are balanced, and puts one
// private character in the place of each, so that the grammar sees only the instruction's own words.

/** A quotation: its words without the marks, and the source as printed. */
export type Quotation = { readonly words: string; readonly printed: string };

export type MaskedText = {
  /** The text with each quotation as one character from U+E000 on. */
  readonly masked: string;
  readonly quotations: readonly Quotation[];
};

const firstMask = 0xe000;
const mostQuotations = 6000;

/** A character class for one masked quotation, for use in patterns. */
export const maskClass = '[\\uE000-\\uF8FF]';

/** What may follow a closing mark: the end, punctuation, another quotation, or a word of the grammar. */
const afterClosing =
  /^\s*(?:$|\n|[.,;:)\]]+(?:\s|$)|[“‘"'(]|[–—-]\s|(?:and|or|then)\s+(?:also\s+|then\s+)?(?:insert|replace|add|delete|remove|substitute|change|renumber|after|before|in|at|under|to|the|with|[“‘"'])|(?:insert|replace|replaced|add|delete|remove|with|by|to|for|after|before|in|at|on|from|under|changed|change|becomes|so|where|wherever|throughout|until|onwards|instead|as|line|is|be|should|renumber|Renumber|Insert|Add|Delete|Replace|Purpose)\b)/;

/** Masks every quotation of `text`. A mark that nothing closes opens a quotation to the end of its line. */
export function maskQuotations(text: string): MaskedText {
  const quotations: Quotation[] = [];
  let masked = '';
  let position = 0;
  while (position < text.length) {
    const mark = openingAt(text, position);
    const quotation = mark === undefined || quotations.length >= mostQuotations ? undefined : read(text, position, mark);
    if (quotation === undefined) {
      masked += text.charAt(position);
      position += 1;
    } else {
      masked += String.fromCharCode(firstMask + quotations.length);
      quotations.push(quotation);
      position += quotation.printed.length;
    }
  }
  return { masked, quotations };
}

/** The quotation that a masked character stands for. */
export function quotationAt(text: MaskedText, character: string): Quotation | undefined {
  return text.quotations[character.charCodeAt(0) - firstMask];
}

/** A piece of the masked text with its quotations as they were printed. */
export function unmask(text: MaskedText, piece: string): string {
  return piece.replace(new RegExp(maskClass, 'gu'), (mask) => quotationAt(text, mask)?.printed ?? mask);
}

type Family = { readonly mark: string; readonly marks: RegExp; readonly isSingle: boolean };

function openingAt(text: string, position: number): Family | undefined {
  const doubled = /^(?:‘‘|``|'')/.exec(text.slice(position, position + 2))?.[0];
  const mark = doubled ?? text.charAt(position);
  if (!/^(?:[“"„‟‘'`]|‘‘|``|'')$/.test(mark)) return undefined;
  const before = text[position - 1] ?? ' ';
  const after = text[position + mark.length] ?? ' ';
  const isSingle = /^[‘'`]$/.test(mark);
  if (/[\p{L}\p{Nd}]/u.test(before)) return undefined;
  if (isSingle && /\s/.test(after)) return undefined;
  return { mark, marks: isSingle ? /^[‘’'`]/ : /^(?:[“”"„‟]|‘‘|’’|``|'')/, isSingle };
}

function read(text: string, start: number, family: Family): Quotation | undefined {
  const from = start + family.mark.length;
  const end = closingOf(text, from, family) ?? unclosedEnd(text, from);
  if (end === undefined) return undefined;
  const words = text.slice(from, end.at).trim();
  return words === '' ? undefined : { words, printed: text.slice(start, end.at + end.length) };
}

type End = { readonly at: number; readonly length: number };

/**
 * The closing mark: the first at which all inner quotations of the same kind are closed and after which the sentence of
 * the instruction can go on; failing that, the first that could close at all.
 */
function closingOf(text: string, from: number, family: Family): End | undefined {
  let depth = 0;
  let fallback: End | undefined;
  for (let at = from; at < text.length; at += 1) {
    const mark = family.marks.exec(text.slice(at, at + 2))?.[0];
    if (mark === undefined) continue;
    const role = roleOf(text, at, mark, family.isSingle);
    if (role === 'opens') depth += 1;
    if (role === 'closes') {
      const end = { at, length: mark.length };
      const fits = afterClosing.test(text.slice(at + mark.length, at + mark.length + 40));
      if (depth <= 0 && fits) return end;
      if (depth <= 0) fallback ??= end;
      depth = Math.max(0, depth - 1);
    }
    at += mark.length - 1;
  }
  return fallback;
}

function roleOf(text: string, at: number, mark: string, isSingle: boolean): 'opens' | 'closes' | 'apostrophe' {
  const before = text[at - 1] ?? ' ';
  const after = text[at + mark.length] ?? ' ';
  const wordBefore = /[\p{L}\p{Nd}]/u.test(before);
  const wordAfter = /[\p{L}\p{Nd}]/u.test(after);
  if (isSingle && wordBefore && wordAfter) return 'apostrophe';
  if (mark === '“' || mark === '„' || mark === '‘' || mark === '‘‘') return 'opens';
  if (mark === '”' || mark === '’’') return 'closes';
  if (mark === '’') {
    const goesOn = !afterClosing.test(text.slice(at + 1, at + 41));
    return before === 's' && goesOn ? 'apostrophe' : 'closes';
  }
  if (/[\s([—–]/.test(before) && !/\s/.test(after)) return 'opens';
  if (mark === "'" && before === 's' && !afterClosing.test(text.slice(at + 1, at + 41))) return 'apostrophe';
  return 'closes';
}

/** Without a closing mark: up to where the instruction visibly goes on, else to the end of the line. */
function unclosedEnd(text: string, from: number): End | undefined {
  const rest = text.slice(from);
  const goesOn = /\s+(?:and\s+)?(?:replace with|insert|add)\s*:?\s*(?=[“‘"'])/i.exec(rest)?.index;
  const lineEnd = rest.indexOf('\n');
  const end = goesOn ?? (lineEnd < 0 ? rest.length : lineEnd);
  return end === 0 ? undefined : { at: from + end, length: 0 };
}
