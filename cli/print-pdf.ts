// Prints an HTML document as PDF through a headless browser. Nothing in the document runs, and nothing is loaded.

import { printPolicy } from '../electron/keep/content-policy';
import type { PrintFailure } from '../shared/desktop-contract';
import { fail, succeed, type Result } from '../shared/result';
import { openBrowserPipe, type BrowserPipe } from './devtools-pipe';
import { findBrowser } from './find-browser';

/** A document that has not been printed by then never will be, milliseconds. */
const patience = 60_000;

/** The document is served under a name that exists nowhere; every other request is refused. */
const documentAddress = 'https://report.invalid/';

/**
 * The whole of `html` as tagged PDF with an outline, on the page size that its `@page` rule names.
 * `no-printer`: no browser of the Chromium family on this computer. `print-failed`: it did not start, or gave no PDF.
 */
export async function printPdf(
  html: string,
  { browser }: { readonly browser: string | undefined } = { browser: findBrowser() },
): Promise<Result<Uint8Array, PrintFailure>> {
  if (browser === undefined) return fail({ kind: 'no-printer' });
  const pipe = await openBrowserPipe(browser);
  try {
    return succeed(await withPatience(printThrough(pipe, html)));
  } catch {
    return fail({ kind: 'print-failed' });
  } finally {
    await pipe.close();
  }
}

async function printThrough(pipe: BrowserPipe, html: string): Promise<Uint8Array> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const loaded = new Promise<void>((resolve) => {
    pipe.on('Page.loadEventFired', () => resolve());
  });
  await serveOnly(pipe, session, html);
  await pipe.send('Emulation.setScriptExecutionDisabled', { value: true }, session);
  await pipe.send('Page.enable', {}, session);
  await pipe.send('Page.navigate', { url: documentAddress }, session);
  await loaded;
  const { data } = await pipe.send(
    'Page.printToPDF',
    { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true },
    session,
  );
  return new Uint8Array(Buffer.from(String(data), 'base64'));
}

async function serveOnly(pipe: BrowserPipe, session: string, html: string): Promise<void> {
  const answer = {
    responseCode: 200,
    responseHeaders: [
      { name: 'Content-Type', value: 'text/html; charset=utf-8' },
      { name: 'Content-Security-Policy', value: printPolicy },
    ],
    body: Buffer.from(html, 'utf8').toString('base64'),
  };
  pipe.on('Fetch.requestPaused', ({ requestId, request }) => {
    const isDocument = JSON.stringify(request).includes(`"url":${JSON.stringify(documentAddress)}`);
    const sent = isDocument
      ? pipe.send('Fetch.fulfillRequest', { requestId, ...answer }, session)
      : pipe.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, session);
    // A refusal here means that the browser has ended: the command that waits says so.
    sent.catch(() => undefined);
  });
  await pipe.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session);
}

function withPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the browser did not answer in time')), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
