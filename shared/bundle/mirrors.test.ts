import { beforeAll, describe, expect, it } from 'vitest';
import {
  bundleOf,
  openOffice,
  platform,
  recordsOf,
  sourceOf,
  verification,
} from '../../tests/adversary/conference-office';
import { toBase64 } from '../base64';
import { fail } from '../result';
import type { BundleSource, SourceFailure } from './bundle-source';
import { mirrorsOf, withMirrors } from './mirrors';
import type { BundleParts } from './single-file';
import { verifyBundle } from './verify-bundle';

let parts: BundleParts;
let whole: BundleSource;

beforeAll(async () => {
  parts = await bundleOf(await openOffice(), recordsOf([]));
  whole = sourceOf(parts, 'address');
});

const failing = (kind: 'root' | 'head' | 'object', failure: SourceFailure): BundleSource => ({
  ...whole,
  [kind]: async () => fail(failure),
});
const offline: SourceFailure = { kind: 'trouble', why: 'offline' };
const dead: BundleSource = {
  kind: 'address',
  root: async () => fail(offline),
  head: async () => fail(offline),
  object: async () => fail(offline),
};
const codeOf = async (source: BundleSource): Promise<string> => {
  const verified = await verifyBundle(source, undefined, verification);
  return verified.ok ? 'accepted' : verified.error.code;
};

describe('where an address fails', () => {
  it.each<[string, () => BundleSource, string]>([
    ['a server that is down', () => dead, 'S24'],
    ['a damaged object', () => failing('object', { kind: 'wrong-hash' }), 'S12'],
    ['an object cut short', () => failing('object', { kind: 'cut-short' }), 'S11'],
    ['an object that is gone', () => failing('object', { kind: 'not-found' }), 'S11'],
    ['a sign-in page', () => failing('head', { kind: 'not-a-bundle' }), 'S01'],
  ])('%s is made good by the second mirror', async (_what, source, alone) => {
    expect(await codeOf(source())).toBe(alone);
    expect(await codeOf(withMirrors(source(), [dead, whole]))).toBe('accepted');
    expect(await codeOf(withMirrors(source(), [dead]))).toBe(alone);
  });

  it('nothing published there is not looked for elsewhere: a mirror may be behind', async () => {
    expect(await codeOf(withMirrors(failing('head', { kind: 'not-found' }), [whole]))).toBe('S24');
  });

  it('what a mirror says is verified like everything else', async () => {
    const lying: BundleSource = { ...whole, head: async () => ({ ok: true, value: parts.head.slice(0, -9) }) };
    expect(await codeOf(withMirrors(dead, [lying]))).toBe('S01');
  });
});

it('mirrors are those that the trusted root names, as far as this version reads them', () => {
  const rootOf = (json: string) => ({ root: { version: 1, payload: toBase64(platform.text.encode(json)) } });
  const mirrors = [
    { kind: 'https', url: 'https://mirror.example/' },
    { kind: 'gopher', url: 'gopher://old.example/' },
  ];
  expect(mirrorsOf(rootOf(JSON.stringify({ v: 1, mirrors })), platform.text)).toEqual(['https://mirror.example/']);
  for (const other of ['{"v":1}', '{"v":1,"mirrors":7}', 'no JSON'])
    expect(mirrorsOf(rootOf(other), platform.text)).toEqual([]);
});
