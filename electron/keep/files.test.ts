import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, readWhole, writeWhole } from './files';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

describe('a file written whole', () => {
  it('takes the place of the one before, for its owner only', async () => {
    const path = join(folder, 'a');
    await writeWhole(path, Buffer.from('before'));
    expect(await writeWhole(path, Buffer.from('after'))).toEqual({ ok: true, value: undefined });
    expect(await readFile(path, 'utf8')).toBe('after');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('that cannot be put in its place leaves what was there, and nothing beside it', async () => {
    const path = join(folder, 'a');
    await mkdir(join(path, 'in the way'), { recursive: true });
    expect(await writeWhole(path, Buffer.from('after'))).toEqual({ ok: false, error: { kind: 'not-writable' } });
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('into a folder that is gone says so', async () => {
    const path = join(folder, 'gone/a');
    expect(await writeWhole(path, Buffer.from('x'))).toEqual({ ok: false, error: { kind: 'not-writable' } });
  });
});

it('a file that is not there is missing, and one that cannot be read is not', async () => {
  await writeFile(join(folder, 'a'), 'x');
  expect(await readWhole(join(folder, 'gone'))).toEqual({ ok: false, error: { kind: 'missing' } });
  expect(await readWhole(join(folder, 'a/below a file'))).toEqual({ ok: false, error: { kind: 'missing' } });
  expect(await readWhole(folder)).toEqual({ ok: false, error: { kind: 'unreadable' } });
});

it('a folder is made with those above it, and cannot be made inside a file', async () => {
  expect(await makeFolder(join(folder, 'a/b/c'))).toEqual({ ok: true, value: undefined });
  expect((await stat(join(folder, 'a/b'))).mode & 0o777).toBe(0o700);
  await writeFile(join(folder, 'file'), '');
  expect(await makeFolder(join(folder, 'file/b'))).toEqual({ ok: false, error: { kind: 'not-writable' } });
});
