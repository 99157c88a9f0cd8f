// Installs what the lock file names, when it is not there yet or is not what the lock file names any more.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot, recall, remember } from './places.mjs';
import { runQuietly } from './run-program.mjs';
import { say } from './say.mjs';

/** @returns {Promise<boolean>} false when it could not be done; the reason was said */
export async function ensureInstalled() {
  const wanted = wantedInstallation();
  const isThere = existsSync(inRoot('node_modules'));
  if (isThere && recall('installed') === wanted) return true;
  say(isThere ? 'Bringing the packages up to date …' : 'Installing the packages (once) …');
  // `install` changes only what differs; `ci` begins by removing everything.
  const words = isThere ? ['install', '--no-save'] : ['ci'];
  const { ok, output } = await npm([...words, '--no-audit', '--no-fund', '--loglevel=error']);
  if (!ok) {
    say(`${output.trim()}\nThe packages could not be installed. Is there a network?`);
    return false;
  }
  remember('installed', wanted);
  return true;
}

function wantedInstallation() {
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform} ${process.arch} ${process.versions.modules}`;
}

/**
 * The npm that started this, else the one on the path.
 *
 * @param {readonly string[]} args
 */
function npm(args) {
  const script = process.env.npm_execpath;
  if (script !== undefined && /\.c?js$/.test(script)) return runQuietly(process.execPath, [script, ...args]);
  return process.platform === 'win32'
    ? runQuietly('cmd.exe', ['/d', '/s', '/c', 'npm', ...args])
    : runQuietly('npm', args);
}
