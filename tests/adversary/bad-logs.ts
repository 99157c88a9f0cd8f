// Logs of devices as a folder may hand them over: read before, forked, cut back, or encrypted for somebody else.

import { payloadTypes, preAuthenticationEncoding } from '../../shared/bundle/envelope';
import type { LogFailure } from '../../shared/bundle/log-failure';
import { sealDeviceLog, type SealedLog } from '../../shared/bundle/seal-device-log';
import { logLine, type LogLine } from '../../shared/bundle/segment';
import { ageCipher, newAgeKey } from '../../shared/bundle/self-age';
import { nothingPushedOfSelf, pushSelfLog } from '../../shared/bundle/self-push';
import { readSelfLog } from '../../shared/bundle/self-read';
import type { Platform } from '../../shared/bundle/verification';
import { keyIdOf } from '../../shared/bundle/verify-roots';
import { nothingKnown, verifyDeviceLog, type KnownLog } from '../../shared/bundle/verify-device-log';
import { succeed } from '../../shared/result';

export type BadLogs = {
  /** How many operations a second reading of the same log finds new. */
  readonly newOnSecondReading: () => Promise<number>;
  readonly forked: () => Promise<LogFailure | undefined>;
  readonly shorter: () => Promise<LogFailure | undefined>;
  /** How many operations of a private log stay closed. */
  readonly locked: () => Promise<number>;
};

export async function makeBadLogs(platform: Platform): Promise<BadLogs> {
  const { publicKey, privateKey } = await platform.cryptography.generateEd25519();
  const device = await keyIdOf(publicKey, platform.cryptography);
  const place = { conference: `c${'a'.repeat(26)}`, stream: 'office', device } as const;
  const signer = {
    device,
    publicKey,
    epoch: 1,
    sign: async (payload: Uint8Array) => {
      const message = preAuthenticationEncoding(payloadTypes.deviceHead, payload, platform.text);
      return succeed(await platform.cryptography.signEd25519(privateKey, message));
    },
  };
  const lines = async (...ids: readonly string[]): Promise<readonly LogLine[]> =>
    Promise.all(
      ids.map(async (id, at) =>
        logLine({ seq: at + 1, lam: at + 1, ts: 0, ctx: {}, t: 'amendment.withdraw', id }, platform),
      ),
    );
  const seal = async (...ids: readonly string[]): Promise<SealedLog> => {
    const log = { place, signer, lines: await lines(...ids), previous: null, seen: null, now: 0 };
    const sealed = await sealDeviceLog(log, platform);
    if (!sealed.ok) throw new Error(sealed.error.kind);
    return sealed.value;
  };
  const read = async ({ head, objects }: SealedLog, known: KnownLog) =>
    verifyDeviceLog<never>(
      {
        head: async () => succeed(head),
        object: async (sha256) => succeed(objects.find((object) => object.sha256 === sha256)?.bytes),
      },
      known,
      place,
      platform,
    );
  const readTwice = async (before: SealedLog, after: SealedLog) => {
    const first = await read(before, nothingKnown);
    if (!first.ok || first.value === undefined) throw new Error('the first reading is whole');
    return read(after, first.value.known);
  };
  const failureOf = async (before: SealedLog, after: SealedLog): Promise<LogFailure | undefined> => {
    const again = await readTwice(before, after);
    return again.ok ? undefined : again.error;
  };
  return {
    newOnSecondReading: async () => {
      const log = await seal('s-1', 's-2');
      const again = await readTwice(log, log);
      return again.ok ? (again.value?.lines.length ?? 0) : -1;
    },
    forked: async () => failureOf(await seal('s-1', 's-2'), await seal('s-1', 's-other')),
    shorter: async () => failureOf(await seal('s-1', 's-2'), await seal('s-1')),
    locked: async () => {
      const [mine, theirs] = [await newAgeKey(), await newAgeKey()];
      const files = new Map<string, Uint8Array>();
      const folder = {
        head: async () => succeed(files.get('head')),
        object: async (sha256: string) => succeed(files.get(sha256)),
        write: async ({ objects, head }: Pick<SealedLog, 'objects' | 'head'>) => {
          for (const { sha256, bytes } of objects) files.set(sha256, bytes);
          files.set('head', head);
          return succeed(undefined);
        },
      };
      const self = { ...place, stream: 'self' } as const;
      const log = { place: self, signer, lines: await lines('n-1', 'n-2', 'n-3'), seen: null, now: 0 };
      const cipher = ageCipher([theirs.recipient], [theirs.identity]);
      const pushed = await pushSelfLog({ ...log, memory: nothingPushedOfSelf, cipher }, folder, platform);
      if (!pushed.ok) throw new Error(pushed.error.kind);
      const reader = { place: self, cipher: ageCipher([], [mine.identity]) };
      const opened = await readSelfLog(folder, nothingKnown, reader, platform);
      const closed = opened.ok ? (opened.value?.locked ?? []) : [];
      return closed.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    },
  };
}
