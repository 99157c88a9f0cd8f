// Finds where a new point or paragraph is to stand. The number an instruction gives is a place in the printed text.

import { isEntry } from '../motion/lists';
import type { Directive, NewUnit, UnitPosition } from './directive';
import { insertionAfter, insertionBefore } from './join-words';
import { countsLike, listsFor, locate, placeOfNewEntry, wholeMotion } from './locate';
import type { Region } from './region';
import { entryClauses, payloadLines, skipsNumbers, startsWithMarker, textClauses } from './payload-clauses';
import type { NextClauseId } from './payload-clauses';
import { endOfClause, endOfList } from './printed-paper';
import type { PrintedList, PrintedPaper } from './printed-paper';
import { addBehind, beside, resolveNewSentence } from './resolve-units';
import { oneHit, operationOf } from './anchor-hits';
import { resolveAddition } from './resolve-words';
import { headsOf, isResolution, onlyRegion, solved, unsolved } from './unresolved';
import type { Resolution } from './unresolved';

type AddUnit = Extract<Directive, { readonly kind: 'add-unit' }>;

/** The operations of "insert new …". */
export function resolveNewUnit(paper: PrintedPaper, directive: AddUnit, nextId: NextClauseId): Resolution {
  if (skipsNumbers(directive.text.words)) return unsolved('clause-ambiguous');
  if (directive.unit === 'sentence') return resolveNewSentence(paper, directive);
  if (directive.position?.side === 'between') return newBetween(paper, directive, directive.position, nextId);
  if (directive.position !== undefined && 'of' in directive.position) {
    return newBeside(paper, directive, directive.position, nextId);
  }
  if (directive.unit === 'paragraph') return newParagraph(paper, directive, nextId);
  return directive.unit === 'clause' ? newNumbered(paper, directive, nextId) : newEntry(paper, directive, nextId);
}

function newBeside(
  paper: PrintedPaper,
  directive: AddUnit,
  position: Extract<UnitPosition, { readonly of: unknown }>,
  nextId: NextClauseId,
): Resolution {
  const { of, side } = position;
  if ('place' in of) {
    const behind = beside(
      paper,
      side,
      [...directive.place, ...of.place].length === of.place.length ? of.place : withOuter(directive, of.place),
    );
    return typeof behind === 'number'
      ? newBehind(paper, directive.unit, behind, { words: directive.text.words, nextId, side })
      : behind;
  }
  const hit = oneHit(paper, locate(paper, directive.place), of.anchor);
  if ('operations' in hit) return hit;
  const text = paper.text.clauses[hit.clause]?.text ?? '';
  // A unit cannot stand in the middle of another.
  const outside = side === 'after' ? text.slice(hit.to) : text.slice(0, hit.from);
  if (/[\p{L}\p{Nd}]/u.test(outside)) return unsolved('anchor-ambiguous', [hit]);
  const behind = side === 'after' ? endOfClause(paper.text.clauses, hit.clause) - 1 : hit.clause - 1;
  return newBehind(paper, directive.unit, behind, { words: directive.text.words, nextId, side });
}

/** Between two units that stand next to each other. A paragraph may so be put into the middle of a list. */
function newBetween(
  paper: PrintedPaper,
  directive: AddUnit,
  position: Extract<UnitPosition, { readonly side: 'between' }>,
  nextId: NextClauseId,
): Resolution {
  const regions = [position.after, position.before].map((place) =>
    onlyRegion(locate(paper, withOuter(directive, place))),
  );
  const problem = regions.find(isResolution);
  if (problem !== undefined) return problem;
  const [head, tail] = regions.flatMap((region) => (isResolution(region) ? [] : region.spans.slice(0, 1)));
  if (head === undefined || tail === undefined) return unsolved('clause-not-found');
  const end = endOfClause(paper.text.clauses, head.clause);
  if (tail.clause !== end && tail.clause !== head.clause + 1) return unsolved('clause-ambiguous', [head, tail]);
  const behind = tail.clause - 1;
  const { words } = directive.text;
  if (directive.unit === 'paragraph') return addBehind(paper, behind, textClauses(words, nextId));
  const [above, below] = [paper.text.clauses[head.clause], paper.text.clauses[tail.clause]];
  if (above === undefined || below === undefined || !isEntry(below) || above.depth > below.depth)
    return unsolved('clause-ambiguous', [head, tail]);
  // Behind a lead-in only "new point" says that what comes is a point.
  if (!isEntry(above) && directive.entryUnit === undefined) return unsolved('clause-ambiguous', [head, tail]);
  return addBehind(paper, behind, entryClauses(words, below.depth, nextId));
}

