// What a kill in the middle of a write leaves behind: Chromium empties the whole origin at the second start after it.

import { keptFolder } from './kept-store';
import type { KeptFolder } from './kept-store';
import { appendFile, mkdtemp, readdir, rm, truncate, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { findBrowser } from '../../cli/find-browser';
import type { DesktopApi } from '../../shared/desktop-contract';
import type { Visit } from './page-of-storage';

const browser = findBrowser();
const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

let server: Server;
let address: string;

beforeAll(async () => {
  const script = await storageScript();
  server = createServer((request, response) => {
    const isScript = request.url === '/storage.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>Storage</title><script src="/storage.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has a port');
  address = `http://127.0.0.1:${String(bound.port)}/`;
});

afterAll(() => server.close());

let folder: KeptFolder;
let profile: string;
let desktop: DesktopApi;
let folderId: string;

beforeEach(async () => {
  folder = await keptFolder();
  ({ api: desktop, folderId } = await folder.start());
  profile = await mkdtemp(join(tmpdir(), 'rostrum-profile-'));
});

afterEach(async () => {
  await folder.remove();
  await rm(profile, { recursive: true, force: true });
});

/** One run of the browser: it starts, the page writes, it ends. */
async function visit(name: string): Promise<Visit> {
  const context = await chromium.launchPersistentContext(profile, {
    ...(browser === undefined ? {} : { executablePath: browser }),
    headless: true,
    args: quiet,
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.exposeFunction('askReadJournal', desktop.readJournal);
    await page.exposeFunction('askAppendToJournal', desktop.appendToJournal);
    await page.goto(address);
    return await page.evaluate(
      async ([given, id]) => {
        const ask = (which: string) => Reflect.get(window, which);
        const doorkeeper = { readJournal: ask('askReadJournal'), appendToJournal: ask('askAppendToJournal') };
        Reflect.set(window, 'doorkeeper', doorkeeper);
        return window.storage.visit(given, id);
      },
      [name, folderId] as const,
    );
  } finally {
    await context.close();
  }
}

const notesOf = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => Array.from({ length: 10 }, (_, index) => `${name}, note ${String(index)}`)).toSorted();

/** Does `damage` to the log of the browser's database, as found on disk. */
async function damageLog(damage: (log: string) => Promise<void>): Promise<void> {
  const databases = join(profile, 'Default', 'IndexedDB');
  const origin = (await readdir(databases)).find((name) => name.endsWith('.leveldb'));
  const inside = join(databases, String(origin));
  const log = (await readdir(inside)).find((name) => name.endsWith('.log'));
  await damage(join(inside, String(log)));
}

describe('a browser’s database', { timeout: 120_000 }, () => {
  it('torn at its end is emptied by the browser, found damaged, and built again without a loss', async () => {
    expect(await visit('first')).toEqual({ recovered: { kind: 'untouched' }, motions: 0, notes: [] });
    // The beginning of a record and nothing more: what a kill in the middle of a write leaves.
    await damageLog(async (log) => appendFile(log, Uint8Array.of(1, 2, 3, 4, 200, 1, 1)));
    expect(await visit('second')).toMatchObject({ motions: 4, notes: notesOf('first') });
    const third = await visit('third');
    expect(third).toMatchObject({ motions: 4, notes: notesOf('first', 'second') });
    expect(third.recovered).toMatchObject({ kind: 'rebuilt', because: 'damaged' });
    expect(await visit('fourth')).toEqual({
      recovered: { kind: 'untouched' },
      motions: 4,
      notes: notesOf('first', 'second', 'third'),
    });
  });

  it.each<readonly [string, (log: string) => Promise<void>]>([
    ['cut short', async (log) => truncate(log, (await stat(log)).size - 37)],
    ['overwritten with nothing', async (log) => writeFile(log, new Uint8Array(4096))],
  ])('%s shows everything at every start', async (_, damage) => {
    await visit('first');
    await damageLog(damage);
    expect(await visit('second')).toMatchObject({ motions: 4, notes: notesOf('first') });
    expect(await visit('third')).toMatchObject({ motions: 4, notes: notesOf('first', 'second') });
  });
});

/** The renderer's storage as one script. */
async function storageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, 'page-of-storage.ts'), formats: ['iife'], name: 'page' },
    },
  });
  const [first] = Array.isArray(built) ? built : [];
  const [chunk] = first?.output ?? [];
  if (chunk === undefined) throw new Error('the storage was not built');
  return chunk.code;
}
