import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { paperPaths } from './paper-paths';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

it('a folder is its files, in the order that people count in, hidden ones and links left out', async () => {
  mkdirSync(join(folder, 'Late'));
  for (const name of ['Motion 10.txt', 'Motion 2.txt', '.hidden', 'Late/Emergency 1.txt']) {
    writeFileSync(join(folder, name), 'x');
  }
  symlinkSync(join(folder, 'Motion 2.txt'), join(folder, 'Motion 3.txt'));
  const found = await paperPaths([folder]);
  expect(found.map((path) => relative(folder, path))).toEqual([
    'Late/Emergency 1.txt',
    'Motion 2.txt',
    'Motion 10.txt',
  ]);
});

it('files, standard input and what is not there stay as they are named', async () => {
  const file = join(folder, 'a.txt');
  writeFileSync(file, 'x');
  expect(await paperPaths(['-', file, join(folder, 'gone.txt')])).toEqual(['-', file, join(folder, 'gone.txt')]);
});
