import { describe, expect, it } from 'vitest';
import { isUsablePublicKey } from './low-order-keys';

// edwards25519 by the formulas of RFC 8032 section 5.1, in whole numbers: slow, and only for this test.
const prime = 2n ** 255n - 19n;
const mod = (value: bigint): bigint => ((value % prime) + prime) % prime;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = mod(base), rest = exponent; rest > 0n; rest >>= 1n, square = mod(square * square)) {
    if (rest & 1n) result = mod(result * square);
  }
  return result;
}

const inverse = (value: bigint): bigint => power(value, prime - 2n);
const d = mod(-121665n * inverse(121666n));
type Point = { readonly x: bigint; readonly y: bigint };

function add(p: Point, q: Point): Point {
  const product = mod(d * p.x * q.x * p.y * q.y);
  return {
    x: mod((p.x * q.y + p.y * q.x) * inverse(1n + product)),
    y: mod((p.y * q.y + p.x * q.x) * inverse(1n - product)),
  };
}

/** The point with this y and an x of the given parity; undefined when there is none. */
function pointOf(y: bigint, isOdd: boolean): Point | undefined {
  const squared = mod((y * y - 1n) * inverse(mod(d * y * y + 1n)));
  let x = power(squared, (prime + 3n) / 8n);
  if (mod(x * x) !== squared) x = mod(x * power(2n, (prime - 1n) / 4n));
  if (mod(x * x) !== squared) return undefined;
  return { x: (x & 1n) === (isOdd ? 1n : 0n) ? x : mod(-x), y: mod(y) };
}

function isOfLowOrder(point: Point): boolean {
  const twice = add(point, point);
  const fourTimes = add(twice, twice);
  const { x, y } = add(fourTimes, fourTimes);
  return x === 0n && y === 1n;
}

const littleEndian = (value: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n));

const lowOrderYs = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

describe('a public key is refused when', () => {
  it.each(lowOrderYs.flatMap((hex) => [[hex, 0] as const, [hex, 0x80] as const]))(
    'it is %s with the sign bit %i, whose order divides 8',
    (hex, sign) => {
      const key = new Uint8Array(Buffer.from(hex, 'hex'));
      const y = BigInt(`0x${Buffer.from(key.toReversed()).toString('hex')}`);
      const point = pointOf(y, sign !== 0);
      expect(point !== undefined && isOfLowOrder(point)).toBe(true);
      key[31] = (key[31] ?? 0) | sign;
      expect(isUsablePublicKey(key)).toBe(false);
    },
  );

  it.each([[2n], [10n], [18n]])('its y is not below the prime (2^255 − 19 + %s)', (above) => {
    expect(isUsablePublicKey(littleEndian(prime + above))).toBe(false);
  });

  it.each([0, 31, 33])('it has %i bytes', (length) => {
    expect(isUsablePublicKey(new Uint8Array(length).fill(7))).toBe(false);
  });
});

it('the base point, and the largest y below the prime that is no point of low order, are let through', () => {
  expect(isUsablePublicKey(littleEndian(mod(4n * inverse(5n))))).toBe(true);
  expect(isUsablePublicKey(littleEndian(prime - 2n))).toBe(true);
});
