// Everything Rostrum holds, read without Rostrum: each row of each IndexedDB database of the page, and the files of the
// data folder. For saying that nothing changed.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Every row of every database of the page's origin: `database/table: row`, bytes and all, sorted. */
export async function rowsKept(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const answered = async <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const plain = (_key: string, value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
      return value instanceof Uint8Array ? [...value] : value;
    };
    const kept: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name));
      for (const table of database.objectStoreNames) {
        const rows = await answered(database.transaction(table).objectStore(table).getAll());
        for (const row of rows) kept.push(`${name}/${table}: ${JSON.stringify(row, plain)}`);
      }
      database.close();
    }
    return kept.sort();
  });
}

/** Path to SHA-256 of every file under `folder`; empty when there is no such folder. */
export function filesKept(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}
