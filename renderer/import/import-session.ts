// The papers being brought in, as one value: what was understood of each file, every correction so far, and what is
// to become of it. Nothing is stored until the delegate says so; undo is the reading before.

import type { PaperFailure, ReadPaper } from '../../shared/import/paper';

export type ArrivingPaper = {
  /** Unique in the session. */
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reading:
    | { readonly kind: 'read'; readonly steps: readonly ReadPaper[] }
    | { readonly kind: 'refused'; readonly failure: PaperFailure };
  /** Whether it is to be kept; the delegate can leave a paper out. */
  readonly isChosen: boolean;
};

export type ImportSession = { readonly papers: readonly ArrivingPaper[]; readonly shown: string | undefined };

export const emptySession: ImportSession = { papers: [], shown: undefined };

/** The session with more papers, the first of them shown when none was. */
export function withPapers(session: ImportSession, arriving: readonly ArrivingPaper[]): ImportSession {
  const shown = session.shown ?? arriving.find((paper) => paper.reading.kind === 'read')?.key;
  return { papers: [...session.papers, ...arriving], shown };
}

/** The session without the paper `key`; the one after it is shown instead. */
export function withoutPaper(session: ImportSession, key: string): ImportSession {
  const index = session.papers.findIndex((paper) => paper.key === key);
  const papers = session.papers.filter((paper) => paper.key !== key);
  return { papers, shown: session.shown === key ? papers[Math.min(index, papers.length - 1)]?.key : session.shown };
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

function changed(session: ImportSession, key: string, change: (paper: ArrivingPaper) => ArrivingPaper): ImportSession {
  return { ...session, papers: session.papers.map((paper) => (paper.key === key ? change(paper) : paper)) };
}
