// A folder that goes with the process.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes the folder; it is removed when the process exits, unless it is killed. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `stand-in-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
