// Builds the app when a source has changed since it was last built: told by content, not by dates, which a checkout or
// a branch changes at will.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { inRoot, forget, recall, remember } from './places.mjs';
import { runTool } from './run-program.mjs';
import { say } from './say.mjs';

const sources = ['shared', 'renderer', 'electron', 'cli', 'package.json', 'package-lock.json', 'vite.config.ts'];

const results = ['dist/renderer/index.html', 'dist/main/main.cjs', 'dist/preload/preload.cjs', 'dist/cli/rostrum.cjs'];

/** @returns {Promise<boolean>} false when it could not be done; the reason was said */
export async function ensureBuilt() {
  if (isBuilt()) return true;
  say('Building the app …');
  const { ok, output } = await build();
  if (!ok) say(`${output.trim()}\nThe app could not be built.`);
  return ok;
}

export async function build() {
  if (isBuilt()) return { ok: true, output: '' };
  // A build that is interrupted must not pass for one.
  forget('built');
  const before = sourcesDigest();
  const built = await runTool('vite/bin/vite.js', ['build', '--app', '--logLevel', 'warn']);
  if (built.ok) remember('built', before);
  return built;
}

function isBuilt() {
  return results.every((path) => existsSync(inRoot(path))) && recall('built') === sourcesDigest();
}

function sourcesDigest() {
  const digest = createHash('sha256');
  for (const path of sources.flatMap(filesAt))
    digest
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update('\0');
  return digest.digest('hex');
}

/**
 * What the build reads at `path`, in an order that does not depend on the file system.
 *
 * @param {string} path of a file or a folder
 * @returns {string[]}
 */
function filesAt(path) {
  if (!statSync(inRoot(path)).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(inRoot(path))
    .sort()
    .flatMap((name) => filesAt(`${path}/${name}`));
}
