// The doorkeeper's list of duties, in the order in which they are taken up. Each is a small piece of its own.

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { app, dialog, session, type BrowserWindow } from 'electron';
import type { DesktopEvent } from '../shared/desktop-contract';
import { fail, type Result } from '../shared/result';
import { registerAppScheme, serveApp } from './app-protocol';
import { chooseFolder, openExternal, saveFile } from './dialogs';
import { listAppFiles } from './keep/app-files';
import { openDesktopHost, type DesktopHost, type Shell } from './keep/desktop-host';
import type { WriteFailure } from './keep/failures';
import { systemKeyring } from './keyring';
import { setMenu } from './menu';
import { collectOpenedFiles, type OpenedFiles } from './opened-files';
import { printPdf } from './print-pdf';
import { restrictPages, restrictSession } from './security';
import { serveDesktopApi } from './serve-desktop-api';
import { focusWindow, openWindow, windowStateFile } from './window';

app.enableSandbox();
registerAppScheme();
restrictPages();
if (app.requestSingleInstanceLock()) void start().catch(leaveAfterBug);
else app.quit();

async function start(): Promise<void> {
  let window: BrowserWindow | undefined;
  const documents = new Map<string, string>();
  const send = (event: DesktopEvent): void => window?.webContents.send('desktop-event', event);
  const openedFiles = collectOpenedFiles(() => {
    if (window !== undefined) focusWindow(window);
    send({ kind: 'files-opened' });
  });
  const shell = electronShell(() => window, openedFiles, documents);

  await app.whenReady();
  await restrictSession(session.defaultSession);
  const host = await openHost(shell);
  if (!host.ok) return leaveFolderToOther();
  serveApp(await listAppFiles(join(app.getAppPath(), 'dist/renderer')), documents);
  serveDesktopApi(host.value.api, report);
  setMenu((command) => send({ kind: 'menu', command }));
  closeWhenDone(host.value);

  const show = async (): Promise<void> => {
    window = await openWindow({
      stateFile: windowStateFile(app.getPath('userData')),
      preload: join(app.getAppPath(), 'dist/preload/preload.cjs'),
      devTools: !app.isPackaged,
    });
    window.on('closed', () => {
      window = undefined;
    });
  };
  app.on('activate', () => {
    if (window === undefined) void show();
  });
  await show();
}

/** Bugs go to the terminal the app was started from, if it was. */
function report(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`);
}

async function openHost(shell: Shell): Promise<Result<DesktopHost, WriteFailure>> {
  const keyring = await systemKeyring();
  return openDesktopHost({
    folder: app.getPath('userData'),
    appVersion: app.getVersion(),
    now: Date.now,
    newId: randomUUID,
    fetch: globalThis.fetch,
    shell,
    ...(keyring === undefined ? {} : { keyring }),
  });
}

function electronShell(
  windowNow: () => BrowserWindow | undefined,
  openedFiles: OpenedFiles,
  documents: Map<string, string>,
): Shell {
  return {
    shell: 'electron',
    lacks: [],
    saveFile: async ({ suggestedName, bytes }) => {
      const window = windowNow();
      return window === undefined ? fail({ kind: 'cancelled' }) : saveFile(window, suggestedName, bytes);
    },
    printPdf: async ({ html }) => printPdf(html, documents),
    takeOpenedFiles: openedFiles.take,
    chooseFolder: async (purpose) => {
      const window = windowNow();
      return window === undefined ? fail({ kind: 'cancelled' }) : chooseFolder(window, purpose);
    },
    openExternal: async (address) => {
      const window = windowNow();
      return window === undefined ? fail({ kind: 'cancelled' }) : openExternal(window, address);
    },
  };
}

function closeWhenDone(host: DesktopHost): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    void host.close().finally(() => app.exit());
  });
}

/** An app without a window would run on unseen, and hold the folder. */
function leaveAfterBug(error: unknown): void {
  report(error);
  dialog.showErrorBox(
    'Rostrum could not start',
    'Something in the program itself went wrong. Your papers are untouched.',
  );
  app.exit(1);
}

/** Before there is a page there is only this one sentence to say. */
function leaveFolderToOther(): void {
  dialog.showErrorBox('Rostrum is already open', 'Another Rostrum is using the same folder. Close it, then try again.');
  app.exit(1);
}
