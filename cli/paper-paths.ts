// The files that are meant by the paths on a command line: a folder means the files in it.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const inNaturalOrder = new Intl.Collator('en-GB', { numeric: true });

/**
 * The paths with each folder replaced by the files in it and in its folders, "Motion 2" before "Motion 10". Hidden files
 * and links are left out. Whatever is no folder stays as it is, for its reader to find out.
 */
export async function paperPaths(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) found.push(...(path === '-' ? [path] : await filesAt(path)));
  return found;
}

async function filesAt(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const shown = entries.filter(({ name }) => !name.startsWith('.'));
    shown.sort((before, after) => inNaturalOrder.compare(before.name, after.name));
    const files: string[] = [];
    for (const entry of shown) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) files.push(...(await filesAt(inside)));
      else if (entry.isFile()) files.push(inside);
    }
    return files;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOTDIR' || error.code === 'ENOENT'))
      return [path];
    throw error;
  }
}
