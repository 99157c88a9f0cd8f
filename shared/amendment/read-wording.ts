// Reads a printed instruction into operations on the text it was written against. Nothing is guessed: what is not found,
// or could be in two places, is given back with its candidates.

import { clauseId } from '../ids';
import { fingerprint } from '../motion/fingerprint';
import type { TextVersion } from '../motion/motion';
import { amendmentAmended } from './amended-amendment';
import { applyOperations, isTextOperation, whyNotFitting } from './apply-operations';
import type { PrintedDirective } from './directive';
import { locate } from './locate';
import type { Located, Span } from './region';
import type { TextOperation } from './operation';
import type { NextClauseId } from './payload-clauses';
import { printedPaper } from './printed-paper';
import type { PrintedPaper } from './printed-paper';
import { maskQuotations } from './quotations';
import { resolveAtEdge, resolveBesideLines, resolveNewUnit } from './resolve-new-units';
import { resolveCombine, resolveDivide } from './resolve-division';
import { resolveMove, resolveSwap } from './resolve-order';
import {
  readsAsSaid,
  readsInARow,
  resolveDeletions,
  resolveFullText,
  resolveUnitReplacement,
  resolveWholeReplacement,
} from './resolve-units';
import { resolveSpan } from './resolve-span';
import { lookedUp, resolveAtEach, resolveWords, resolveWordSwap } from './resolve-words';
import { splitInstruction } from './split-instruction';
import { standingOf } from './standing';
import { headsOf, solved, unsolved } from './unresolved';
import type { Resolution, UnresolvedReason } from './unresolved';

export type { UnresolvedReason } from './unresolved';

/** A part of an instruction that needs a person. Candidates are clause indices and UTF-16 ranges of the base text. */
export type Unresolved = {
  readonly instruction: string;
  readonly reason: UnresolvedReason;
  readonly candidates: readonly Span[];
};

/**
 * - `applied`: every part became operations
 * - `needs-answer`: the certain parts did, the rest is in `unresolved`
 * - `not-an-edit`: a description, or nothing to do; no operations
 */
export type Reading = {
  readonly outcome: 'applied' | 'needs-answer' | 'not-an-edit';
  readonly operations: readonly TextOperation[];
  readonly unresolved: readonly Unresolved[];
};

/** Reads `instruction` against `base`. All places are those of the base, however many operations there are. */
export function readWording(base: TextVersion, instruction: string): Reading {
  return readWordingOn(printedPaper(base), instruction);
}

/** As `readWording`, on a paper that is printed once for many instructions. */
export function readWordingOn(paper: PrintedPaper, instruction: string): Reading {
  const base = paper.text;
  const refused = standingReading(base, instruction);
  if (refused !== undefined) return refused;
  const nextId = idsFrom(base, instruction);
  const read: ReadStep[] = [];
  for (const directive of splitInstruction(instruction)) {
    if (directive.kind === 'result') {
      placeByResult(paper, read, { words: directive.words, nextId });
      checkResult(base, read, directive.words);
    } else {
      withdrawHalf(read, directive);
      read.push({ directive, resolution: settle(base, read, resolve(paper, directive, nextId)) });
    }
  }
  withdrawConditional(read);
  return conclude(read);
}

/** An operation of which a part could not be read is not certain: its replacement, a further place, a condition. */
function withdrawHalf(read: ReadStep[], directive: PrintedDirective): void {
  const last = read.at(-1);
  if (directive.kind !== 'description' || last === undefined) return;
  const isReplacement =
    /^(?:replac|insert|substitut|with\b|add(?:ing)?\b)/i.test(directive.printed) &&
    last.directive.kind.startsWith('delete');
  if (!isReplacement && !directive.goesOn) return;
  read[read.length - 1] = { directive: last.directive, resolution: unsolved('descriptive') };
}

const condition =
  /^(?:and\s+)?(?:but\s+)?(?:only\s+)?(?:if|unless|provided|subject\s+to|in\s+the\s+event|on\s+condition|except)\b/i;

/** What holds only under a condition is for a person to decide. */
function withdrawConditional(read: ReadStep[]): void {
  const isConditional = read.some(
    ({ directive }) => directive.kind === 'description' && condition.test(directive.printed),
  );
  if (!isConditional) return;
  read.forEach(({ directive, resolution }, index) => {
    if (resolution.operations.length > 0) read[index] = { directive, resolution: unsolved('descriptive') };
  });
}

