// Own devices of one delegate for tests, with real keys, and a folder in memory that can be damaged.

import { compression, cryptography } from '../../cli/cryptography';
import { textCodec as text } from '../../cli/text-codec';
import type { LogPlace } from '../../shared/bundle/device-head';
import { payloadTypes, preAuthenticationEncoding } from '../../shared/bundle/envelope';
import type { LogFolder } from '../../shared/bundle/push-device-log';
import type { DeviceSigner } from '../../shared/bundle/seal-device-log';
import type { LogLine } from '../../shared/bundle/segment';
import { newAgeKey, type AgeKey } from '../../shared/bundle/self-age';
import { selfLines, selfPlace } from '../../shared/bundle/self-operations';
import { keyIdOf } from '../../shared/bundle/verify-roots';
import { succeed } from '../../shared/result';
import { writingDevice, type WritingDevice } from '../laws/writing-devices';

export const platform = { compression, cryptography, text };

const identity = 'A'.repeat(43);

export type OwnDeviceForTest = {
  readonly writer: WritingDevice;
  readonly age: AgeKey;
  readonly signer: DeviceSigner<never>;
  readonly place: LogPlace;
  readonly lines: () => Promise<readonly LogLine[]>;
};

/** A device that the journal calls `name`; with another's keys when it is its twin. */
export async function ownDevice(name: string, twinOf?: OwnDeviceForTest): Promise<OwnDeviceForTest> {
  const writer = writingDevice(name);
  const lines = async (): Promise<readonly LogLine[]> => selfLines(writer.entries(), name, platform);
  if (twinOf !== undefined) return { ...twinOf, writer, lines };
  const { publicKey, privateKey } = await cryptography.generateEd25519();
  const device = await keyIdOf(publicKey, cryptography);
  const signer: DeviceSigner<never> = {
    device,
    publicKey,
    epoch: 1,
    sign: async (payload) => {
      const message = preAuthenticationEncoding(payloadTypes.deviceHead, payload, text);
      return succeed(await cryptography.signEd25519(privateKey, message));
    },
  };
  const place = await selfPlace(identity, device, platform);
  return { writer, age: await newAgeKey(), signer, place, lines };
}

export type MemoryFolder = LogFolder<never> & {
  readonly files: () => ReadonlyMap<string, Uint8Array>;
  readonly lose: (names: readonly string[]) => void;
  readonly put: (name: string, bytes: Uint8Array) => void;
};

export function memoryFolder(): MemoryFolder {
  const files = new Map<string, Uint8Array>();
  return {
    head: async () => succeed(files.get('head')),
    object: async (sha256) => succeed(files.get(sha256)),
    write: async ({ objects, head }) => {
      for (const { sha256, bytes } of objects) files.set(sha256, bytes);
      files.set('head', head);
      return succeed(undefined);
    },
    files: () => files,
    lose: (names) => {
      for (const name of names) files.delete(name);
    },
    put: (name, bytes) => {
      files.set(name, bytes);
    },
  };
}
