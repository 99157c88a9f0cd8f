// Opens the app: in Electron when it can be had and run, else in this computer's browser, with the reason in a sentence.

import { electronProgram } from './electron-program.mjs';
import { runInTerminal } from './run-program.mjs';
import { say } from './say.mjs';

/** An Electron that ends sooner, and not well, never opened a window: a missing library, most likely. Milliseconds. */
const tooSoon = 5000;

/**
 * @param {{ browser: boolean, electron: boolean }} wishes
 * @param {readonly string[]} words for the app itself
 * @returns {Promise<number>} the exit code
 */
export async function openApp(wishes, words) {
  if (wishes.browser) return openInBrowser(words);
  if (!hasDisplay()) {
    say('There is no display for a window here, so Rostrum is served to a browser.');
    return openInBrowser(words);
  }
  const program = await electronProgram({ insists: wishes.electron });
  if (program === undefined) {
    say('Rostrum opens in your browser instead.');
    return openInBrowser(words);
  }
  // Chromium, and so Electron, refuses to run its sandbox as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const start = Date.now();
  const code = await runInTerminal(program, [...sandbox, '.', ...words]);
  if (code === 0 || Date.now() - start > tooSoon) return code;
  say(`Electron ended at once (code ${code}). Rostrum opens in your browser instead.`);
  return openInBrowser(words);
}

function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @param {readonly string[]} words */
function openInBrowser(words) {
  return runInTerminal(process.execPath, ['dist/cli/rostrum.cjs', 'open', ...words]);
}