/** A sheet that is not one amendment to this text: it amends another one, was taken back, fell, or holds several. */
function standingReading(base: TextVersion, instruction: string): Reading | undefined {
  if (amendmentAmended(instruction) !== undefined) {
    return {
      outcome: 'needs-answer',
      operations: [],
      unresolved: [{ instruction, reason: 'clause-not-found', candidates: [] }],
    };
  }
  const numbersRules = base.clauses.some(({ number }) => /\d[.,]\d/.test(number ?? ''));
  const standing = standingOf(instruction, numbersRules);
  if (standing.kind === 'open') return undefined;
  if (standing.kind === 'not-carried') {
    const unresolved = [{ instruction: standing.printed, reason: 'descriptive', candidates: [] }] as const;
    return { outcome: 'not-an-edit', operations: [], unresolved };
  }
  const unresolved = standing.heads.map((head) => ({
    instruction: head,
    reason: 'clause-ambiguous' as const,
    candidates: [],
  }));
  return { outcome: 'needs-answer', operations: [], unresolved };
}

type ReadStep = { readonly directive: PrintedDirective; readonly resolution: Resolution };

/** Ids made from the instruction itself, so that the same paper has the same ids on every computer. */
function idsFrom(base: TextVersion, instruction: string): NextClauseId {
  const taken = new Set<string>(base.clauses.map((clause) => clause.id));
  let count = 0;
  let origin: string | undefined;
  return () => {
    for (;;) {
      count += 1;
      origin ??= fingerprint(instruction);
      const id = clauseId(`n${fingerprint(`${origin} ${count}`)}`);
      if (!taken.has(id)) return id;
    }
  };
}

function resolve(paper: PrintedPaper, directive: PrintedDirective, nextId: NextClauseId): Resolution {
  switch (directive.kind) {
    case 'replace-words':
    case 'delete-words':
    case 'insert-words':
      return lookedUp(paper, directive, (located) => resolveWords(paper, directive, located));
    case 'delete-span':
      return lookedUp(paper, directive, (located) => resolveSpan(paper, located, directive, nextId));
    case 'at-each':
      return resolveAtEach(paper, directive);
    case 'full-text':
      return resolveFullText(paper, directive, nextId);
    case 'add-at':
      // A new sentence of the instruction that names no place may mean the end of the motion or of the unit before.
      if (directive.inheritsPlace) return unsolved('clause-ambiguous');
      return resolveAtEdge(paper, directive, nextId);
    case 'add-unit':
      return resolveNewUnit(paper, directive, nextId);
    case 'add-beside-lines':
      return resolveBesideLines(paper, directive, nextId);
    case 'delete-units':
      return resolveDeletions(paper, directive, nextId);
    case 'replace-unit':
      return resolveUnitReplacement(paper, directive, nextId);
    case 'replace-all':
      return resolveWholeReplacement(paper, directive.text.words, nextId);
    case 'move-unit':
      return resolveMove(paper, directive);
    case 'swap-units':
      return resolveSwap(paper, directive);
    case 'swap-words':
      return resolveWordSwap(paper, directive);
    case 'divide-unit':
      return lookedUp(paper, directive, (located) => resolveDivide(paper, located, directive, nextId));
    case 'combine-units':
      return resolveCombine(paper, directive);
    case 'insert-somewhere':
      return somewhereIn(locate(paper, directive.place));
    case 'renumber':
    case 'result':
      return solved([]);
    case 'description':
      return unsolved('descriptive');
  }
}

/** Words without a position: where in the place they go is for a person to say. */
function somewhereIn({ regions, countsLines }: Located): Resolution {
  return unsolved(countsLines ? 'line-numbers-unknown' : 'clause-ambiguous', headsOf(regions));
}

/**
 * Operations that claim the same text as earlier ones of this instruction are a contradiction, and wait for an answer;
 * so do several lines for the middle of one clause.
 */
function settle(base: TextVersion, read: readonly ReadStep[], resolution: Resolution): Resolution {
  const earlier = read.flatMap((step) => step.resolution.operations);
  const operations: TextOperation[] = [];
  for (const operation of resolution.operations) operations.push(...apart([...earlier, ...operations], [operation]));
  const broken = operations.find(
    (operation) => isTextOperation(operation) && 'text' in operation && operation.text.includes('\n'),
  );
  if (broken !== undefined && isTextOperation(broken)) return unsolved('clause-ambiguous', placesOf(base, [broken]));
  if (whyNotFitting(base, [...earlier, ...operations]) === undefined) return { ...resolution, operations };
  return unsolved('anchor-ambiguous', placesOf(base, operations));
}

