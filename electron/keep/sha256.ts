// SHA-256 as the contract writes it.

import { createHash } from 'node:crypto';

/** The SHA-256 (FIPS 180-4) of `bytes` in lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
