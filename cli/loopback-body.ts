// Reads the body of a request, and stops at its cap.

import type { IncomingMessage } from 'node:http';
import type { DesktopRequestName } from '../shared/desktop-contract';
import { fail, succeed, type Result } from '../shared/result';

const mebibyte = 1024 * 1024;

/** Requests that carry files. A paper of 32 MiB is 43 MiB as base64; a single-file bundle of 64 MiB holds 48 MiB. */
const roomyRequests: readonly string[] = [
  'keepOriginal',
  'keepOfficial',
  'printPdf',
  'appendToJournal',
  'receiveEntries',
  'keepOwnDevices',
  'signDeviceHead',
  'writeToFolder',
  'keepOfficeFile',
  'keepRefused',
] satisfies readonly DesktopRequestName[];

/** The most a request of that name may send, in bytes. */
export function bodyLimit(request: string): number {
  if (request === 'keepOfficial') return 68 * mebibyte;
  return roomyRequests.includes(request) ? 48 * mebibyte : 64 * 1024;
}

/** `cut-short`: the connection ended before the body did, and nobody is left to answer. */
export type BodyFailure = { readonly kind: 'too-large'; readonly limit: number } | { readonly kind: 'cut-short' };

/**
 * The whole body as text. What is over the cap is read and let go: a browser whose upload is cut off never sees the
 * answer.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Result<string, BodyFailure>> {
  const slices: Buffer[] = [];
  let length = 0;
  try {
    for await (const slice of request) {
      length += slice.length;
      if (length <= limit) slices.push(slice);
      else slices.length = 0;
    }
  } catch (error) {
    if (request.complete) throw error;
    return fail({ kind: 'cut-short' });
  }
  return length <= limit ? succeed(Buffer.concat(slices).toString('utf8')) : fail({ kind: 'too-large', limit });
}