/** Where the operations on words are, for a person to look at. */
function placesOf(base: TextVersion, operations: readonly TextOperation[]): readonly Span[] {
  const places = new Map(base.clauses.map((clause, index) => [clause.id, index]));
  return operations.flatMap((operation): readonly Span[] => {
    if (!isTextOperation(operation)) return [];
    const [from, to] = operation.kind === 'insert' ? [operation.at, operation.at] : [operation.from, operation.to];
    return [{ clause: places.get(operation.clause) ?? 0, from, to }];
  });
}

/** Two deletions side by side both want the space between them: the later one leaves it. */
function apart(earlier: readonly TextOperation[], operations: readonly TextOperation[]): readonly TextOperation[] {
  return operations.map((operation) => {
    if (operation.kind !== 'delete') return operation;
    const { clause, from, to, removed } = operation;
    const touches = (at: number): boolean =>
      earlier.some(
        (other) =>
          (other.kind === 'delete' || other.kind === 'replace') &&
          other.clause === clause &&
          other.from <= at &&
          at < other.to,
      );
    if (/^\s\S/.test(removed) && touches(from)) return { ...operation, from: from + 1, removed: removed.slice(1) };
    if (/\S\s$/.test(removed) && touches(to - 1)) return { ...operation, to: to - 1, removed: removed.slice(0, -1) };
    return operation;
  });
}

/** A new paragraph without a place stands where the passage that is printed as the result has it, if that is the end. */
function placeByResult(
  paper: PrintedPaper,
  read: ReadStep[],
  result: { readonly words: string; readonly nextId: NextClauseId },
): void {
  const at = read.findLastIndex(({ resolution }) => resolution.problem !== undefined);
  const step = read[at];
  if (step === undefined || step.directive.kind !== 'add-unit') return;
  const { directive } = step;
  if (directive.unit !== 'paragraph' || directive.position !== undefined || directive.label !== undefined) return;
  const placed = resolve(paper, { ...directive, position: { side: 'end' } }, result.nextId);
  const operations = read.flatMap((each, index) => (index === at ? placed : each.resolution).operations);
  const applied = applyOperations(paper.text, operations);
  if (!applied.ok || !readsInARow(applied.value.clauses, result.words)) return;
  read[at] = { directive, resolution: placed };
}

/** "So that it reads …": when it does not, the operations since the last such check are not certain. */
function checkResult(base: TextVersion, read: ReadStep[], words: string): void {
  const applied = applyOperations(
    base,
    read.flatMap((step) => step.resolution.operations),
  );
  if (applied.ok && readsAsSaid(applied.value.clauses, applied.value.title, words)) return;
  read.forEach((step, index) => {
    if (step.resolution.problem !== undefined || step.resolution.operations.length === 0) return;
    read[index] = { ...step, resolution: unsolved('result-mismatch') };
  });
}

/** An order with the words or the units to change, which could not be read all the same: no mere description. */
function isUnreadOrder(printed: string): boolean {
  const ofUnits =
    /^(?:in\s[^,]{3,40},\s*)?(?:delete|remove|move|omit|swap)\s(?:\S+\s+){0,4}(?:paragraph|action\s+point|point|sentence|line|bullet)s?(?!\p{L})/iu;
  if (ofUnits.test(printed)) return true;
  const order =
    /(?:^|[\s,;:–-])(?:delete|remove|insert|add|replace|substitute|move|swap|omit|changed?|replaced|deleted|inserted|added)(?![\p{L}])/iu;
  return order.test(printed) && maskQuotations(printed).quotations.length > 0;
}

function conclude(read: readonly ReadStep[]): Reading {
  const operations = read.flatMap((step) => step.resolution.operations);
  const unresolved = read.flatMap(({ directive, resolution: { problem } }) =>
    problem === undefined ? [] : [{ instruction: directive.printed, ...problem }],
  );
  const isDescription = read.every(
    ({ directive, resolution: { problem } }) =>
      problem === undefined || (directive.kind === 'description' && !isUnreadOrder(directive.printed)),
  );
  if (operations.length === 0 && isDescription) return { outcome: 'not-an-edit', operations: [], unresolved };
  return { outcome: unresolved.length === 0 ? 'applied' : 'needs-answer', operations, unresolved };
}
