import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compression } from '../../cli/cryptography';

const isSame = (before: Uint8Array | undefined, after: Uint8Array): boolean =>
  before !== undefined && Buffer.compare(before, after) === 0;

describe('inflating what a stranger deflated', () => {
  const text = new TextEncoder().encode('Conference notes the continuing interest. '.repeat(5000));
  const stored = new Uint8Array(gzipSync(text));

  it('gives back what was deflated when it is within the limit', async () => {
    expect(isSame(await compression.gunzip(stored, text.length), text)).toBe(true);
  });

  it('stops one byte over the limit', async () => {
    expect(await compression.gunzip(stored, text.length - 1)).toBeUndefined();
  });

  it('refuses a gzip that is cut short at any tenth', async () => {
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const cut = stored.subarray(0, Math.floor((stored.length * tenth) / 10));
      expect(await compression.gunzip(cut, text.length)).toBeUndefined();
    }
  });

  it('refuses what is no gzip', async () => {
    expect(await compression.gunzip(text, text.length)).toBeUndefined();
  });

  it('refuses a gzip whose checksum is wrong', async () => {
    const damaged = Uint8Array.from(stored);
    damaged[stored.length - 5] = (damaged[stored.length - 5] ?? 0) ^ 1;
    expect(await compression.gunzip(damaged, text.length)).toBeUndefined();
  });

  it('refuses a second member, and anything else after the first', async () => {
    for (const after of [stored, new Uint8Array(8), text.subarray(0, 8)]) {
      const longer = new Uint8Array(stored.length + after.length);
      longer.set(stored);
      longer.set(after, stored.length);
      expect(await compression.gunzip(longer, 2 * text.length)).toBeUndefined();
    }
  });

  it('refuses bytes where there is to be nothing, and takes nothing where there is nothing', async () => {
    expect(await compression.gunzip(stored, 0)).toBeUndefined();
    expect(await compression.gunzip(new Uint8Array(gzipSync('')), 0)).toHaveLength(0);
  });

  it('stops a bomb of 64 MiB without inflating it', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(64 * 1024 * 1024)));
    const before = process.memoryUsage().arrayBuffers;
    expect(await compression.gunzip(bomb, 4 * 1024 * 1024)).toBeUndefined();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('inflates what the publisher deflates', async () => {
    expect(isSame(await compression.gunzip(await compression.gzip(text), text.length), text)).toBe(true);
  });
});
