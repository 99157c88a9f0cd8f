// Reads the files that come in, one after another so that the window keeps answering, with progress and a way to stop.

import type { OpenedFile } from '../../shared/desktop-contract';
import type { NewId } from '../../shared/ids';
import type { PaperFailure, ReadMotion, ReadPaper } from '../../shared/import/paper';
import { readPaper } from '../../shared/import/read-paper';
import { compression } from '../app/cryptography';
import { succeed } from '../../shared/result';
import type { Result } from '../../shared/result';
import { htmlParser } from '../app/html-parser';
import { pdfOpener } from '../app/pdf-opener';
import { textCodec } from '../app/text-codec';
import { isMotionPaper, withKind } from './correct-fields';
import type { ArrivingPaper } from './import-session';

const ports = { text: textCodec, html: htmlParser, pdf: pdfOpener, compression };

/** What the delegate may say a paper is. */
export type KindChoice = ReadMotion['kind'] | 'article' | 'agenda';

/** How far the reading has come: the file being read, and of a long one its pages. */
export type ReadingProgress = {
  readonly file: string;
  readonly done: number;
  readonly total: number;
  readonly pages?: { readonly done: number; readonly total: number };
};

type ArrivalOptions = {
  readonly newId: NewId;
  readonly onRead: (paper: ArrivingPaper) => void;
  readonly onProgress: (progress: ReadingProgress) => void;
  readonly signal: AbortSignal;
};

/** Hands over each paper as it has been read; those not yet read when `signal` aborts are left out. */
export async function readArrivals(files: readonly OpenedFile[], options: ArrivalOptions): Promise<void> {
  for (const [index, file] of files.entries()) {
    await nextTurn();
    if (options.signal.aborted) return;
    const progress = { file: file.name, done: index, total: files.length };
    options.onProgress(progress);
    const read = await readPaper(file, ports, {
      signal: options.signal,
      onProgress: (done, total) => options.onProgress({ ...progress, pages: { done, total } }),
    });
    if (options.signal.aborted) return;
    const reading = read.ok
      ? { kind: 'read' as const, steps: [read.value] }
      : { kind: 'refused' as const, failure: read.error };
    options.onRead({
      key: options.newId(),
      name: file.name,
      bytes: file.bytes,
      reading,
      isChosen: read.ok,
      said: new Map(),
    });
  }
}

/** Reads one paper again as what the delegate says it is. */
export async function readAgain(
  { name, bytes }: ArrivingPaper,
  kind: KindChoice,
): Promise<Result<ReadPaper, PaperFailure>> {
  const as = kind === 'article' || kind === 'agenda' ? kind : 'motion';
  const read = await readPaper({ name, bytes, as }, ports);
  if (!read.ok || as !== 'motion') return read;
  return isMotionPaper(read.value) && kind !== 'article' && kind !== 'agenda'
    ? succeed(withKind(read.value, kind))
    : read;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
