import { describe, expect, it } from 'vitest';
import { compression, cryptography } from '../../cli/cryptography';
import { textCodec as text } from '../../cli/text-codec';
import { present } from '../assert';
import { toBase64Url } from '../base64';
import { succeed } from '../result';
import { payloadTypes, preAuthenticationEncoding } from './envelope';
import { newAgeKey } from './self-age';
import {
  readDeviceRequest,
  requestWords,
  withDevice,
  withoutDevice,
  writeDeviceRequest,
  type DeviceRequest,
} from './self-enrol';
import {
  foundOwnDevices,
  readOwnDevices,
  recipientsOf,
  sealOwnDevices,
  type OwnDevices,
  type VerifiedDevices,
} from './self-identity';
import { keyIdOf } from './verify-roots';

const platform = { cryptography, compression, text };
const now = Date.parse('2027-05-02T12:00:00Z');

async function device(label: string): Promise<DeviceRequest> {
  const { publicKey } = await cryptography.generateEd25519();
  const { recipient } = await newAgeKey();
  return { device: await keyIdOf(publicKey, cryptography), x: toBase64Url(publicKey), age: recipient, label };
}

const identityPair = await cryptography.generateEd25519();
const recovery = await newAgeKey();
const [first, second] = [await device('Desk'), await device('Travel')];
const founded = await foundOwnDevices(
  { identityKey: toBase64Url(identityPair.publicKey), device: first, recovery: recovery.recipient },
  now,
  cryptography,
);

async function seal(list: OwnDevices, privateKey = identityPair.privateKey): Promise<Uint8Array> {
  const sign = async (payload: Uint8Array) =>
    succeed(await cryptography.signEd25519(privateKey, preAuthenticationEncoding(payloadTypes.enrol, payload, text)));
  const sealed = await sealOwnDevices(list, { sign }, text);
  return present(sealed.ok ? sealed.value : undefined, 'this signer always signs');
}

async function held(list: OwnDevices): Promise<VerifiedDevices> {
  const read = await readOwnDevices(await seal(list), { identity: founded.identity }, platform);
  return present(read.ok ? read.value : undefined, 'the list is good');
}

/** The list with `request` on it. */
function joined(list: OwnDevices, request: DeviceRequest): OwnDevices {
  const next = withDevice(list, request, now);
  return present(next.ok ? next.value : undefined, 'there is room');
}

describe('a second laptop', () => {
  it('joins by a text that a QR picture holds, and both show the same four words', async () => {
    const written = writeDeviceRequest(second, text);
    expect(written.length).toBeLessThan(400);
    const read = await readDeviceRequest(`  ${written.slice(0, 60)}\r\n${written.slice(60)}\n`, platform);
    expect(read).toEqual({ ok: true, value: second });
    const words = await requestWords(second, platform);
    expect(words.split(' ')).toHaveLength(4);
    expect(await requestWords({ ...second, age: first.age }, platform)).not.toBe(words);
    expect(await requestWords({ ...second, x: first.x }, platform)).not.toBe(words);
  });

  it('is among the readers once it is on the list, with the first and the recovery kit', async () => {
    const list = joined(founded, second);
    expect(recipientsOf(list)).toEqual([first.age, second.age, recovery.recipient].sort());
    expect(list.version).toBe(2);
    expect(joined(list, second)).toBe(list);
    expect((await held(list)).list).toEqual(list);
  });

  it('that is lost is no reader any more', () => {
    const list = withoutDevice(joined(founded, second), second.device, now);
    expect(recipientsOf(list)).toEqual([first.age, recovery.recipient].sort());
    expect(list.removed.map(({ label }) => label)).toEqual(['Travel']);
    expect(withoutDevice(list, second.device, now)).toBe(list);
  });

  it('takes its own place again when it comes with a new key for reading', async () => {
    const again = { ...second, age: (await newAgeKey()).recipient };
    const list = joined(joined(founded, second), again);
    expect(recipientsOf(list)).toEqual([first.age, again.age, recovery.recipient].sort());
  });

  it('is the fifth at most', async () => {
    let list = founded;
    for (const label of ['2', '3', '4', '5']) list = joined(list, await device(label));
    expect(withDevice(list, await device('6'), now)).toEqual({
      ok: false,
      error: { kind: 'too-many-devices', limit: 5 },
    });
  });
});

describe('a request is refused', () => {
  it.each(['', 'rostrum-device:', 'rostrum-device:e30', 'https://example.org', 'rostrum-device:!!!!'])(
    'when it is none: %s',
    async (written) => {
      expect(await readDeviceRequest(written, platform)).toEqual({ ok: false, error: { kind: 'not-a-request' } });
    },
  );

  it('when one of its keys must not be used', async () => {
    const lowOrder = { ...second, x: toBase64Url(new Uint8Array(32)) };
    // The recipient of an X25519 point of order 1: everybody could read what is encrypted to it.
    const open = { ...second, age: 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z' };
    const misspelt = { ...second, age: second.age.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q')) };
    for (const bad of [lowOrder, open, misspelt]) {
      const read = await readDeviceRequest(writeDeviceRequest(bad, text), platform);
      expect(read).toEqual({ ok: false, error: { kind: 'unusable-key' } });
    }
  });
});

describe('a list of own devices is refused', () => {
  const expected = { identity: founded.identity };

  it('when another key has signed it', async () => {
    const other = await cryptography.generateEd25519();
    const forged = await seal(joined(founded, second), other.privateKey);
    expect(await readOwnDevices(forged, expected, platform)).toMatchObject({ error: { code: 'S02' } });
  });

  it('when it is another delegate’s', async () => {
    const read = await readOwnDevices(await seal(founded), { identity: second.device }, platform);
    expect(read).toMatchObject({ error: { code: 'S16' } });
  });

  it('when it is older than the one held, which would bring a lost laptop back in', async () => {
    const newer = await held(withoutDevice(joined(founded, second), second.device, now));
    const read = await readOwnDevices(await seal(joined(founded, second)), { ...expected, held: newer }, platform);
    expect(read).toEqual({ ok: false, error: { kind: 'older-list', code: 'S06', offered: 2, held: 3 } });
  });

  it('when it is another of the same number', async () => {
    const one = await held(joined(founded, second));
    const other = await seal(joined(founded, await device('Else')));
    expect(await readOwnDevices(other, { ...expected, held: one }, platform)).toMatchObject({ error: { code: 'S08' } });
    expect(await readOwnDevices(await seal(one.list), { ...expected, held: one }, platform)).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['a device named by another key', { devices: [{ ...first, device: second.device, addedAt: founded.issuedAt }] }],
    ['one device twice', { devices: [...founded.devices, ...founded.devices] }],
    ['a reader that is no key', { recovery: 'age1everybody' }],
    ['the identity’s key exchanged', { x: second.x }],
  ])('when it has %s', async (_what, change) => {
    const read = await readOwnDevices(await seal({ ...founded, ...change }), expected, platform);
    expect(read).toMatchObject({ error: { code: 'S15' } });
  });

  it('when it is no list, or a newer one than this version reads', async () => {
    expect(await readOwnDevices(text.encode('<html>'), expected, platform)).toMatchObject({ error: { code: 'S01' } });
    const newer = JSON.parse(JSON.stringify({ ...founded, v: 2 }));
    expect(await readOwnDevices(await seal(newer), expected, platform)).toMatchObject({
      error: { code: 'S17', major: 2 },
    });
  });
});
