// How a secret is kept where others might read the disk: by the system's keyring, under a passphrase (an age file), or,
// for the command line, by the rights of the file alone.

import { armor, Decrypter, Encrypter } from 'age-encryption';
import { fail, succeed, type Result } from '../../shared/result';

export type SecretFailure = { readonly kind: 'key-locked' } | { readonly kind: 'wrong-passphrase' };

/** A way of keeping secrets. What `seal` answers is text that only `open` of the same kind understands. */
export type Secrets = {
  readonly kind: 'keyring' | 'passphrase' | 'file-rights';
  readonly seal: (secret: Uint8Array) => Promise<Result<string, SecretFailure>>;
  readonly open: (sealed: string) => Promise<Result<Uint8Array, SecretFailure>>;
};

/** Something that lies under a guard, named by its kind. */
export type Sealed = { readonly guard: string; readonly sealed: string };

const lostPrefix = 'lost:';

/** The same given up as lost: it is kept as it was, and nothing looks for its guard any more. */
export function givenUp<T extends Sealed>(kept: T): T {
  return { ...kept, guard: `${lostPrefix}${kept.guard}` };
}

export function isGivenUp(guard: string): boolean {
  return guard.startsWith(lostPrefix);
}

/** Whether nothing opens it now, though it was not given up. */
export async function isClosed(
  { guard, sealed }: Sealed,
  opening: (kind: string) => Secrets | undefined,
): Promise<boolean> {
  if (isGivenUp(guard)) return false;
  const opened = await opening(guard)?.open(sealed);
  return opened?.ok !== true;
}

/** Readable by whoever may read the file: as keys of SSH without a passphrase are. */
export const fileRights: Secrets = {
  kind: 'file-rights',
  seal: async (secret) => succeed(Buffer.from(secret).toString('base64')),
  open: async (sealed) => succeed(new Uint8Array(Buffer.from(sealed, 'base64'))),
};

const nameOf = (given: string, sealed: string): string => JSON.stringify([given, sealed]);

/**
 * age v1 files (C2SP age) under a passphrase through scrypt. `passphrase` answers undefined as long as nobody has given
 * it. `workFactor` is scrypt's log2(N): 18 unless told, about a second; what was opened once is remembered, so that not
 * each request costs one.
 */
export function passphraseSecrets(passphrase: () => string | undefined, workFactor = 18): Secrets {
  const opened = new Map<string, Uint8Array>();
  return {
    kind: 'passphrase',
    seal: async (secret) => {
      const given = passphrase();
      if (given === undefined) return fail({ kind: 'key-locked' });
      const encrypter = new Encrypter();
      encrypter.setScryptWorkFactor(workFactor);
      encrypter.setPassphrase(given);
      const sealed = armor.encode(await encrypter.encrypt(secret));
      opened.set(nameOf(given, sealed), secret);
      return succeed(sealed);
    },
    open: async (sealed) => {
      const given = passphrase();
      if (given === undefined) return fail({ kind: 'key-locked' });
      const known = opened.get(nameOf(given, sealed));
      if (known !== undefined) return succeed(known);
      const decrypter = new Decrypter();
      decrypter.addPassphrase(given);
      try {
        const secret = await decrypter.decrypt(armor.decode(sealed));
        opened.set(nameOf(given, sealed), secret);
        return succeed(secret);
      } catch (error) {
        // The library says so in words alone; a file that is damaged opens with no passphrase either.
        if (!(error instanceof Error)) throw error;
        return fail({ kind: 'wrong-passphrase' });
      }
    },
  };
}
