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

/** What may follow a closing mark: words of the grammar, another quotation … */
const goesOnAfter =
  /^\s*(?:[“‘"'(&→]|->|=>|\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])[).]|(?:\d{1,2}|[ivx]{1,5})[,:]|[–—-]\s|(?:[Aa]nd|or|[Tt]hen)\s+(?:also\s+|then\s+)?(?:insert|replace|add|delete|remove|substitute|change|renumber|after|before|in|at|under|to|the|with|[“‘"'])|(?:insert|substitute|put|read|reads|shall|replace|replaced|add|delete|remove|with|by|to|for|after|before|between|in|at|on|from|under|changed|change|becomes|so|the\s+(?:words?|phrase|following|sentence)|new\s+(?:action|bullet|point|paragraph|sentence|item|sub)|section|list|where|wherever|throughout|until|onwards|instead|as|line|is|be|should|renumber|Renumber|Insert|Add|Delete|Replace|Purpose)\b)/;
/** … the end, or punctuation. */
const stopsAfter = /^\s*(?:$|\n|[.,;:)\]]+(?:\s|$))/;

const inCapitals = /^[\s&]*(?:(?:AND|and)\s+)?\p{Lu}{2,}(?!\p{L})/u;

function fitsAfter(text: string, at: number): boolean {
  const behind = text.slice(at, at + 40);
  return (
    stopsAfter.test(behind) ||
    goesOnAfter.test(behind) ||
    (inCapitals.test(behind) && goesOnAfter.test(behind.toLowerCase()))
  );
}

/** Masks every quotation of `text`. A mark that nothing closes opens a quotation to the end of its line. */
export function maskQuotations(text: string): MaskedText {
  const quotations: Quotation[] = [];
  let masked = '';
  let position = 0;
  while (position < text.length) {
    const mark = openingAt(text, position);
    const quotation =
      mark === undefined || quotations.length >= mostQuotations ? undefined : read(text, position, mark);
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

const startsOperation =
  /^\s*(?:(?:delete|insert|add|replace|remove|move|swap|between)\b|(?:in|under|at|after|before)\s+(?:the\s+|existing\s+)?(?:action|end|paragraph|point|line|title|bullet|rule|first|last|second|third|[“‘"']|[IVXivx]{1,4}\)|\d{1,2}\)))/i;

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
  const end = endOf(text, from, family);
  if (end === undefined) return undefined;
  const words = text.slice(from, end.at).trim();
  return words === '' ? undefined : { words, printed: text.slice(start, end.at + end.length) };
}

type End = { readonly at: number; readonly length: number };

/**
 * Where a quotation ends, best reading first: the mark at which all inner quotations of the same kind are closed and
 * after which the instruction can go on; before the words that visibly go on, where the mark is missing; the last mark
 * that ends a line, where inner quotations are unbalanced; the first that could close at all; the end of the line.
 */
function endOf(text: string, from: number, family: Family): End | undefined {
  const line = text.indexOf('\n', from) < 0 ? text.length : text.indexOf('\n', from);
  const whole = wholeLine(text, { from, line }, family);
  if (whole !== undefined) return whole;
  const closings = closingsOf(text, from, family);
  const endsLine = closings.findLast(
    (closing) => closing.at < line && /^[.;]?\s*$/.test(text.slice(closing.at + closing.length, line)),
  );
  const balanced = closings.find((closing) => closing.depth === 0 && closing.fits);
  // An inner mark left open would swallow the operation on the next line.
  const isSwallowing = balanced !== undefined && balanced.at > line && startsOperation.test(text.slice(line + 1));
  if (isSwallowing && endsLine !== undefined) return endsLine;
  if (balanced !== undefined) return balanced;
  const isReplaced = /(?:replace|change)\s+(?:the\s+words?\s+)?$/i.test(text.slice(0, from - family.mark.length));
  const verb = isReplaced
    ? /\s+(?:with|by|to)\s*:?\s*(?=[“‘"'])/i
    : /\s+(?:and\s+)?(?:replace with|insert|add)\s*:?\s*(?=[“‘"'])/i;
  const goesOn = verb.exec(text.slice(from, line))?.index;
  if (goesOn !== undefined && goesOn > 0) return { at: from + goesOn, length: 0 };
  const open = line > from ? { at: line, length: 0 } : undefined;
  return endsLine ?? closings.find((closing) => closing.depth === 0) ?? open;
}

/** A payload that has its line to itself, or the rest of it after a colon, ends where the line does. */
function wholeLine(
  text: string,
  { from, line }: { readonly from: number; readonly line: number },
  family: Family,
): End | undefined {
  if (!/(?:^|\n|:)[ \t]*$/.test(text.slice(0, from - family.mark.length))) return undefined;
  const closing = closingOf[family.mark] ?? family.mark;
  const end = text.slice(from, line).trimEnd();
  if (!end.endsWith(closing)) return undefined;
  const at = from + end.length - closing.length;
  const isOnlyStraight = closing === '"' && text.indexOf('"', from) === at;
  const goesOn = closingsOf(text.slice(0, line), from, family, goesOnAfter).some((inner) => {
    const behind = text.slice(inner.at + inner.length, at);
    // Between two straight marks a curly one ends the words only where the instruction says what comes in their place.
    return inner.fits && inner.at < at && !aside.test(behind) && (!isOnlyStraight || secondWords.test(behind));
  });
  return goesOn ? undefined : { at, length: closing.length };
}

const secondWords =
  /(?<!\p{L})(?:insert|add|replace[ds]?|substituted?|with|delete|remove|read|changed?)(?!\p{L})[^“„]*[“„]/iu;

/** A bracket that belongs to the words, as "(NEC)" does; one such as "(line 2)" is the instruction's. */
const aside =
  /^\s*\((?!\s*(?:(?:existing|first|second|third|last|lines?|paragraphs?|points?|the)\b|\d|[ivx]{1,4}\)|[a-z]\)))/i;

const closingOf: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '„': '”', '‘‘': '’’', '``': "''" };

type Closing = End & { readonly depth: number; readonly fits: boolean };

/** Every mark that can close, with the inner quotations still open before it. */
function closingsOf(text: string, from: number, family: Family, words?: RegExp): readonly Closing[] {
  const closings: Closing[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const mark = family.marks.exec(text.slice(at, at + 2))?.[0];
    if (mark === undefined) continue;
    const role = roleOf(text, at, mark, family.isSingle);
    if (role === 'opens') depth += 1;
    if (role === 'closes') {
      const fits = words === undefined ? fitsAfter(text, at + mark.length) : words.test(text.slice(at + mark.length));
      closings.push({ at, length: mark.length, depth, fits });
      if (depth === 0 && fits) break;
      depth = Math.max(0, depth - 1);
    }
    at += mark.length - 1;
  }
  return closings;
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
    const goesOn = !fitsAfter(text, at + 1);
    return before === 's' && goesOn ? 'apostrophe' : 'closes';
  }
  if (/[\s([—–]/.test(before) && !/[\s.,;:)\]]/.test(after)) return 'opens';
  if (mark === "'" && before === 's' && !fitsAfter(text, at + 1)) return 'apostrophe';
  return 'closes';
}
