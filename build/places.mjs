// The project's folder, and the notes that start leaves for its next time.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** @param {string} path from the project's folder */
export const inRoot = (path) => join(root, path);

const notes = inRoot('node_modules/.cache/rostrum');

/**
 * What was noted under `name`; undefined when nothing was.
 *
 * @param {string} name
 */
export function recall(name) {
  try {
    return readFileSync(join(notes, name), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
export function remember(name, text) {
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(notes, name), text);
}

/** @param {string} name */
export function forget(name) {
  rmSync(join(notes, name), { force: true });
}
