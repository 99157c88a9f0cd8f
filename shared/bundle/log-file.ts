// A device's log as one file for a stick or an e-mail (`*.rostrum`): the frame of a bundle's single file with a device
// head in it, the same objects and the same checks. For delegates without a folder that the office reads.

import * as v from 'valibot';
import type { TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import { deviceKeyPattern } from './device-id';
import { payloadTypes, readEnvelope } from './envelope';
import { deviceHeadLimit } from './limits';
import type { BundleSource } from './bundle-source';
import { parseJsonSafely } from './parse-json-safely';
import type { SealedLog } from './seal-device-log';
import { readSingleFile, writeSingleFile } from './single-file';
import type { LogSource } from './verify-device-log';

/** Nothing, half of something, or something else than a log. */
export type LogFileFailure = { readonly kind: 'not-a-log-file' };

/** A log in a file, still to be verified. */
export type LogFile = {
  /** The device that the log claims to be of. */
  readonly device: string;
  readonly source: LogSource<LogFileFailure>;
};

/** The bytes of a file that holds all of a log. */
export function writeLogFile({ head, objects }: Pick<SealedLog, 'head' | 'objects'>, text: TextCodec): Uint8Array {
  return writeSingleFile({ roots: [], head, objects }, text);
}

const claimSchema = v.object({ device: v.pipe(v.string(), v.regex(deviceKeyPattern)) });

/** Opens the file of a log. What is in it is for `verifyDeviceLog`. */
export async function readLogFile(bytes: Uint8Array, text: TextCodec): Promise<Result<LogFile, LogFileFailure>> {
  const file = readSingleFile(bytes, text);
  const head = file.ok ? await file.value.head() : file;
  if (!file.ok || !head.ok) return fail({ kind: 'not-a-log-file' });
  const payloadType = payloadTypes.deviceHead;
  const part = { kind: 'head' } as const;
  const envelope = readEnvelope({ bytes: head.value, part, payloadType, limit: deviceHeadLimit }, text);
  const json = envelope.ok ? parseJsonSafely(envelope.value.payload, text) : undefined;
  const claim = v.safeParse(claimSchema, json?.ok === true ? json.value : undefined);
  if (!claim.success) return fail({ kind: 'not-a-log-file' });
  return succeed({ device: claim.output.device, source: sourceIn(file.value, head.value) });
}

function sourceIn(file: BundleSource, head: Uint8Array): LogSource<LogFileFailure> {
  return {
    head: async () => succeed(head),
    object: async (sha256, size) => {
      const found = await file.object(sha256, size);
      return succeed(found.ok ? found.value : undefined);
    },
  };
}
