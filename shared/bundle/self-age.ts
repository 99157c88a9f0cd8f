// What keeps private notes private: age v1 files (C2SP age.md) to X25519 recipients, and one under a passphrase for the
// recovery kit. The randomness is the library's own, because a key that a caller could repeat would be no key.

import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { fail, succeed, type Result } from '../result';

/** The secret half of a device's key for reading, `AGE-SECRET-KEY-1…`. */
export type AgeIdentity = string;
/** The public half, `age1…`, that others encrypt to. */
export type AgeRecipient = string;

export type AgeKey = { readonly identity: AgeIdentity; readonly recipient: AgeRecipient };

export async function newAgeKey(): Promise<AgeKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** What is encrypted to `identity`. */
export async function recipientOf(identity: AgeIdentity): Promise<AgeRecipient> {
  return identityToRecipient(identity);
}

export const ageRecipientPattern = /^age1[02-9ac-hj-np-z]{58}$/;
export const ageIdentityPattern = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

/** Whether `text` is the public half of an X25519 key, its checksum included, to which something can be encrypted. */
export async function isAgeRecipient(text: string): Promise<boolean> {
  return (await tryEncrypting([text], new Uint8Array())) !== undefined;
}

/** `recipient` is the one that nothing can be encrypted to. Nothing was encrypted, to anybody. */
export type EncryptFailure =
  | { readonly kind: 'no-recipients' }
  | { readonly kind: 'unusable-recipient'; readonly recipient: string };

/** An age file that each of `recipients` can read, and nobody else. */
export async function encryptTo(
  recipients: readonly AgeRecipient[],
  plain: Uint8Array,
): Promise<Result<Uint8Array, EncryptFailure>> {
  if (recipients.length === 0) return fail({ kind: 'no-recipients' });
  const file = await tryEncrypting(recipients, plain);
  if (file !== undefined) return succeed(file);
  for (const recipient of recipients) {
    if (!(await isAgeRecipient(recipient))) return fail({ kind: 'unusable-recipient', recipient });
  }
  throw new Error('Every recipient can be encrypted to, and all together not');
}

/** Undefined when one of the recipients is none: the library throws for a bad checksum and for a point of low order. */
async function tryEncrypting(recipients: readonly AgeRecipient[], plain: Uint8Array): Promise<Uint8Array | undefined> {
  if (!recipients.every((recipient) => ageRecipientPattern.test(recipient))) return undefined;
  const encrypter = new Encrypter();
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    return await encrypter.encrypt(plain);
  } catch {
    return undefined;
  }
}

/** `no-key`: it is for others. `damaged`: no age file, or not as it was written. */
export type DecryptFailure = { readonly kind: 'no-key' } | { readonly kind: 'damaged' };

/** What an age file to the recipient of one of `identities` holds. */
export async function decryptWith(
  identities: readonly AgeIdentity[],
  file: Uint8Array,
): Promise<Result<Uint8Array, DecryptFailure>> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypt(decrypter, file);
}

/**
 * What an age file holds, when somebody else has the keys: `unwrap` is given the file's header (up to the line with the
 * MAC, that line included) and answers the file key, null where none of the keys fits.
 */
export async function decryptByHeader(
  unwrap: (header: Uint8Array) => Promise<Uint8Array | null>,
  file: Uint8Array,
): Promise<Result<Uint8Array, DecryptFailure>> {
  let isForOthers = false;
  const decrypter = new Decrypter();
  decrypter.addIdentity({
    // Asked only once the header was read and found well formed.
    unwrapFileKey: async () => {
      const key = await unwrap(headerOf(file));
      isForOthers = key === null;
      return key;
    },
  });
  try {
    return succeed(await decrypter.decrypt(file));
  } catch {
    return fail({ kind: isForOthers ? 'no-key' : 'damaged' });
  }
}

/** The header ends with the line that begins with `---`. */
function headerOf(file: Uint8Array): Uint8Array {
  const [newline, dash] = [0x0a, 0x2d];
  const isLast = (at: number): boolean => file[at] === newline && [1, 2, 3].every((next) => file[at + next] === dash);
  let at = file.indexOf(newline);
  while (at !== -1 && !isLast(at)) at = file.indexOf(newline, at + 1);
  return file.subarray(0, file.indexOf(newline, at + 1) + 1);
}

/**
 * How private logs are encrypted and read: age, everywhere but in tests of a thousand histories, which put something
 * cheaper in its place.
 */
export type SelfCipher = {
  /** Whom `encrypt` encrypts to. */
  readonly readers: readonly AgeRecipient[];
  readonly encrypt: (plain: Uint8Array) => Promise<Result<Uint8Array, EncryptFailure>>;
  readonly decrypt: (file: Uint8Array) => Promise<Result<Uint8Array, DecryptFailure>>;
};

/** `readers` are all who are to read (`recipientsOf`), `identities` this device's own keys. */
export function ageCipher(readers: readonly AgeRecipient[], identities: readonly AgeIdentity[]): SelfCipher {
  return {
    readers,
    encrypt: async (plain) => encryptTo(readers, plain),
    decrypt: async (file) => decryptWith(identities, file),
  };
}

/** The work of scrypt, as a power of two: a second or two of a laptop for each guess. */
export const passphraseWork = 18;

/** An age file under `passphrase`. Takes seconds: to be called in a worker. */
export async function encryptUnder(passphrase: string, plain: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(passphraseWork);
  return encrypter.encrypt(plain);
}

/** What an age file under `passphrase` holds; `no-key` for another passphrase. Takes seconds: to be called in a worker. */
export async function decryptUnder(passphrase: string, file: Uint8Array): Promise<Result<Uint8Array, DecryptFailure>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypt(decrypter, file);
}

/** An age file as text that can be printed and typed (age's armor, strict PEM). */
export function toArmor(file: Uint8Array): string {
  return armor.encode(file);
}

/** The age file that `text` is the armor of; undefined when it is none. */
export function fromArmor(text: string): Uint8Array | undefined {
  try {
    return armor.decode(text);
  } catch {
    return undefined;
  }
}

async function decrypt(decrypter: Decrypter, file: Uint8Array): Promise<Result<Uint8Array, DecryptFailure>> {
  let isForOthers = false;
  // Keys are tried in turn: when the turn comes to this one, the header was read and no key before it fits.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      isForOthers = true;
      return null;
    },
  });
  try {
    return succeed(await decrypter.decrypt(file));
  } catch {
    return fail({ kind: isForOthers ? 'no-key' : 'damaged' });
  }
}
