// Electron's command line, as much of it as the tests use, and which app it names.

import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unpackAsar } from './asar.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/**
 * The app is the one packed beside the executable (`resources/app.asar`), else the first word that is no option.
 * STAND_IN_EXECUTABLE tells where a packed copy of the executable stands.
 */
export async function readCommandLine(words) {
  const executable = process.env.STAND_IN_EXECUTABLE ?? join(import.meta.dirname, 'electron');
  const packed = join(dirname(executable), 'resources/app.asar');
  const isPackaged = existsSync(packed);
  const options = new Map(words.filter((word) => word.startsWith('--')).map(splitOption));
  const firstWord = words.find((word) => !word.startsWith('-'));
  if (!isPackaged && firstWord === undefined)
    throw new Error('No app: name its folder, or pack it beside the executable');
  const appPath = isPackaged ? unpackAsar(packed, temporaryFolder('app')) : resolve(firstWord);
  const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
  const name = manifest.productName ?? manifest.name;
  const userData =
    options.get('--user-data-dir') ?? join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), name);
  const inspect = options.get('--inspect');
  return {
    executable,
    appPath,
    isPackaged,
    manifest,
    name,
    userData: resolve(userData),
    inspectPort: inspect === undefined ? undefined : Number(inspect),
  };
}

function splitOption(word) {
  const equals = word.indexOf('=');
  return equals === -1 ? [word, ''] : [word.slice(0, equals), word.slice(equals + 1)];
}
