import { createPublicKey, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { newKey, platform } from '../../tests/adversary/conference-office';
import { payloadTypes, preAuthenticationEncoding, readEnvelope, sealEnvelope } from './envelope';

const { text } = platform;

it('what is signed is DSSE’s pre-authentication encoding, as in the protocol’s own test vector', () => {
  const encoded = preAuthenticationEncoding('http://example.com/HelloWorld', text.encode('hello world'), text);
  expect(Buffer.from(encoded).toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
});

it('lengths are counted in bytes, not in characters', () => {
  const encoded = preAuthenticationEncoding('type', text.encode('é'), text);
  expect(Buffer.from(encoded).toString()).toBe('DSSEv1 4 type 2 é');
});

it('an envelope gives back the bytes that were sealed, and another implementation verifies its signature', async () => {
  const key = await newKey('Office');
  const payload = Uint8Array.of(0, 255, 10, 13, 34);
  const bytes = await sealEnvelope(payload, payloadTypes.head, [key], platform);
  const part = { kind: 'head' } as const;
  const opened = readEnvelope({ bytes, part, payloadType: payloadTypes.head, limit: 1000 }, text);
  expect(opened).toMatchObject({ ok: true, value: { payload, signatures: [{ keyid: key.keyid }] } });
  if (!opened.ok) return;
  const x = Buffer.from(key.publicKey).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const message = preAuthenticationEncoding(payloadTypes.head, payload, text);
  const [signature] = opened.value.signatures;
  expect(verify(null, message, publicKey, signature?.sig ?? Buffer.alloc(64))).toBe(true);
});

it.each([
  ['no signature', { payloadType: payloadTypes.head, payload: '', signatures: [] }],
  [
    'a signature of 63 bytes',
    { payloadType: payloadTypes.head, payload: '', signatures: [{ keyid: 'k', sig: 'A'.repeat(84) }] },
  ],
  [
    'a payload in base64url',
    { payloadType: payloadTypes.head, payload: '_-8=', signatures: [{ keyid: 'k', sig: `${'A'.repeat(86)}==` }] },
  ],
  [
    'a payload with stray bits',
    { payloadType: payloadTypes.head, payload: 'AB==', signatures: [{ keyid: 'k', sig: `${'A'.repeat(86)}==` }] },
  ],
  [
    'another type',
    { payloadType: payloadTypes.root, payload: '', signatures: [{ keyid: 'k', sig: `${'A'.repeat(86)}==` }] },
  ],
  ['no payload', { payloadType: payloadTypes.head, signatures: [{ keyid: 'k', sig: `${'A'.repeat(86)}==` }] }],
])('an envelope with %s is none', (_name, envelope) => {
  const bytes = text.encode(JSON.stringify(envelope));
  const opened = readEnvelope({ bytes, part: { kind: 'head' }, payloadType: payloadTypes.head, limit: 1000 }, text);
  expect(opened).toMatchObject({ ok: false, error: { code: 'S01' } });
});
