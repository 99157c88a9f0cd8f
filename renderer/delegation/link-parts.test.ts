import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkParts } from './link-parts';

const addressesIn = (text: string): readonly string[] =>
  linkParts(text).flatMap((part) => (part.kind === 'link' ? [part.address] : []));

describe('addresses in what somebody wrote', () => {
  it.each([
    ['See https://lamps.example/quay.', ['https://lamps.example/quay']],
    ['(as on https://lamps.example/quay)', ['https://lamps.example/quay']],
    ['https://lamps.example/quay_(north), they say', ['https://lamps.example/quay_(north)']],
    ['Ask anna.wick@lamps.example!', ['mailto:anna.wick@lamps.example']],
    ['https://one.example and https://two.example', ['https://one.example', 'https://two.example']],
    ['HTTPS://LAMPS.EXAMPLE', ['HTTPS://LAMPS.EXAMPLE']],
    ['http://plain.example, javascript:alert(1), file:///etc, data:text/html,x', []],
    ['<a href="https://lamps.example">here</a>', ['https://lamps.example']],
    ['https://', []],
    ['', []],
  ])('in %j are %j', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });

  it('leave nothing out: the parts joined are the text', () => {
    const word = fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress(), fc.constantFrom('https://', '@', ').', ' '));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const text = words.join('');
        const parts = linkParts(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
      { seed: 20_270_614, numRuns: 1000 },
    );
  });
});
