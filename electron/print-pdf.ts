// Prints a document of the app as PDF, in a window nobody sees and which runs no script.

import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import type { PrintFailure } from '../shared/desktop-contract';
import { fail, succeed, type Result } from '../shared/result';
import { appScheme } from './keep/app-address';

/**
 * The tagged PDF, with bookmarks, of `html`. `documents` is where the app's protocol looks for what is being printed;
 * the document is in it only meanwhile.
 */
export async function printPdf(
  html: string,
  documents: Map<string, string>,
): Promise<Result<Uint8Array, PrintFailure>> {
  const address = `${appScheme}://print/${randomUUID()}`;
  documents.set(address, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    await window.loadURL(address);
    const pdf = await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return succeed(new Uint8Array(pdf));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail({ kind: 'print-failed' });
  } finally {
    documents.delete(address);
    window.destroy();
  }
}
