// The port `PdfOpener` in the page: pdf.js with its worker from the app's own files, so that the window keeps answering,
// and a paper that would keep it busy for ever is given up.

import type { PdfEngine } from '../../shared/import/pdf-js';
import { pdfJsOpener, pdfJsOptions } from '../../shared/import/pdf-js';
import { trustedScriptAddress } from './trusted-types';

/** A step (opening, one page) that has not been done by then never will be, milliseconds. */
const patience = 20_000;

export const pdfOpener = pdfJsOpener(startEngine);

async function startEngine(): Promise<PdfEngine> {
  const [pdfJs, workerAddress] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  const thread = new Worker(trustedScriptAddress(workerAddress.default), { type: 'module' });
  const worker = pdfJs.PDFWorker.create({ port: thread, verbosity: pdfJsOptions.verbosity });
  const ended = new Promise<never>((_, reject) => {
    thread.addEventListener('error', () => reject(new Error('pdf.js has ended')));
  });
  // Whoever is waiting is told through `inTime`; nobody may be.
  ended.catch(() => undefined);
  return {
    open: (bytes) => pdfJs.getDocument({ ...pdfJsOptions, data: bytes, worker }).promise,
    inTime: (work) => inTime(Promise.race([work, ended])),
    stop: () => {
      worker.destroy();
      thread.terminate();
      return Promise.resolve();
    },
  };
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('pdf.js did not answer in time')), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
