// Where a bundle's parts come from: a file, a folder, an address. Whatever a source hands over is still to be verified.

import type { Result } from '../result';
import type { SourceTrouble } from './bundle-failure';

/** What a source may answer instead of bytes. */
export type SourceFailure =
  | { readonly kind: 'not-found' }
  /** Fewer bytes came than were promised. */
  | { readonly kind: 'cut-short' }
  | { readonly kind: 'wrong-hash' }
  | { readonly kind: 'too-large'; readonly limit: number }
  /** Not what was asked for at all, such as a Wi-Fi sign-in page. */
  | { readonly kind: 'not-a-bundle' }
  | { readonly kind: 'trouble'; readonly why: Exclude<SourceTrouble, 'not-published'> };

/**
 * The parts of one conference's bundle by name. At an `address`, an unchanged head ends the reading; in a `file`
 * (or folder), everything that is there is checked.
 */
export type BundleSource = {
  readonly kind: 'file' | 'address';
  /** Objects stay where they are: they need not be handed back, and held in memory, to be kept. */
  readonly keepsObjects?: true;
  /** The envelope of root `version`. */
  readonly root: (version: number) => Promise<Result<Uint8Array, SourceFailure>>;
  /** The envelope of the newest head. */
  readonly head: () => Promise<Result<Uint8Array, SourceFailure>>;
  /** The stored bytes of an object; `size` is their number, and the most that may be read. */
  readonly object: (sha256: string, size: number) => Promise<Result<Uint8Array, SourceFailure>>;
};
