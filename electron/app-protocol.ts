// `app://bundle`: the page's own files, from a list, under its content security policy. And `app://print/<id>`: a
// document that waits to be printed, from memory.

import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { appFileAt, appScheme } from './keep/app-address';
import type { AppFiles } from './keep/app-files';
import { contentPolicy, printPolicy } from './keep/content-policy';

/**
 * Gives the scheme an origin of its own (IndexedDB), a secure context (WebCrypto) and code caching. To be called once,
 * before the app is ready. Never more than this: `bypassCSP` and `allowServiceWorkers` would undo the rest.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Documents that wait to be printed: address → HTML. */
export type PrintDocuments = ReadonlyMap<string, string>;

/** Answers every request of the scheme: 404 for what is in neither list. */
export function serveApp(files: AppFiles, documents: PrintDocuments): void {
  protocol.handle(appScheme, async (request) => {
    const html = documents.get(request.url);
    if (html !== undefined) return answer(html, 'text/html; charset=utf-8', printPolicy);
    const file = request.method === 'GET' ? appFileAt(files, request.url) : undefined;
    if (file === undefined)
      return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
    return answer(new Uint8Array(await readFile(file.path)), file.contentType, contentPolicy('none'));
  });
}

function answer(body: string | Uint8Array<ArrayBuffer>, contentType: string, policy: string): Response {
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-security-policy': policy,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}
