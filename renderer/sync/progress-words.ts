// How far a verification is, in words.

import type { VerificationProgress } from '../../shared/bundle/verification';

/** `214 of 257 parts, 6.2 MB`: parts that are checked, and what came for them just now. */
export function progressWords({ parts, of, bytes }: VerificationProgress): string {
  const counted = `${parts} of ${of} parts`;
  return bytes === 0 ? counted : `${counted}, ${sizeWords(bytes)}`;
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
