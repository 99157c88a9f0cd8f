// Renews the printed numbers of a text whose lists have changed. Only for display: addresses stay those of the paper.

import type { ClauseId } from '../ids';
import type { Clause } from './clause';
import { listsOf, runsOf } from './lists';
import type { Run } from './lists';
import { formatMarker, readMarker } from './marker';
import type { MarkerStyle } from './marker';

/**
 * The clauses with their numbers renewed in the marker style of their list. Bullets stay, printed gaps close, a list
 * that went on counting from the one before it still does, and a new or moved item takes the style of the list it now
 * stands in. `printed` is the text before the change: an item that had no number there gets none.
 * A clause whose number stays is the same object.
 */
export function renumber(clauses: readonly Clause[], printed: readonly Clause[]): readonly Clause[] {
  const paper = readPaper(printed);
  const numbers = new Map<ClauseId, string>();
  const present = new Set(clauses.map(({ id }) => id));
  let count: { readonly run: Run; readonly next: number } | undefined;
  for (const list of listsOf(clauses)) {
    for (const { run, entries } of partsOf(list, paper)) {
      const style = run.style;
      if (style === undefined) continue;
      const goesOn = count !== undefined && paper.continued.get(run) === count.run;
      let ordinal = goesOn && count !== undefined ? count.next : run.start;
      for (const clause of entries) {
        if (clause.number === undefined && paper.places.has(clause.id)) continue;
        if (keepsGaps(style)) {
          if (isNumberedOtherwise(clause, style, paper)) continue;
          ordinal = Math.max(ordinal, printedOrdinal(clause, run, { paper, present }));
        }
        numbers.set(clause.id, formatMarker(ordinal, style));
        ordinal += 1;
      }
      count = { run, next: ordinal };
    }
  }
  return clauses.map((clause) => {
    const number = numbers.get(clause.id);
    return number === undefined || number === clause.number ? clause : { ...clause, number };
  });
}

/** The number of a rule (D.1.7, 3.3) is what other rules refer to: it moves only where another takes its place. */
function keepsGaps(style: MarkerStyle): boolean {
  return style.counting === 'decimal' && /[\p{L}\p{Nd}]/u.test(style.before);
}

/** The printed ordinal less one for each entry before it that is gone; 0 for a new entry. */
function printedOrdinal(
  clause: Clause,
  run: Run,
  { paper, present }: { readonly paper: Paper; readonly present: ReadonlySet<ClauseId> },
): number {
  if (clause.number === undefined || run.style === undefined || !paper.places.has(clause.id)) return 0;
  const before = run.clauses.slice(
    0,
    run.clauses.findIndex(({ id }) => id === clause.id),
  );
  const gone = before.filter(({ id }) => !present.has(id)).length;
  return (readMarker(clause.number, run.style) ?? 0) - gone;
}

/** A new rule D.1.3.1 among D.1.3 and D.1.4 divides one of them and does not count with them. */
function isNumberedOtherwise({ id, number }: Clause, style: MarkerStyle, paper: Paper): boolean {
  return number !== undefined && !paper.places.has(id) && stepsOf(number) !== stepsOf(`${style.before}1`);
}

function stepsOf(number: string): number {
  return number.match(/\d+/g)?.length ?? 0;
}

type Place = { readonly run: Run; readonly list: readonly Clause[] };

type Paper = {
  readonly places: ReadonlyMap<ClauseId, Place>;
  /** A run that starts where another one ended: the paper counts through both. */
  readonly continued: ReadonlyMap<Run, Run>;
  /** The style of the paper's last list, for a list that is all new. */
  readonly lastStyle: MarkerStyle;
};

const plainStyle: MarkerStyle = { counting: 'decimal', before: '', after: ')' };

function readPaper(printed: readonly Clause[]): Paper {
  const places = new Map<ClauseId, Place>();
  const continued = new Map<Run, Run>();
  let previous: Run | undefined;
  for (const list of listsOf(printed)) {
    for (const run of runsOf(list)) {
      for (const clause of run.clauses) places.set(clause.id, { run, list });
      if (previous !== undefined && run.start > 1 && run.start === previous.end && sameStyle(run, previous)) {
        continued.set(run, previous);
      }
      if (run.style !== undefined) previous = run;
    }
  }
  return { places, continued, lastStyle: previous?.style ?? plainStyle };
}

function sameStyle(left: Run, right: Run): boolean {
  return JSON.stringify(left.style) === JSON.stringify(right.style);
}

type Part = { readonly run: Run; readonly entries: Clause[] };

/**
 * Splits a list of the new text by the printed runs that its entries come from. New entries, and guests from a list
 * other than the one most entries come from, join the run before them (at the head of the list: the one after).
 */
function partsOf(list: readonly Clause[], paper: Paper): readonly Part[] {
  const home = homeOf(list, paper);
  const runs = list.map((clause) => {
    const place = paper.places.get(clause.id);
    return place !== undefined && place.list === home ? place.run : undefined;
  });
  const parts: Part[] = [];
  let run = runs.find((candidate) => candidate !== undefined) ?? newRun(list, paper);
  list.forEach((clause, index) => {
    run = runs[index] ?? run;
    const part = parts.at(-1);
    if (part !== undefined && part.run === run) part.entries.push(clause);
    else parts.push({ run, entries: [clause] });
  });
  return parts;
}

function homeOf(list: readonly Clause[], paper: Paper): readonly Clause[] | undefined {
  const counts = new Map<readonly Clause[], number>();
  for (const clause of list) {
    const place = paper.places.get(clause.id);
    if (place !== undefined) counts.set(place.list, (counts.get(place.list) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

/** A list of new entries only counts in the style they brought along, else in that of the paper's last list. */
function newRun(list: readonly Clause[], paper: Paper): Run {
  const brought = runsOf(list)[0]?.style;
  return { style: brought ?? paper.lastStyle, clauses: list, start: 1, end: list.length + 1 };
}
