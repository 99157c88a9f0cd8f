// What the doorkeeper asks the delegate in the system's own dialogs: where to save, and whether to leave the app.

import { basename } from 'node:path';
import { dialog, shell, type BrowserWindow } from 'electron';
import type { OpenFailure, SaveFailure } from '../shared/desktop-contract';
import { fail, succeed, type Result } from '../shared/result';
import { safeFileName } from './keep/file-name';
import { writeWhole } from './keep/files';

/** Asks where to save `bytes`, and saves them there. The page suggests a name and never learns a path. */
export async function saveFile(
  window: BrowserWindow,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly name: string }, SaveFailure>> {
  const asked = await dialog.showSaveDialog(window, { defaultPath: safeFileName(suggestedName) });
  if (asked.canceled || asked.filePath === '') return fail({ kind: 'cancelled' });
  const written = await writeWhole(asked.filePath, bytes);
  return written.ok ? succeed({ name: basename(asked.filePath) }) : written;
}

/** Asks for a folder of this computer; the page learns its path only to show it. */
export async function chooseFolder(
  window: BrowserWindow,
  purpose: 'publish' | 'office',
): Promise<Result<string, { readonly kind: 'cancelled' }>> {
  const title = purpose === 'publish' ? 'Folder to publish in' : 'Folder with the keys of an office';
  const asked = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
  const [path] = asked.filePaths;
  return asked.canceled || path === undefined ? fail({ kind: 'cancelled' }) : succeed(path);
}

/** Shows where an address leads, and opens it outside the app when the delegate says so. */
export async function openExternal(
  window: BrowserWindow,
  address: { readonly href: string; readonly shown: string },
): Promise<Result<{ readonly opened: true }, OpenFailure>> {
  const answer = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Leave Rostrum and open ${address.shown}?`,
    detail: address.href,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (answer.response !== 0) return fail({ kind: 'cancelled' });
  await shell.openExternal(address.href);
  return succeed({ opened: true });
}
