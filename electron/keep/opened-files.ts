// Files the delegate opens from outside: a double click, "Open with", the command line. Names are taken from there and
// from nowhere else, and only of kinds that Rostrum reads.

import { open } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { OpenedFile } from '../../shared/desktop-contract';
import { singleFileLimit } from '../../shared/bundle/limits';
import { systemCodeOf } from './failures';

const kinds = new Set(['.rostrum', '.txt', '.text', '.md', '.html', '.htm', '.docx', '.pdf', '.odt', '.rtf']);

/**
 * The files among the words of a command line, as absolute paths. Everything else, options above all, is passed over:
 * a second start can hand over files and nothing more.
 */
export function filesInCommandLine(words: readonly string[], workingFolder: string): readonly string[] {
  return words
    .filter((word) => !word.startsWith('-') && kinds.has(extname(word).toLowerCase()))
    .map((word) => resolve(workingFolder, word));
}

/**
 * The file at `path`; undefined when it is gone or no file. Of one that is larger than any that Rostrum opens, only so
 * much is read that whoever looks at it sees that it is too large.
 */
export async function readOpenedFile(path: string): Promise<OpenedFile | undefined> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const bytes = new Uint8Array(Math.min(size, singleFileLimit + 1));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return { name: basename(path), bytes: bytes.subarray(0, filled) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (systemCodeOf(error) === undefined) throw error;
    return undefined;
  }
}
