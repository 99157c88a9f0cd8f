import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepRefused, refusedLimit } from './refused';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refused-'));
});

afterEach(async () => rm(folder, { recursive: true, force: true }));

const report = (text: string): Uint8Array => new TextEncoder().encode(text);
const kept = async (): Promise<readonly string[]> => readdir(join(folder, 'refused'));

it('a report is kept as it is, under its code, and once', async () => {
  await keepRefused(folder, { code: 'S02', report: report('{"code":"S02"}') });
  expect(await keepRefused(folder, { code: 'S02', report: report('{"code":"S02"}') })).toEqual({
    ok: true,
    value: { kept: true },
  });
  const [name = '', ...others] = await kept();
  expect(others).toEqual([]);
  expect(name).toMatch(/^S02-[0-9a-f]{16}\.json$/u);
  expect(await readFile(join(folder, 'refused', name), 'utf8')).toBe('{"code":"S02"}');
});

it('twenty are kept, however many an address brings about', async () => {
  for (let at = 0; at < 25; at += 1) await keepRefused(folder, { code: 'S01', report: report(`{"n":${at}}`) });
  expect(await kept()).toHaveLength(20);
});

it('one that is too large is not kept', async () => {
  const large = new Uint8Array(refusedLimit + 1);
  expect(await keepRefused(folder, { code: 'S14', report: large })).toMatchObject({
    ok: false,
    error: { kind: 'too-large' },
  });
});
