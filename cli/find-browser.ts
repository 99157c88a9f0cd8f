// Finds a browser of the Chromium family on this computer: it prints reports as PDF.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The parts of the environment that decide where programs are. */
export type ProgramPlaces = {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** The smallest first: the headless shell starts two to three times faster than the whole browser. */
const commands = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

/** The full path of the first browser that may be run; undefined when there is none. */
export function findBrowser(
  places: ProgramPlaces = { platform: process.platform, environment: process.env },
): string | undefined {
  return candidates(places).find(isExecutable);
}

function candidates({ platform, environment }: ProgramPlaces): readonly string[] {
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return folders.flatMap((folder) => windowsPrograms.map((program) => `${folder}\\${program}`));
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  if (platform !== 'darwin') return onPath;
  return [...onPath, ...macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
