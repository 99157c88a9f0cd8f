// Reports of what the office's address or a file brought and was not used, with the bytes it was about. Nothing reads
// them but people: they are for the conference office, and to be found again after the window was closed.

import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeepFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { makeFolder, readWhole, writeWhole } from './files';
import { sha256Of } from './sha256';

/** A report above this is not kept: a megabyte of what was refused, as base64, and what is said of it. */
export const refusedLimit = 1536 * 1024;

/** So many are kept, the newest. */
const mostReports = 20;

/** Keeps a report as `refused/<code>-<hash>.json`; the same report again is one file. */
export async function keepRefused(
  storeFolder: string,
  { code, report }: { readonly code: string; readonly report: Uint8Array },
): Promise<Result<{ readonly kept: true }, KeepFailure>> {
  if (report.length > refusedLimit) return fail({ kind: 'too-large', limit: refusedLimit });
  const folder = join(storeFolder, 'refused');
  const path = join(folder, `${code}-${sha256Of(report).slice(0, 16)}.json`);
  if ((await readWhole(path)).ok) return succeed({ kept: true });
  const made = await makeFolder(folder);
  if (!made.ok) return made;
  const written = await writeWhole(path, report);
  if (!written.ok) return written;
  await removeOldest(folder);
  return succeed({ kept: true });
}

async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  if (names.length <= mostReports) return;
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })));
  const oldest = dated.toSorted((before, after) => before.at - after.at).slice(0, names.length - mostReports);
  for (const { name } of oldest) await rm(join(folder, name), { force: true });
}
