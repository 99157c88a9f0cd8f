// The contract's requests for a conference office: its folder of keys and files, as `rostrum keys` makes it too. The
// doorkeeper makes keys, signs with them and keeps files; what is signed and what stands in the files is not its matter.

import * as v from 'valibot';
import type { Result } from './result';

const office = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/));
const bytes: v.GenericSchema<Uint8Array> = v.instance(Uint8Array);
const label = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
/** What an office keeps beside its keys: roots, which never change, and three files that do. No key is among them. */
const officeFile = v.pipe(v.string(), v.regex(/^(?:root\/[1-9]\d{0,4}|roster|inbox|last-signed)\.json$/));
const officerKey = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(8));

/** The arguments of the office's requests. They name no store: an office is never part of the sample. */
export const officeRequests = {
  describeOffices: v.strictObject({}),
  /** A folder with new keys under `passphrase`, one for each officer and one to publish with. It has no root yet. */
  makeOffice: v.strictObject({
    officers: v.pipe(v.array(label), v.minLength(1), v.maxLength(8)),
    publisher: label,
    passphrase,
  }),
  /** Asks for a folder that has an office already, and takes it in where it stands. */
  openOffice: v.strictObject({}),
  /** Takes an office off the list. Its folder stays as it is. */
  forgetOffice: v.strictObject({ office }),
  /** The passphrase of the office's keys, until the program ends. Kept in memory alone. */
  unlockOffice: v.strictObject({ office, passphrase }),
  /** DSSE signatures of a root's payload by every officer's key that is in the folder, or of a head's by the publisher's. */
  signForOffice: v.strictObject({ office, what: v.picklist(['root', 'head']), payload: bytes }),
  readOfficeFile: v.strictObject({ office, file: officeFile }),
  /** Whole or not at all. A root that is there already stays as it is: `refused`. */
  keepOfficeFile: v.strictObject({ office, file: officeFile, bytes }),
  /** An officer's key as its file stands there, to be carried away; only while it lies under a passphrase. */
  readOfficerKey: v.strictObject({ office, officer: officerKey }),
  /** Takes an officer's key out of the folder for good. */
  removeOfficerKey: v.strictObject({ office, officer: officerKey }),
} as const;

/** A key of an office, without its private half. */
export type OfficeKey = {
  /** 1, 2, 3… of the officers' keys; absent of the publisher's. */
  readonly officer?: number;
  readonly keyid: string;
  readonly label: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Under a passphrase that was not given yet. */
  readonly isLocked: boolean;
};

export type DescribedOffice = {
  readonly office: string;
  /** Where its folder is, for people: the command line takes it as `--keys`. */
  readonly path: string;
  /** The publisher's first; none when the folder has gone. */
  readonly keys: readonly OfficeKey[];
};

export type OfficeSignature = { readonly keyid: string; readonly signature: Uint8Array };

export type OfficeFailure =
  | { readonly kind: 'host-gone' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'not-writable' }
  | { readonly kind: 'folder-in-use' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'no-such-office' }
  /** The folder that was chosen has no keys of an office, or they cannot be read. */
  | { readonly kind: 'no-office-there' }
  | { readonly kind: 'key-locked' }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'cancelled' }
  /** This shell has no dialog for folders, and was started without naming one. */
  | { readonly kind: 'no-dialog' };

export type OfficeAnswers = {
  describeOffices: Result<readonly DescribedOffice[], OfficeFailure>;
  makeOffice: Result<DescribedOffice, OfficeFailure>;
  openOffice: Result<DescribedOffice, OfficeFailure>;
  forgetOffice: Result<{ readonly forgotten: true }, OfficeFailure>;
  unlockOffice: Result<DescribedOffice, OfficeFailure>;
  signForOffice: Result<readonly OfficeSignature[], OfficeFailure>;
  readOfficeFile: Result<Uint8Array | null, OfficeFailure>;
  keepOfficeFile: Result<{ readonly kept: true }, OfficeFailure>;
  readOfficerKey: Result<Uint8Array, OfficeFailure>;
  removeOfficerKey: Result<{ readonly removed: true }, OfficeFailure>;
};