/** "After line 12 insert …": where a clause ends there, another like it; in the middle of one, words of a sentence. */
export function resolveBesideLines(
  paper: PrintedPaper,
  directive: Extract<Directive, { readonly kind: 'add-beside-lines' }>,
  nextId: NextClauseId,
): Resolution {
  const region = onlyRegion(locate(paper, directive.place));
  if (isResolution(region)) return region;
  const { side, text } = directive;
  const span = side === 'after' ? region.spans.at(-1) : region.spans[0];
  const clause = span === undefined ? undefined : paper.text.clauses[span.clause];
  if (span === undefined || clause === undefined) return unsolved('clause-not-found');
  const isSentence = /^[\p{Lu}“‘"']/u.test(text.words);
  const outside = side === 'after' ? clause.text.slice(span.to) : clause.text.slice(0, span.from);
  if (outside.trim() === '') {
    const behind = side === 'after' ? endOfClause(paper.text.clauses, span.clause) - 1 : span.clause - 1;
    if (isEntry(clause)) return addBehind(paper, behind, entryClauses(text.words, clause.depth, nextId));
    if (clause.kind === 'paragraph' && isSentence) return addBehind(paper, behind, textClauses(text.words, nextId));
    return unsolved('clause-ambiguous', [span]);
  }
  if (isSentence || payloadLines(text.words).length > 1) return unsolved('clause-ambiguous', [span]);
  const edit =
    side === 'after'
      ? insertionAfter(clause.text, span.to, text.words)
      : insertionBefore(clause.text, span.from, text.words);
  return solved([operationOf(paper, span.clause, edit)]);
}

function withOuter(directive: AddUnit, inner: AddUnit['place']): AddUnit['place'] {
  const isOuter = directive.place.every((part) => part.kind === 'section');
  const isRelative = inner.every((part) => part.kind === 'entry' && part.unit !== 'action-point');
  return isOuter && isRelative ? [...directive.place, ...inner] : inner;
}

/** A unit of the kind its neighbour is, unless the instruction says which. */
function newBehind(
  paper: PrintedPaper,
  unit: NewUnit,
  behind: number,
  payload: { readonly words: string; readonly nextId: NextClauseId; readonly side: 'after' | 'before' },
): Resolution {
  const { words, nextId, side } = payload;
  const neighbours = [paper.text.clauses[behind], paper.text.clauses[behind + 1]];
  const neighbour = side === 'after' ? neighbours[0] : neighbours[1];
  const entry = (side === 'after' ? neighbours : [...neighbours].reverse()).find(
    (clause) => clause?.kind === 'item' || clause?.number !== undefined,
  );
  if (unit !== 'paragraph' && entry !== undefined)
    return addBehind(paper, behind, entryClauses(words, entry.depth, nextId));
  if (unit === 'paragraph' && neighbour !== undefined && neighbour.depth > 0 && side === 'before')
    return unsolved('clause-ambiguous');
  return addBehind(paper, behind, textClauses(words, nextId));
}

function newParagraph(paper: PrintedPaper, directive: AddUnit, nextId: NextClauseId): Resolution {
  const clauses = textClauses(directive.text.words, nextId);
  const last = paper.text.clauses.length - 1;
  if (directive.position !== undefined) {
    const region = locate(paper, directive.place).regions[0];
    if (region?.unit === 'section') return addBehind(paper, region.spans.at(-1)?.clause ?? last, clauses);
    if (region?.unit !== 'motion') return unsolved('clause-ambiguous');
    return addBehind(paper, directive.position.side === 'start' ? -1 : last, clauses);
  }
  if (directive.label === undefined) return unsolved('clause-ambiguous');
  const ordinal = Number(directive.label);
  const next = paper.paragraphs[ordinal - 1];
  if (next !== undefined) return addBehind(paper, next - 1, clauses);
  return ordinal === paper.paragraphs.length + 1 ? addBehind(paper, last, clauses) : unsolved('clause-not-found');
}

function newEntry(paper: PrintedPaper, directive: AddUnit, nextId: NextClauseId): Resolution {
  const regions = directive.place.length === 0 ? [wholeMotion(paper)] : locate(paper, directive.place).regions;
  if (regions.length === 0) return unsolved('clause-not-found');
  const all = [...new Set(regions.flatMap((region) => listsFor(paper, region, directive.entryUnit ?? 'point')))];
  const alike = all.filter((list) => countsLike(paper, list, directive.label ?? ''));
  const lists = alike.length > 0 ? alike : all;
  const places =
    directive.label === undefined
      ? lists.map((list) => unnumberedPlace(list, directive))
      : lists.map((list) => placeOfNewEntry(paper, list, directive.label ?? ''));
  const fitting = lists.flatMap((list, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ list, place }];
  });
  const chosen =
    fitting.length > 1 && directive.label === undefined ? atEndOfMotion(paper, directive, fitting) : fitting;
  const [only, ...others] = chosen;
  if (only === undefined) return unsolved('clause-not-found');
  if (others.length > 0) return unsolved('clause-ambiguous', headsOf(chosen.map(({ list }) => regionOf(paper, list))));
  const before = only.list.entries[only.place];
  const behind = before === undefined ? endOfList(paper, only.list) - 1 : before - 1;
  return addBehind(paper, behind, entryClauses(directive.text.words, only.list.depth, nextId));
}

