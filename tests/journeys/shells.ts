// The two shells a delegate may have Rostrum in, offering a journey the same few things.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { launchRostrum, type RunningRostrum } from '../electron-stand-in/launch';
import { freePort } from './conference-office';
import { watchForFaults, type Faults } from './faults';

/** Rostrum on one data folder, started and ended as often as the journey likes. */
export type Shell = {
  readonly dataFolder: string;
  /** What went wrong in any page so far. */
  readonly faults: Faults;
  /** Opens the window; the page is at rest when it shows its heading. */
  readonly start: () => Promise<Page>;
  /** Closes it as the delegate would. */
  readonly close: () => Promise<void>;
  /** While it is closed: the browser's own copy of everything is gone. */
  readonly loseWorkingCopy: () => void;
  /** Does what saves a file, and answers the file that was really written. */
  readonly saved: (page: Page, save: () => Promise<void>) => Promise<{ readonly name: string; readonly bytes: Buffer }>;
};

const patience = 15_000;

/** The window of Electron, or of what stands in for it. */
export function inWindow(folder: string): Shell {
  const dataFolder = join(folder, 'data');
  const saves = join(folder, 'saved');
  const faults = watchForFaults();
  let running: RunningRostrum | undefined;
  return {
    dataFolder,
    faults,
    start: async () => {
      running = await launchRostrum({ dataFolder });
      return ready(running.page, faults);
    },
    close: async () => running?.close(),
    loseWorkingCopy: () => {
      const places = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' });
      const copies = places.filter((place) => place.endsWith('IndexedDB'));
      if (copies.length === 0) throw new Error('There is no working copy to lose');
      for (const copy of copies) rmSync(join(dataFolder, copy), { recursive: true });
    },
    saved: async (page, save) => {
      // The one thing that cannot be driven: the system's own dialog. It answers with the name it was offered.
      await running?.app.evaluate(({ dialog }, place) => {
        dialog.showSaveDialog = async (...[, options]: readonly [unknown, { readonly defaultPath?: string }?]) => ({
          canceled: false,
          filePath: `${place}/${options?.defaultPath ?? 'unnamed'}`,
        });
      }, emptied(saves));
      await save();
      await page.getByText(/^Saved as “/u).waitFor();
      const [name = ''] = readdirSync(saves);
      return { name, bytes: readFileSync(join(saves, name)) };
    },
  };
}

/** A shell whose power can fail. */
export type BrowserShell = Shell & {
  /** Ends program and browser in the middle of whatever they do. */
  readonly kill: () => Promise<void>;
};

/** A tab of this computer's Chromium, with `rostrum open` behind it, started with `more` options. */
export function inBrowser(folder: string, more: readonly string[] = []): BrowserShell {
  const dataFolder = join(folder, 'data');
  const faults = watchForFaults();
  let profile = 0;
  let port = 0;
  let host: ChildProcess | undefined;
  let context: BrowserContext | undefined;
  return {
    dataFolder,
    faults,
    start: async () => {
      // The same port each time: the browser keeps a page's storage under its address.
      if (port === 0) port = await freePort();
      host = spawn(
        process.execPath,
        [commandLine, 'open', '--no-browser', '--port', String(port), '--data', dataFolder, ...more],
        {
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
      const address = await firstLine(host);
      context = await chromium.launchPersistentContext(join(folder, `profile-${profile}`), {
        executablePath: wholeChromium(),
        args: browserSwitches,
        viewport: { width: 1366, height: 768 },
      });
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(address);
      return ready(page, faults);
    },
    close: async () => {
      if (host === undefined) return;
      await context?.close();
      const ended = new Promise((resolve) => host?.once('exit', resolve));
      host.kill('SIGTERM');
      await ended;
    },
    kill: async () => {
      const ended = new Promise((resolve) => host?.once('exit', resolve));
      host?.kill('SIGKILL');
      await ended;
      await context?.close();
    },
    loseWorkingCopy: () => {
      profile += 1;
    },
    saved: async (page, save) => {
      const arriving = page.waitForEvent('download');
      await save();
      const download = await arriving;
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    },
  };
}

export const commandLine = join(import.meta.dirname, '../../dist/cli/rostrum.cjs');

export const browserSwitches = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

/** The browser a person would use, rather than the shell without windows. */
export function wholeChromium(): string {
  const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );
  if (found === undefined) throw new Error('No Chromium on this computer: install the package chromium');
  return found;
}

/** The first line that a program prints, which for `rostrum open` is the address. */
export function firstLine(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    program.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    program.once('exit', (code) => reject(new Error(`It ended with ${String(code)} before it said anything`)));
  });
}

async function ready(page: Page, faults: Faults): Promise<Page> {
  page.setDefaultTimeout(patience);
  faults.watch(page);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
