// The part of the contract that is about the delegate's own devices: the keys of private notes, and what they lie under.
// Secret keys go in and never come back: the doorkeeper signs with them, and opens what is encrypted to them.

import * as v from 'valibot';
import { isPlainJson, type JsonValue } from './json';
import type { Result } from './result';

const store = v.picklist(['own', 'sample']);
const bytes: v.GenericSchema<Uint8Array> = v.instance(Uint8Array);

/** The header of an age file is no longer: a line or two for each of a handful of readers. */
const headerLimit = 64 * 1024;

export const ownDeviceRequests = {
  /** What keys and credentials lie under, and whether it is open now. */
  describeSecrets: v.strictObject({}),
  /** The keys of the delegate's own devices, as far as others may know them; null where none were made. */
  describeOwnKeys: v.strictObject({ store }),
  /**
   * Makes the key that private notes are encrypted to on this device; keys it had before still read. With what a
   * recovery kit holds, this device signs the list of own devices, and reads what was encrypted to the kit.
   */
  makeOwnKeys: v.strictObject({
    store,
    /** PKCS #8, base64url. */
    identityKey: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{64}$/))),
    recoveryKey: v.exactOptional(v.pipe(v.string(), v.regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/))),
  }),
  /** Takes the keys away from this device: what is encrypted in the folder stays closed here. */
  forgetOwnKeys: v.strictObject({ store }),
  /** The file key in the header of an age file: its bytes up to the line with the MAC, that line included. */
  unwrapFileKey: v.strictObject({
    store,
    header: v.pipe(
      bytes,
      v.check(({ length }) => length <= headerLimit),
    ),
  }),
  /** The signature of a list of own devices, by the identity key. */
  signOwnDevices: v.strictObject({ store, payload: bytes }),
  /** What is remembered of own devices: no secrets, and nothing that could not be found out again. */
  readOwnDevices: v.strictObject({ store }),
  keepOwnDevices: v.strictObject({ store, state: v.custom<JsonValue>(isPlainJson) }),
} as const;

/** What keys and credentials lie under. */
export type DescribedSecrets = {
  readonly guard: 'keyring' | 'passphrase';
  /**
   * `unset`: a passphrase is still to be chosen, because nothing lies under one yet. `lost`: something was sealed by a
   * keyring that no longer opens it.
   */
  readonly lock: 'open' | 'locked' | 'unset' | 'lost';
};

/** The keys of the delegate's own devices, as others know them. */
export type DescribedOwnKeys = {
  /** What others encrypt to this device: `age1…`. */
  readonly recipient: string;
  /** The public half of the identity key, 32 bytes, where this device holds it: then it signs the list of devices. */
  readonly identity?: Uint8Array;
  readonly guard: string;
  readonly isOpen: boolean;
};

/** The answers, by the name of the request; `E` is what can be wrong with keys and folders. */
export type OwnDeviceAnswers<E extends { readonly kind: string }> = {
  describeSecrets: Result<DescribedSecrets, E>;
  describeOwnKeys: Result<DescribedOwnKeys | null, E>;
  makeOwnKeys: Result<DescribedOwnKeys, E>;
  forgetOwnKeys: Result<{ readonly forgotten: true }, E>;
  /** Null when the file is encrypted to other keys. */
  unwrapFileKey: Result<Uint8Array | null, E>;
  signOwnDevices: Result<Uint8Array, E>;
  /** As it was kept, null where nothing is: whoever reads it checks it. */
  readOwnDevices: Result<unknown, E>;
  keepOwnDevices: Result<{ readonly kept: true }, E>;
};