function unnumberedPlace(list: PrintedList, directive: AddUnit): number {
  return directive.position?.side === 'start' ? 0 : list.entries.length;
}

/** "Add new point at end": of the list that the motion ends with. */
function atEndOfMotion(
  paper: PrintedPaper,
  directive: AddUnit,
  fitting: readonly { readonly list: PrintedList; readonly place: number }[],
) {
  if (directive.position?.side !== 'end' || directive.place.length > 0) return fitting;
  const last = fitting.filter(({ list }) => endOfList(paper, list) === paper.text.clauses.length);
  return last.length === 1 ? last : fitting;
}

function regionOf(paper: PrintedPaper, list: PrintedList): Region {
  return {
    unit: 'section',
    spans: list.entries.map((clause) => ({ clause, from: 0, to: paper.text.clauses[clause]?.text.length ?? 0 })),
  };
}

/** "Add new rule 28.2": where that number stands now, or behind the one before it. */
function newNumbered(paper: PrintedPaper, directive: AddUnit, nextId: NextClauseId): Resolution {
  const label = directive.label ?? /^[A-Z]?[.,]?\s?\d+(?:[.,]\d+)+/u.exec(directive.text.words)?.[0] ?? '';
  const [same] = locate(paper, [{ kind: 'clause', label }]).regions;
  const steps = /^(.*?)(\d+)$/.exec(label);
  const previous = steps === null ? undefined : `${steps[1] ?? ''}${Number(steps[2]) - 1}`;
  const [before] = previous === undefined ? [] : locate(paper, [{ kind: 'clause', label: previous }]).regions;
  const next = same?.spans[0]?.clause;
  // The first of its kind stands behind the rule that it divides.
  const parent = /^(.*\d)[.,]1$/.exec(label)?.[1];
  const [above] = parent === undefined ? [] : locate(paper, [{ kind: 'clause', label: parent }]).regions;
  const last = (before ?? above)?.spans[0]?.clause;
  const depth = paper.text.clauses[next ?? last ?? -1]?.depth ?? 0;
  const [first, ...others] = entryClauses(directive.text.words, depth, nextId);
  if (first === undefined) return unsolved('descriptive');
  // Bullets below a rule are its own.
  const below = others.map((clause) =>
    clause.kind === 'item' ? { ...clause, number: '•', depth: depth + 1 } : clause,
  );
  const clauses = [{ ...first, number: label }, ...(isBulleted(directive.text.words) ? below : others)];
  if (next !== undefined) return addBehind(paper, next - 1, clauses);
  return last === undefined
    ? unsolved('clause-not-found')
    : addBehind(paper, endOfClause(paper.text.clauses, last) - 1, clauses);
}

