import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fail, succeed } from '../../shared/result';
import { keepOfficial, readOfficial } from './official';

const conference = `c${'a'.repeat(26)}`;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'official-'));
});

afterEach(async () => rm(folder, { recursive: true, force: true }));

const keep = async (head: string) =>
  keepOfficial(folder, { conference, roots: [], objects: [], head: new TextEncoder().encode(head) });

async function heads(): Promise<readonly (string | undefined)[]> {
  const wanted = [{ kind: 'head' }, { kind: 'earlier-head', back: 1 }, { kind: 'earlier-head', back: 2 }] as const;
  const read = await Promise.all(wanted.map(async (what) => readOfficial(folder, { conference, what })));
  return read.map((bytes) => (bytes.ok ? new TextDecoder().decode(bytes.value) : undefined));
}

it('the two heads before the last stay to be read', async () => {
  expect(await readOfficial(folder, { conference, what: { kind: 'earlier-head', back: 1 } })).toEqual(
    fail({ kind: 'not-kept' }),
  );
  for (const head of ['v1', 'v2', 'v3', 'v4']) expect(await keep(head)).toEqual(succeed({ kept: 1 }));
  expect(await heads()).toEqual(['v4', 'v3', 'v2']);
});

it('the same head again sets nothing aside', async () => {
  for (const head of ['v1', 'v2', 'v2', 'v2']) await keep(head);
  expect(await heads()).toEqual(['v2', 'v1', undefined]);
});
