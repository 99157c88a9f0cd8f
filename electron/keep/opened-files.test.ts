import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { singleFileLimit } from '../../shared/bundle/limits';
import { filesInCommandLine, readOpenedFile } from './opened-files';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opened-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('a command line', () => {
  it('hands over files of the kinds that Rostrum reads, by their full path', () => {
    expect(filesInCommandLine(['motion.txt', '/papers/A.ROSTRUM', './page.html'], '/home/delegate')).toEqual([
      '/home/delegate/motion.txt',
      '/papers/A.ROSTRUM',
      '/home/delegate/page.html',
    ]);
  });

  it.each([
    '--inspect',
    '--no-sandbox',
    '--js-flags=--expose-gc.txt',
    '-r',
    '--user-data-dir=/tmp/x.txt',
    '.',
    'program.sh',
    'https://office.example/',
    'rostrum://open?x',
    '',
  ])('hands over nothing else: %j', (word) => {
    expect(filesInCommandLine([word], '/home/delegate')).toEqual([]);
  });
});

describe('an opened file', () => {
  it('comes with its name and bytes, and without its path', async () => {
    await writeFile(join(folder, 'motion.txt'), 'Conference notes');
    expect(await readOpenedFile(join(folder, 'motion.txt'))).toEqual({
      name: 'motion.txt',
      bytes: new TextEncoder().encode('Conference notes'),
    });
  });

  it('that is gone, or a folder, is none', async () => {
    expect(await readOpenedFile(join(folder, 'gone.txt'))).toBeUndefined();
    expect(await readOpenedFile(folder)).toBeUndefined();
  });

  it('that is far too large is read no further than one byte beyond the limit', async () => {
    const path = join(folder, 'large.pdf');
    await writeFile(path, '');
    await truncate(path, singleFileLimit * 2);
    expect((await readOpenedFile(path))?.bytes.length).toBe(singleFileLimit + 1);
  });
});
