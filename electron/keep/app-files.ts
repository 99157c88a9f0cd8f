// The files of the page, by address: read once from the folder it was built into. What is not in this list does not
// exist, so no address can lead anywhere else.

import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

export type AppFile = { readonly path: string; readonly contentType: string };

/** Address path (`/assets/index-1a2b.js`) → file. */
export type AppFiles = ReadonlyMap<string, AppFile>;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Lists the regular files under `folder`, symbolic links left out. `/` is `index.html`. */
export async function listAppFiles(folder: string): Promise<AppFiles> {
  const files = new Map<string, AppFile>();
  const walk = async (inside: string, address: string): Promise<void> => {
    for (const entry of await readdir(inside, { withFileTypes: true })) {
      const path = join(inside, entry.name);
      const entryAddress = `${address}/${encodeURIComponent(entry.name)}`;
      if (entry.isDirectory()) await walk(path, entryAddress);
      else if (entry.isFile()) files.set(entryAddress, { path, contentType: contentTypeOf(entry.name) });
    }
  };
  await walk(folder, '');
  const page = files.get('/index.html');
  if (page !== undefined) files.set('/', page);
  return files;
}

function contentTypeOf(name: string): string {
  return contentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream';
}
