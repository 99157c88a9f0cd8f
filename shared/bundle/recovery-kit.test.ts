import { createHash } from 'node:crypto';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { textCodec as text } from '../../cli/text-codec';
import { openRecoveryKit, recoveryWords, sealRecoveryKit } from './recovery-kit';
import { recoveryPageStyle, recoveryPageStyleHash, writeRecoveryPage } from './recovery-kit-page';
import { newAgeKey } from './self-age';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from({ length: 9 }, (_, at) => values[at] ?? 0);

it('six words are the first 66 of 72 random bits', () => {
  expect(recoveryWords(bytes())).toBe('abandon abandon abandon abandon abandon abandon');
  expect(recoveryWords(bytes(255, 255, 255, 255, 255, 255, 255, 255, 255))).toBe('zoo zoo zoo zoo zoo zoo');
  expect(recoveryWords(bytes(0, 0, 0, 0, 0, 0, 0, 0, 63))).toBe(recoveryWords(bytes()));
  expect(recoveryWords(bytes(0, 0, 0, 0, 0, 0, 0, 0, 64))).toBe('abandon abandon abandon abandon abandon ability');
});

const words = recoveryWords(bytes(17, 34, 51, 68, 85, 102, 119, 136, 153));
const { identity } = await newAgeKey();
const keys = { identityKey: 'A'.repeat(64), recoveryKey: identity };
const kit = await sealRecoveryKit(keys, words, text);

describe('a recovery kit', () => {
  it('gives both keys to whoever has the words, however they type them', async () => {
    const typed = ` 1. ${words.toUpperCase().replaceAll(' ', ',\n 2. ')} `;
    expect(await openRecoveryKit(`\n${kit}\n`, typed, text)).toEqual({ ok: true, value: keys });
    const short = words
      .split(' ')
      .map((word) => word.slice(0, 4))
      .join(' ');
    expect(await openRecoveryKit(kit, short, text)).toEqual({ ok: true, value: keys });
  });

  it('stays shut for other words, and says so', async () => {
    const others = words.split(' ').toReversed().join(' ');
    expect(await openRecoveryKit(kit, others, text)).toEqual({ ok: false, error: { kind: 'wrong-words' } });
  });

  it('says which word is none of the list, before any work is done', async () => {
    const misspelt = `${words.split(' ').slice(1).join(' ')} lampost`;
    expect(await openRecoveryKit(kit, misspelt, text)).toEqual({
      ok: false,
      error: { kind: 'unknown-word', word: 'lampost' },
    });
    expect(await openRecoveryKit(kit, 'zoo zoo', text)).toEqual({
      ok: false,
      error: { kind: 'not-six-words', found: 2 },
    });
  });

  it('that is damaged, cut short or something else is named as that', async () => {
    const swapped = kit.replace(/.(?=\n-----END)/, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await openRecoveryKit(swapped, words, text)).ok).toBe(false);
    expect(await openRecoveryKit(kit.slice(0, 200), words, text)).toEqual({ ok: false, error: { kind: 'not-a-kit' } });
    expect(await openRecoveryKit('My notes', words, text)).toEqual({ ok: false, error: { kind: 'not-a-kit' } });
  });

  it('costs scrypt with N = 2^18 for every guess', () => {
    const body = kit.split('\n').slice(1, -2).join('');
    expect(atob(body).split('\n')[1]).toMatch(/^-> scrypt \S{22} 18$/);
  });
});

describe('the page of a recovery kit', () => {
  const page = writeRecoveryPage({ owner: '<b>"Ada" & Co</b>', madeOn: '2 May 2027', words, kit });

  it('shows what people typed as text, loads nothing and runs nothing', () => {
    expect(page).toContain('&lt;b&gt;&quot;Ada&quot; &amp; Co&lt;/b&gt;');
    expect(page).not.toMatch(/<b>|<script|<img|<link|\bon\w+=|https?:|url\(/);
    expect(recoveryPageStyleHash).toBe(`sha256-${createHash('sha256').update(recoveryPageStyle).digest('base64')}`);
    expect(page).toContain(`style-src '${recoveryPageStyleHash}'; base-uri 'none'`);
    expect(page).toContain("default-src 'none'; script-src 'none'");
  });

  it('keeps the kit and its words on two sheets', () => {
    const [first = '', second = ''] = page.split('</section>');
    expect(first).toContain('-----BEGIN AGE ENCRYPTED FILE-----');
    for (const word of words.split(' ')) {
      expect(second).toContain(`<li>${word}</li>`);
      expect(first).not.toContain(`<li>${word}</li>`);
    }
  });

  it('draws the kit as a QR picture that a camera reads back', () => {
    expect(decodeQR(raster(page))).toBe(kit);
  });
});

/** The picture of a page as pixels, four a module. */
function raster(page: string): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(page)?.[1]);
  const width = size * 4;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of page.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = Number(y) * 4; row < Number(y) * 4 + 4; row += 1) {
      const start = (row * width + Number(x) * 4) * 4;
      for (let at = start; at < start + Number(length) * 16; at += 1) data[at] = at % 4 === 3 ? 255 : 0;
    }
  }
  return { width, height: width, data };
}
