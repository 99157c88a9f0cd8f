// The law that nothing vanishes: whatever line of the source no field and no clause took is dropped in the open.

import type { DroppedLine, LineRange, PaperWarning, ReadClause } from './paper';
import type { SourceLine } from './text-line';
import { plainText } from './text-line';

/** The lines of `source` with text in them that lie in none of `taken`, in order. Time is linear in lines and ranges. */
export function droppedLines(source: readonly SourceLine[], taken: readonly LineRange[]): readonly DroppedLine[] {
  const changes = Array.from({ length: source.length + 1 }, () => 0);
  for (const { from, to } of taken) {
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to] = (changes[to] ?? 0) - 1;
  }
  const dropped: DroppedLine[] = [];
  let covered = 0;
  for (const [line, { text }] of source.entries()) {
    covered += changes[line] ?? 0;
    const plain = covered > 0 ? '' : plainText(text);
    if (plain !== '') dropped.push({ text: plain, line });
  }
  return dropped;
}

/** What a reader of any kind of paper warns of: damaged characters, and a text that stops in mid-sentence. */
export function warningsOf(source: readonly SourceLine[], clauses: readonly ReadClause[]): readonly PaperWarning[] {
  const warnings: PaperWarning[] = [];
  let damaged = 0;
  for (const { text } of source) for (const character of text) if (character === '\uFFFD') damaged += 1;
  if (damaged > 0) warnings.push({ kind: 'damaged-characters', count: damaged });
  const last = clauses.at(-1);
  if (last !== undefined && isCutShort(last)) warnings.push({ kind: 'cut-short' });
  for (const reference of ownReferences(clauses)) warnings.push({ kind: 'refers-to-own-items', reference });
  return warnings;
}

/** An item often lacks its full stop; a long paragraph without one has lost its end. */
function isCutShort({ kind, text }: ReadClause): boolean {
  if (/\[(?:…|\.\.\.)\]$/.test(text)) return true;
  return kind === 'paragraph' && text.length > 40 && /[\p{L}\p{N},]$/u.test(text);
}

const referenceWords =
  /\b(?:in|under|at|point|points|item|items|action point|action points|paragraph|paragraphs|and|or) (\(\d{1,2}\)|\d{1,2}\)|\([a-z]\)|\([ivx]{1,4}\))/gi;

/** References in the text to items of the same list ("the areas listed in (1)"), which renumbering leaves stale. */
function ownReferences(clauses: readonly ReadClause[]): readonly string[] {
  const numbers = new Set(
    clauses.flatMap((clause) => (clause.number === undefined ? [] : [bareNumber(clause.number)])),
  );
  if (numbers.size === 0) return [];
  const references = clauses.flatMap((clause) =>
    [...clause.text.matchAll(referenceWords)]
      .filter((match) => numbers.has(bareNumber(match[1] ?? '')))
      .map((match) => match[0]),
  );
  return [...new Set(references)];
}

function bareNumber(number: string): string {
  return number.replaceAll(/[().]/g, '').toLowerCase();
}
