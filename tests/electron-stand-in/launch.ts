// Starts the built app for a test: on the stand-in, or on a real Electron when ELECTRON_BIN names one.

import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { DesktopBridge } from '../../shared/desktop-contract';

declare global {
  interface Window {
    /** As in the page (renderer/app/desktop.ts), for what tests evaluate there. */
    readonly rostrum?: DesktopBridge;
  }
}

const root = join(import.meta.dirname, '../..');

export type LaunchOptions = {
  /** Stands for the user's data folder: journal, kept files and the browser's own (IndexedDB). */
  readonly dataFolder: string;
  /** Further words of the command line: files to open. */
  readonly args?: readonly string[];
  /** A packed program to start instead of the build in `dist/`. */
  readonly executable?: string;
};

export type RunningRostrum = {
  readonly app: ElectronApplication;
  /** The window's page, with its document loaded. */
  readonly page: Page;
  /** Quits as the delegate would, and waits until everything is on disk. */
  readonly close: () => Promise<void>;
  /** Ends everything at once, as a power cut would. */
  readonly kill: () => Promise<void>;
};

/** Starts Rostrum on `dataFolder` and waits for its window. Needs the bundles in `dist/` (`npx vite build --app`). */
export async function launchRostrum(options: LaunchOptions): Promise<RunningRostrum> {
  const app = await _electron.launch({
    executablePath: options.executable ?? process.env['ELECTRON_BIN'] ?? join(import.meta.dirname, 'electron'),
    args: [
      ...(options.executable === undefined ? [root] : []),
      `--user-data-dir=${options.dataFolder}`,
      ...(options.args ?? []),
    ],
    timeout: 30_000,
  });
  const chromiumGroup = await app.evaluate(() => process.env['STAND_IN_CHROMIUM_GROUP']);
  const page = await app.firstWindow();
  await page.waitForURL((url) => url.protocol !== 'about:', { waitUntil: 'load' });
  return {
    app,
    page,
    close: async () => app.close(),
    kill: async () => {
      const ended = new Promise((resolve) => app.process().once('exit', resolve));
      app.process().kill('SIGKILL');
      if (chromiumGroup !== undefined) process.kill(-Number(chromiumGroup), 'SIGKILL');
      await ended;
    },
  };
}
