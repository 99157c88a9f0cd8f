import { describe, expect, it } from 'vitest';
import { platform } from '../../tests/adversary/conference-office';
import { singleFileLimit } from './limits';
import { looksLikeSingleFile, readSingleFile, writeSingleFile } from './single-file';

const { text } = platform;
const empty = { format: 'conf-bundle', v: 1, roots: [], head: {}, objects: {} };
const opened = (value: unknown): ReturnType<typeof readSingleFile> =>
  readSingleFile(text.encode(JSON.stringify(value)), text);

describe('a file is refused as no bundle when it', () => {
  it.each<[string, unknown]>([
    ['is another format', { ...empty, format: 'bundle' }],
    ['has no version', { ...empty, v: undefined }],
    ['has version 0', { ...empty, v: 0 }],
    ['has no head', { ...empty, head: undefined }],
    ['has a head that is a text', { ...empty, head: 'x' }],
    ['names an object by a path', { ...empty, objects: { '../../etc/passwd': '' } }],
    ['has an object that is a number', { ...empty, objects: { ['a'.repeat(64)]: 1 } }],
    ['is a list', [empty]],
    ['is a text', 'conf-bundle'],
  ])('%s', (_name, value) => {
    expect(opened(value)).toMatchObject({ ok: false, error: { code: 'S01' } });
  });
});

it('a newer version of the file is named as such', () => {
  expect(opened({ ...empty, v: 2, roots: 'elsewhere' })).toMatchObject({ ok: false, error: { code: 'S17', major: 2 } });
});

it('a file above 64 MiB is refused before it is read', () => {
  expect(readSingleFile(new Uint8Array(singleFileLimit + 1), text)).toMatchObject({
    ok: false,
    error: { code: 'S14' },
  });
});

it('an object that is no base64 has the wrong hash, and one that is not there is not found', async () => {
  const source = opened({ ...empty, objects: { ['a'.repeat(64)]: '!' } });
  if (!source.ok) throw new Error('opened');
  expect(await source.value.object('a'.repeat(64), 1)).toMatchObject({ error: { kind: 'wrong-hash' } });
  expect(await source.value.object('b'.repeat(64), 1)).toMatchObject({ error: { kind: 'not-found' } });
  expect(await source.value.root(1)).toMatchObject({ error: { kind: 'not-found' } });
});

it('a file is told from a paper by its beginning', () => {
  const file = writeSingleFile({ roots: [], head: text.encode('{}'), objects: [] }, text);
  expect(looksLikeSingleFile(file, text)).toBe(true);
  expect(looksLikeSingleFile(text.encode(JSON.stringify(empty, null, 2)), text)).toBe(true);
  expect(looksLikeSingleFile(text.encode('Motion 12\n{"format":"conf-bundle"}'), text)).toBe(false);
});
