// Electron's program: there, or to be fetched by Electron's own installer, or not to be had. A failure is remembered for
// its version, so that it costs its time once.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forget, inRoot, recall, remember } from './places.mjs';
import { runQuietly } from './run-program.mjs';
import { say } from './say.mjs';

const minute = 60_000;

/**
 * The path of Electron's program; undefined when it is not to be had, which was said.
 *
 * @param {{ insists: boolean }} options insisting, it is tried again, and with patience
 */
export async function electronProgram({ insists }) {
  const there = installedProgram();
  if (there !== undefined) return there;
  const { version } = JSON.parse(readFileSync(inRoot('node_modules/electron/package.json'), 'utf8'));
  if (!insists && recall('electron-not-to-be-had') === version) {
    say(`Electron ${version} could not be fetched the last time. To try again: npm start -- --electron`);
    return undefined;
  }
  say(`Fetching Electron ${version} (once, about 110 MB) …`);
  const patience = (insists ? 20 : 1.5) * minute;
  const { output } = await runQuietly(process.execPath, ['node_modules/electron/install.js'], { patience });
  const fetched = installedProgram();
  if (fetched === undefined) {
    remember('electron-not-to-be-had', version);
    say(`Electron ${version} could not be fetched${reasonIn(output)}. To try again: npm start -- --electron`);
  } else forget('electron-not-to-be-had');
  return fetched;
}

/**
 * What the installer's stack says in its first words, in brackets.
 *
 * @param {string} output
 */
function reasonIn(output) {
  const [, reason] = /^\w*Error: (.{1,120})/m.exec(output) ?? [];
  return reason === undefined ? '' : ` (${reason})`;
}

/** As Electron's own `index.js` finds it; requiring that would begin a download. */
function installedProgram() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = inRoot('node_modules/electron/path.txt');
  if (folder === undefined && !existsSync(pathFile)) return undefined;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const program = join(folder ?? inRoot('node_modules/electron/dist'), name);
  return existsSync(program) ? program : undefined;
}
