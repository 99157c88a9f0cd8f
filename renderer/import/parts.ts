// The papers that the files hold, one by one: a file is one paper, an agenda is many. For each, whether it is here
// already and what is to become of it.

import type { ReadPaper } from '../../shared/import/paper';
import { isMotionPaper, tidied } from './correct-fields';
import type { SinglePaper } from './correct-fields';
import { findCopy, isSameAs } from './held-copies';
import type { HeldCopy, HeldIndex } from './held-copies';
import { currentReading } from './import-session';
import type { ArrivingPaper, PartDeed } from './import-session';

export type Part = {
  /** The file it is of, and its place in it. */
  readonly key: string;
  readonly index: number;
  readonly paper: SinglePaper;
  /** The record that it is another copy of. */
  readonly copy?: HeldCopy;
  /** Whether keeping it would change nothing. */
  readonly isSame: boolean;
  /** Whether an earlier paper of these says the same: then this one is left out. */
  readonly isAgain: boolean;
  readonly deed: PartDeed;
};

/** A file with its papers. */
export type FileParts = { readonly file: ArrivingPaper; readonly parts: readonly Part[] };

/** The single papers of a reading; a list of decisions has none. */
export function singlePapers(paper: ReadPaper): readonly SinglePaper[] {
  if (paper.kind === 'agenda') return paper.papers;
  return paper.kind === 'decisions' ? [] : [paper];
}

/** The papers of all files, as `partsOf`; what comes a second time in them is kept once. */
export function partsOfFiles(files: readonly ArrivingPaper[], held: HeldIndex): readonly FileParts[] {
  const seen = new Set<string>();
  return files.map((file) => {
    const parts = partsOf(file, held).map((part): Part => {
      const words = wordsOf(part.paper);
      if (part.deed === 'leave-out' || words === undefined) return part;
      if (!seen.has(words)) {
        seen.add(words);
        return part;
      }
      return leftOutAgain(part);
    });
    return { file, parts };
  });
}

function leftOutAgain(part: Part): Part {
  return { ...part, isAgain: true, deed: 'leave-out' };
}

/** All that is said in a paper, for telling whether another says the same; undefined for one without a text. */
function wordsOf(paper: SinglePaper): string | undefined {
  const { kind, title, clauses } = paper;
  const own = isMotionPaper(paper) ? [paper.number?.value, paper.amends?.value, paper.instruction?.value] : [];
  const texts = clauses.map(({ text }) => text);
  if (texts.length === 0 && own[2] === undefined) return undefined;
  return JSON.stringify([kind, title?.value, own, texts]);
}

/**
 * The papers of one file. What is held word for word is left out, what is held otherwise is updated, and what is not held
 * is added, unless the delegate said otherwise; nothing is kept of a file that was left out.
 */
export function partsOf(arriving: ArrivingPaper, held: HeldIndex): readonly Part[] {
  const reading = currentReading(arriving);
  return reading === undefined
    ? []
    : singlePapers(reading).map((paper, index) => partOf(arriving, held, { paper: tidied(paper), index }));
}

function partOf(
  { key, said, isChosen }: ArrivingPaper,
  held: HeldIndex,
  read: { readonly paper: SinglePaper; readonly index: number },
): Part {
  const copy = findCopy(read.paper, held);
  if (copy === undefined) {
    const isKept = isChosen && said.get(read.index) !== 'leave-out';
    return { ...read, key, isSame: false, isAgain: false, deed: isKept ? 'add' : 'leave-out' };
  }
  const isSame = isSameAs(read.paper, copy);
  const deed = said.get(read.index) ?? (isSame ? 'leave-out' : 'update');
  return { ...read, key, copy, isSame, isAgain: false, deed: isChosen ? deed : 'leave-out' };
}