function isBulleted(words: string): boolean {
  const [, ...lines] = payloadLines(words);
  return lines.some((line) => /^[•·*‣▪◦–-]\s/u.test(line));
}

/** "Add at end": of a clause before its closing mark; of a list as a new entry; of the motion as its last unit. */
export function resolveAtEdge(
  paper: PrintedPaper,
  directive: Extract<Directive, { readonly kind: 'add-at' }>,
  nextId: NextClauseId,
): Resolution {
  const located = locate(paper, directive.place);
  const [region, ...others] = located.regions;
  if (located.countsLines) return unsolved('line-numbers-unknown', headsOf(located.regions));
  if (region === undefined) return unsolved('clause-not-found');
  if (others.length > 0) return unsolved('clause-ambiguous', headsOf(located.regions));
  const { words } = directive.text;
  if (skipsNumbers(words)) return unsolved('clause-ambiguous');
  if (region.unit === 'motion') return atEdgeOfMotion(paper, directive.edge, words, nextId);
  if (region.unit === 'section' && region.spans.length > 1)
    return atEdgeOfList(paper, region, { ...directive, words }, nextId);
  if (payloadLines(words).length > 1) return unsolved('clause-ambiguous', region.spans.slice(0, 1));
  return resolveAddition(paper, region, directive.edge, words);
}

function atEdgeOfList(
  paper: PrintedPaper,
  region: Region,
  added: { readonly edge: 'start' | 'end'; readonly words: string },
  nextId: NextClauseId,
): Resolution {
  const [list, ...others] = listsFor(paper, region, 'point');
  if (list === undefined || others.length > 0) return unsolved('clause-ambiguous', region.spans.slice(0, 1));
  const behind = added.edge === 'end' ? endOfList(paper, list) - 1 : (list.entries[0] ?? 0) - 1;
  return addBehind(paper, behind, entryClauses(added.words, list.depth, nextId));
}

// What is added at the end of a motion says itself what it is: it starts with a marker, with the assembly's name, or
// in the middle of a sentence.
function atEdgeOfMotion(paper: PrintedPaper, edge: 'start' | 'end', words: string, nextId: NextClauseId): Resolution {
  const last = paper.text.clauses.length - 1;
  const [first = ''] = payloadLines(words);
  if (edge === 'start') return addBehind(paper, -1, textClauses(words, nextId));
  const ending = paper.text.clauses[last];
  if (ending === undefined) return addBehind(paper, -1, textClauses(words, nextId));
  const endsList = isEntry(ending);
  if (/^(?:[,;.]|\p{Ll})/u.test(first) && !startsWithMarker(first)) {
    if (endsList) return unsolved('clause-ambiguous', [{ clause: last, from: 0, to: ending.text.length }]);
    return resolveAddition(
      paper,
      { unit: 'clause', spans: [{ clause: last, from: 0, to: ending.text.length }] },
      'end',
      words,
    );
  }
  const isParagraph = /^(?:this\s+)?(?:conference|congress|union|council|assembly|we)\b/i.test(first);
  if (!endsList || (isParagraph && !startsWithMarker(first))) return addBehind(paper, last, textClauses(words, nextId));
  const list = paper.lists.findLast((candidate) => candidate.depth <= 1);
  return list === undefined
    ? solved([])
    : addBehind(paper, endOfList(paper, list) - 1, entryClauses(words, list.depth, nextId));
}
