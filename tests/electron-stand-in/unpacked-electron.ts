// A folder in the shape of an unpacked Electron, with the stand-in as its executable: what electron-builder packs.

import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

// Where the fuses of an Electron executable are: after this text, their version, their number and a digit for each
// (electron/fuses). The digits are Electron's own defaults.
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseDefaults = '101100011';

/** Makes the folder at `path`. `version` is Electron's, without `v`. */
export async function makeUnpackedElectron(path: string, version: string): Promise<void> {
  await mkdir(join(path, 'locales'), { recursive: true });
  await mkdir(join(path, 'resources'), { recursive: true });
  await mkdir(join(path, 'app'), { recursive: true });
  const start = join(import.meta.dirname, 'start.mjs');
  const script = `#!/bin/sh\nSTAND_IN_EXECUTABLE="$(readlink -f "$0")" exec node '${start}' "$@"\n# `;
  const fuses = Buffer.concat([
    Buffer.from(fuseSentinel),
    Buffer.from([1, fuseDefaults.length]),
    Buffer.from(`${fuseDefaults}\n`),
  ]);
  await writeFile(join(path, 'electron'), Buffer.concat([Buffer.from(script), fuses]));
  await chmod(join(path, 'electron'), 0o755);
  await writeFile(join(path, 'version'), version);
  await copyFile(join(root, 'LICENSE'), join(path, 'LICENSE'));
  await writeFile(join(path, 'LICENSES.chromium.html'), '<!doctype html>');
  for (const locale of ['cy', 'de', 'en-GB', 'en-US', 'fr']) await writeFile(join(path, `locales/${locale}.pak`), '');
  await writeFile(join(path, 'app/package.json'), '{"name":"default-app"}');
  const asar = join(root, 'node_modules/.bin/asar');
  execFileSync(asar, ['pack', join(path, 'app'), join(path, 'resources/default_app.asar')]);
}
