// `rostrum open`: the app in this computer's own browser, on the same data folder and the same contract as in Electron.

import { randomBytes, randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { listAppFiles, type AppFiles } from '../electron/keep/app-files';
import { openDesktopHost, type Shell } from '../electron/keep/desktop-host';
import type { WriteFailure } from '../electron/keep/failures';
import { fail, succeed } from '../shared/result';
import type { Command, CommandIo } from './command';
import { defaultDataFolder } from './data-folder';
import { findBrowser } from './find-browser';
import { serveLoopback, type ListenFailure } from './loopback-server';
import { openInBrowser } from './open-in-browser';
import { printPdf } from './print-pdf';

/** Fixed, because a browser keeps a page's storage under its address, port included. */
const usualPort = 4177;

const help = `Usage: rostrum open [--data DIR] [--port N] [--no-browser] [--publish-to DIR] [--office DIR]

Serves Rostrum to the browser of this computer, and to nobody else. The first line
on standard output is the address; it works until the command is interrupted (Ctrl+C).

  --data DIR     the data folder (as a rule the one that the desktop app uses)
  --port N       the port on 127.0.0.1 (as a rule ${usualPort}; 0 takes any that is free)
  --no-browser   only prints the address
  --publish-to DIR  the folder that a conference office may publish in: a browser cannot ask for one
  --office DIR   the keys of a conference office that "rostrum keys create" made

Example:
  rostrum open --data ~/conference-2026`;

export const openCommand: Command = {
  name: 'open',
  summary: 'open the app in this computer’s browser',
  help,
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        'no-browser': { type: 'boolean' },
        'publish-to': { type: 'string' },
        office: { type: 'string' },
      },
    });
    const port = portOf(values.port);
    if (port === undefined) {
      io.err(`--port takes a number from 0 to 65535, not “${values.port ?? ''}”.\nSee: rostrum open --help\n`);
      return 2;
    }
    const folder = resolve(values.data ?? defaultDataFolder());
    const folders = { publish: values['publish-to'], office: values.office };
    return open({ folder, port, showsBrowser: values['no-browser'] !== true, folders }, io);
  },
};

type OpenOptions = {
  readonly folder: string;
  readonly port: number;
  readonly showsBrowser: boolean;
  readonly folders: NamedFolders;
};

/** Folders that whoever started the program named, since a browser cannot ask for one. */
type NamedFolders = { readonly publish: string | undefined; readonly office: string | undefined };

async function open({ folder, port, showsBrowser, folders }: OpenOptions, io: CommandIo): Promise<number> {
  const files = await builtPage();
  if (files === undefined) {
    io.err('The app is not built yet: run npm start, or npx vite build --app, first.\n');
    return 1;
  }
  const host = await openDesktopHost({
    folder,
    appVersion: version,
    now: Date.now,
    newId: randomUUID,
    fetch: globalThis.fetch,
    shell: browserShell(folders),
  });
  if (!host.ok) {
    io.err(folderSentence(host.error, folder));
    return 1;
  }
  const loopback = await serveLoopback({
    port,
    token: randomBytes(32).toString('base64url'),
    files,
    api: host.value.api,
    report: (error) => io.err(`A request failed: ${error instanceof Error ? error.message : String(error)}\n`),
  });
  if (!loopback.ok) {
    await host.value.close();
    io.err(portSentence(loopback.error, port));
    return 1;
  }
  const interrupted = interruption();
  io.out(`${loopback.value.address}\n`);
  const isShown = showsBrowser && (await openInBrowser(loopback.value.address));
  io.err(
    `Rostrum is open ${isShown ? 'in your browser' : 'at the address above'}. Papers are kept in ${folder}.\n` +
      'Press Ctrl+C to end.\n',
  );
  await interrupted;
  await loopback.value.close();
  await host.value.close();
  return 0;
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return usualPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : undefined;
}

/** The page's files, which the build puts beside the command line's own; undefined when there was no build. */
async function builtPage(): Promise<AppFiles | undefined> {
  try {
    const files = await listAppFiles(resolve(import.meta.dirname, '../renderer'));
    return files.has('/') ? files : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function browserShell(folders: NamedFolders): Shell {
  const canPrint = findBrowser() !== undefined;
  return {
    shell: 'browser',
    lacks: ['menu-bar', 'system-keyring', 'save-dialog', ...(canPrint ? [] : (['pdf'] as const))],
    saveFile: async () => fail({ kind: 'use-download' }),
    printPdf: ({ html }) => printPdf(html),
    takeOpenedFiles: async () => [],
    chooseFolder: async (purpose) => {
      const named = folders[purpose];
      return named === undefined ? fail({ kind: 'no-dialog' }) : succeed(resolve(named));
    },
    // The page asks the delegate and opens the tab itself: the browser is already there.
    openExternal: async () => fail({ kind: 'refused' }),
  };
}

function folderSentence(error: WriteFailure, folder: string): string {
  switch (error.kind) {
    case 'folder-in-use':
      return `Rostrum is already open with the papers in ${folder}. Use that window, or end it first.\n`;
    case 'disk-full':
      return `The disk is full: the papers in ${folder} cannot be opened.\n`;
    case 'not-writable':
      return `The folder ${folder} cannot be written. Choose another: rostrum open --data DIR\n`;
  }
}

function portSentence(error: ListenFailure, port: number): string {
  return error.kind === 'port-taken'
    ? `Port ${port} is taken by another program on this computer, perhaps another rostrum open. End that one, or choose another port: rostrum open --port ${port + 1}\n`
    : `This account may not use port ${port}. Choose one above 1023: rostrum open --port ${usualPort}\n`;
}

/** Resolves at Ctrl+C, or when the system asks the process to end. */
function interruption(): Promise<void> {
  return new Promise((resolve_) => {
    process.once('SIGINT', () => resolve_());
    process.once('SIGTERM', () => resolve_());
  });
}
