import { describe, expect, it } from 'vitest';
import { platform } from '../../tests/adversary/conference-office';
import { toBase64 } from '../base64';
import { inboxAddresses, inboxAddressOf } from './inbox-addresses';

const trusting = (root: string) => ({
  root: { version: 1, payload: toBase64(platform.text.encode(root)) },
});

describe('the folders that a conference wants submissions in', () => {
  it('are those of its root, in its order, as far as this version can write to them', () => {
    const inbox = [
      { kind: 'webdav', url: 'https://cloud.example/dav' },
      { kind: 'pigeon', url: 'loft' },
      { kind: 's3', url: 'https://store.example/lamps' },
    ];
    expect(inboxAddresses(trusting(JSON.stringify({ v: 1, inbox })), platform.text)).toEqual([inbox[0], inbox[2]]);
  });

  it.each(['{"v":1}', '{"v":1,"inbox":"here"}', 'no JSON'])('are none in %j', (root) => {
    expect(inboxAddresses(trusting(root), platform.text)).toEqual([]);
  });

  it('are typed as an address, an S3 store with `s3+` before it', () => {
    expect(inboxAddressOf('https://cloud.example/dav')).toEqual({ kind: 'webdav', url: 'https://cloud.example/dav' });
    expect(inboxAddressOf('s3+https://store.example/lamps')).toEqual({
      kind: 's3',
      url: 'https://store.example/lamps',
    });
  });
});
