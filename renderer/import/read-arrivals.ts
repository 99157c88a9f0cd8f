// Reads the files that come in, one after another so that the window keeps answering, with progress and a way to stop.

import type { OpenedFile } from '../../shared/desktop-contract';
import type { NewId } from '../../shared/ids';
import { readPaper } from '../../shared/import/read-paper';
import type { PaperFile } from '../../shared/import/read-paper';
import { htmlParser } from '../app/html-parser';
import { pdfOpener } from '../app/pdf-opener';
import { textCodec } from '../app/text-codec';
import type { ArrivingPaper } from './import-session';

const ports = { text: textCodec, html: htmlParser, pdf: pdfOpener };

/** What the delegate may say a paper is. */
export type PaperKind = NonNullable<PaperFile['as']>;

type ArrivalOptions = {
  readonly newId: NewId;
  readonly onRead: (paper: ArrivingPaper) => void;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

/** Hands over each paper as it has been read; those not yet read when `signal` aborts are left out. */
export async function readArrivals(files: readonly OpenedFile[], options: ArrivalOptions): Promise<void> {
  for (const [index, file] of files.entries()) {
    await nextTurn();
    if (options.signal.aborted) return;
    options.onProgress(index, files.length);
    const read = await readPaper(file, ports);
    if (options.signal.aborted) return;
    const reading = read.ok
      ? { kind: 'read' as const, steps: [read.value] }
      : { kind: 'refused' as const, failure: read.error };
    options.onRead({ key: options.newId(), name: file.name, bytes: file.bytes, reading, isChosen: read.ok });
  }
}

/** Reads one paper again as what the delegate says it is. */
export function readAgain(paper: ArrivingPaper, as: PaperKind): ReturnType<typeof readPaper> {
  return readPaper({ name: paper.name, bytes: paper.bytes, as }, ports);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
