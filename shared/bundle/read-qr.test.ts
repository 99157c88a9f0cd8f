import { encodeQR } from 'qr';
import { expect, it } from 'vitest';
import { conferenceId } from '../ids';
import { readInvitation, writeInvitation } from './invite';
import { readQr } from './read-qr';

const invitation = {
  conference: conferenceId('c4pcofp7w5fg265mycbirh4lo24'),
  addresses: ['https://papers.example.org/', 'https://mirror.example.net/lamps/'],
};

/** A picture of `text` in which every module is a square of `side` pixels, dark on light or the other way round. */
function drawn(text: string, side: number, [dark, light]: readonly [number, number] = [0, 255]) {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const width = modules.length * side;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isDark = modules[Math.floor(y / side)]?.[Math.floor(x / side)] === true;
      data.fill(isDark ? dark : light, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height: width, data };
}

it.each([2, 3, 4, 7, 12])('an invitation drawn with squares of %i pixels is read as it was written', (side) => {
  const text = readQr(drawn(writeInvitation(invitation), side));
  expect(text === undefined ? undefined : readInvitation(text)).toEqual(invitation);
});

it('a pale picture is read too', () => {
  expect(readQr(drawn('conf:c4pcofp7w5fg265mycbirh4lo24', 5, [90, 200]))).toBe('conf:c4pcofp7w5fg265mycbirh4lo24');
});

it('a picture without a square holds no text', () => {
  expect(readQr({ width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(200) })).toBeUndefined();
  expect(readQr({ width: 0, height: 0, data: new Uint8ClampedArray() })).toBeUndefined();
});
