// What the steps of a verification share: the platform, the moment, and the conference that is expected.

import type { ConferenceId } from '../ids';
import type { Compression, Cryptography, TextCodec } from '../ports';
import type { BundleFailure, BundlePart } from './bundle-failure';
import type { SourceFailure } from './bundle-source';
import type { OfficialRecord } from './records';

export type Platform = {
  readonly cryptography: Cryptography;
  readonly compression: Compression;
  readonly text: TextCodec;
};

export type Verification = Platform & {
  /** Epoch milliseconds, read once; only soft warnings and the end of a root depend on it. */
  readonly now: number;
  /** The id from an invite or a card, when there is one. */
  readonly expectedConference?: ConferenceId;
  /** The records of a chunk that was verified before, by the hash of its stored bytes: such a chunk is not fetched again. */
  readonly held?: (sha256: string) => Promise<readonly OfficialRecord[] | undefined>;
  /** Told after each part that was verified, or found to be held. */
  readonly onProgress?: (progress: VerificationProgress) => void;
};

/** How far a verification is: parts of the head's, and the bytes of those that came just now. */
export type VerificationProgress = { readonly parts: number; readonly of: number; readonly bytes: number };

/** The failure of a bundle that a source's failure on one of its parts amounts to; `size` is what was promised of it. */
export function failureOfSource(failure: SourceFailure, part: BundlePart, size: number): BundleFailure {
  switch (failure.kind) {
    case 'not-found':
      return { kind: 'not-reached', code: 'S24', why: 'not-published' };
    case 'cut-short':
      return { kind: 'cut-short', code: 'S11', part, of: size };
    case 'wrong-hash':
      return { kind: 'wrong-hash', code: 'S12', part };
    case 'too-large':
      return { kind: 'too-large', code: 'S14', part, limit: failure.limit };
    case 'not-a-bundle':
      return { kind: 'not-a-bundle', code: 'S01', part };
    case 'trouble':
      return { kind: 'not-reached', code: 'S24', why: failure.why };
  }
}
