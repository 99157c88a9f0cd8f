import { describe, expect, it } from 'vitest';
import { platform } from '../../tests/adversary/conference-office';
import { succeed } from '../result';
import { payloadTypes, preAuthenticationEncoding } from './envelope';
import { readLogFile, writeLogFile } from './log-file';
import { sealDeviceLog } from './seal-device-log';
import { logLine } from './segment';
import { nothingKnown, verifyDeviceLog } from './verify-device-log';
import { keyIdOf } from './verify-roots';

const conference = `c${'a'.repeat(26)}`;
const pair = await platform.cryptography.generateEd25519();
const device = await keyIdOf(pair.publicKey, platform.cryptography);
const place = { conference, stream: 'office', device } as const;

async function sealed() {
  const operation = { seq: 1, lam: 1, ts: 0, ctx: {}, t: 'amendment.withdraw', id: 's-1' };
  const sign = async (payload: Uint8Array) => {
    const message = preAuthenticationEncoding(payloadTypes.deviceHead, payload, platform.text);
    return succeed(await platform.cryptography.signEd25519(pair.privateKey, message));
  };
  const signer = { device, publicKey: pair.publicKey, epoch: 1, sign };
  const lines = [await logLine(operation, platform)];
  const log = await sealDeviceLog({ place, signer, lines, previous: null, seen: null, now: 0 }, platform);
  if (!log.ok) throw new Error(log.error.kind);
  return log.value;
}

describe('a log in a file', () => {
  it('is the log that it is in a folder', async () => {
    const file = await readLogFile(writeLogFile(await sealed(), platform.text), platform.text);
    if (!file.ok) throw new Error(file.error.kind);
    expect(file.value.device).toBe(device);
    const read = await verifyDeviceLog(file.value.source, nothingKnown, place, platform);
    expect(read.ok && read.value?.lines.map(({ operation }) => operation.id)).toEqual(['s-1']);
  });

  it('without its objects is cut short', async () => {
    const { head } = await sealed();
    const file = await readLogFile(writeLogFile({ head, objects: [] }, platform.text), platform.text);
    const read = file.ok && (await verifyDeviceLog(file.value.source, nothingKnown, place, platform));
    expect(read).toMatchObject({ ok: false, error: { code: 'S11' } });
  });

  it.each(['', '{}', '{"format":"conf-bundle","v":1,"roots":[],"head":{},"objects":{}}'])('is not %j', async (text) => {
    expect(await readLogFile(platform.text.encode(text), platform.text)).toEqual({
      ok: false,
      error: { kind: 'not-a-log-file' },
    });
  });
});
