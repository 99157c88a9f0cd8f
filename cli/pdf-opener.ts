// The port `PdfOpener` on Node: pdf.js with its worker in a thread of its own, so that a paper that would keep it busy
// for ever, or eat all memory, is given up without harm.

import { MessageChannel, Worker } from 'node:worker_threads';
import type { PdfEngine } from '../shared/import/pdf-js';
import { pdfJsOpener, pdfJsOptions } from '../shared/import/pdf-js';

/** A step (opening, one page) that has not been done by then never will be, milliseconds. */
const patience = 20_000;

export const pdfOpener = pdfJsOpener(startEngine);

async function startEngine(): Promise<PdfEngine> {
  const [pdfJs, workerCode] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?raw'),
  ]);
  const { port1, port2 } = new MessageChannel();
  const thread = new Worker(codeAddress(workerCode.default), {
    workerData: { port: port2 },
    transferList: [port2],
    stderr: true,
    stdout: true,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  const ended = new Promise<never>((_, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('pdf.js has ended')));
  });
  // Whoever is waiting is told through `inTime`; nobody may be.
  ended.catch(() => undefined);
  port1.start();
  return {
    open: (bytes) => {
      // pdf.js asks a browser's port of its worker; Node's has the part of it that is used.
      const worker = pdfJs.PDFWorker.create({ port: port1, verbosity: pdfJsOptions.verbosity });
      return pdfJs.getDocument({ ...pdfJsOptions, data: bytes, worker }).promise;
    },
    inTime: (work) => inTime(Promise.race([work, ended])),
    stop: async () => {
      port1.close();
      await thread.terminate();
    },
  };
}

/** The worker's code, and a start that listens to the port it is given, as one module. */
function codeAddress(code: string): URL {
  const start =
    "import { workerData as rostrumStart } from 'node:worker_threads';\n" +
    'globalThis.pdfjsWorker.WorkerMessageHandler.initializeFromPort(rostrumStart.port);\n' +
    'rostrumStart.port.start();\n';
  const bytes = Buffer.from(`${code}\n${start}`, 'utf8');
  return new URL(`data:text/javascript;base64,${bytes.toString('base64')}`);
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('pdf.js did not answer in time')), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
