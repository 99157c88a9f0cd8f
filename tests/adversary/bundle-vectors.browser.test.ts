// The same vectors and the same code as in Node, in Chromium: what one accepts and the other refuses would be a fork.

import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { compression, cryptography } from '../../renderer/app/cryptography';

const folder = '../shared/vectors/ed25519/';
const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

describe('in Chromium, Ed25519 agrees with', () => {
  it('RFC 8032, section 7.1: signing and verifying', async () => {
    const cases = JSON.parse(await commands.readFile(`${folder}rfc8032-ed25519.json`));
    for (const { priv, pub, msg, sig } of cases) {
      const privateKey = bytesOf(`302e020100300506032b657004220420${priv}`);
      expect(hexOf(await cryptography.signEd25519(privateKey, bytesOf(msg)))).toBe(sig);
      expect(await cryptography.verifyEd25519(bytesOf(pub), bytesOf(sig), bytesOf(msg))).toBe(true);
    }
    expect(cases).toHaveLength(4);
  });

  it('all 151 cases of Wycheproof', async () => {
    const { testGroups } = JSON.parse(await commands.readFile(`${folder}ed25519_test.json`));
    const wrong: number[] = [];
    let count = 0;
    for (const { publicKey, tests } of testGroups) {
      for (const { tcId, msg, sig, result } of tests) {
        const verdict = await cryptography.verifyEd25519(bytesOf(publicKey.pk), bytesOf(sig), bytesOf(msg));
        if (verdict !== (result === 'valid')) wrong.push(tcId);
        count += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(151);
  });
});

describe('in Chromium, inflating', () => {
  it('gives back what was deflated, and stops one byte over the limit', async () => {
    const text = new TextEncoder().encode('Conference notes the continuing interest. '.repeat(5000));
    const stored = await compression.gzip(text);
    expect(new TextDecoder().decode(await compression.gunzip(stored, text.length))).toBe(
      new TextDecoder().decode(text),
    );
    expect(await compression.gunzip(stored, text.length - 1)).toBeUndefined();
    expect(await compression.gunzip(stored.subarray(0, stored.length >> 1), text.length)).toBeUndefined();
  });

  it('stops a bomb of 64 MiB at the limit', async () => {
    const bomb = await compression.gzip(new Uint8Array(64 * 1024 * 1024));
    expect(await compression.gunzip(bomb, 1024 * 1024)).toBeUndefined();
  });
});
