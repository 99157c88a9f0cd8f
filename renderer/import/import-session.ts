// The papers being brought in, as one value: what was understood of each file, every correction so far, and what is
// to become of it. Nothing is stored until the delegate says so; undo is the reading before.

import type { PaperFailure, ReadPaper } from '../../shared/import/paper';

/** What is to become of one paper: kept as a new one, kept in the place of the one held already, or not kept. */
export type PartDeed = 'add' | 'update' | 'leave-out';

export type ArrivingPaper = {
  /** Unique in the session. */
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reading:
    | { readonly kind: 'read'; readonly steps: readonly ReadPaper[] }
    | { readonly kind: 'refused'; readonly failure: PaperFailure };
  /** Whether anything of it is to be kept; the delegate can leave a file out. */
  readonly isChosen: boolean;
  /** What the delegate said of its papers, by their place in an agenda; 0 for a file that is one paper. */
  readonly said: ReadonlyMap<number, PartDeed>;
};

/** What the page shows: one file, and of an agenda one of its papers or all of them. */
export type Shown = { readonly key: string; readonly part?: number };

export type ImportSession = { readonly papers: readonly ArrivingPaper[]; readonly shown: Shown | undefined };

export const emptySession: ImportSession = { papers: [], shown: undefined };

/** The session with more papers, the first of them shown when none was. */
export function withPapers(session: ImportSession, arriving: readonly ArrivingPaper[]): ImportSession {
  const first = arriving.find((paper) => paper.reading.kind === 'read');
  const shown = session.shown ?? (first === undefined ? undefined : { key: first.key });
  return { papers: [...session.papers, ...arriving], shown };
}

/** The session without the paper `key`; the one after it is shown instead. */
export function withoutPaper(session: ImportSession, key: string): ImportSession {
  const index = session.papers.findIndex((paper) => paper.key === key);
  const papers = session.papers.filter((paper) => paper.key !== key);
  if (session.shown?.key !== key) return { ...session, papers };
  const next = papers[Math.min(index, papers.length - 1)];
  return { papers, shown: next === undefined ? undefined : { key: next.key } };
}

/** The paper as it stands after all corrections; undefined for one that was refused. */
export function currentReading(paper: ArrivingPaper): ReadPaper | undefined {
  return paper.reading.kind === 'read' ? paper.reading.steps.at(-1) : undefined;
}

/** The session with a correction to paper `key`. A correction that changes nothing is not a step. */
export function corrected(session: ImportSession, key: string, correct: (read: ReadPaper) => ReadPaper): ImportSession {
  return changed(session, key, (paper) => {
    const before = currentReading(paper);
    if (before === undefined || paper.reading.kind !== 'read') return paper;
    const after = correct(before);
    return after === before ? paper : { ...paper, reading: { kind: 'read', steps: [...paper.reading.steps, after] } };
  });
}

/** The session with the last correction to paper `key` taken back; the first reading stays. */
export function undone(session: ImportSession, key: string): ImportSession {
  return changed(session, key, (paper) =>
    paper.reading.kind === 'read' && paper.reading.steps.length > 1
      ? { ...paper, reading: { kind: 'read', steps: paper.reading.steps.slice(0, -1) } }
      : paper,
  );
}

export function chosen(session: ImportSession, key: string, isChosen: boolean): ImportSession {
  return changed(session, key, (paper) => ({ ...paper, isChosen }));
}

/** The session with what the delegate says is to become of paper `index` of the file `key`. */
export function said(session: ImportSession, key: string, index: number, deed: PartDeed): ImportSession {
  return changed(session, key, (paper) => ({ ...paper, said: new Map(paper.said).set(index, deed) }));
}

function changed(session: ImportSession, key: string, change: (paper: ArrivingPaper) => ArrivingPaper): ImportSession {
  return { ...session, papers: session.papers.map((paper) => (paper.key === key ? change(paper) : paper)) };
}
