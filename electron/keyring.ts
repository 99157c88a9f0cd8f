// The system's keyring through Electron: macOS Keychain, Windows DPAPI, or a secret service of the desktop.

import { safeStorage } from 'electron';
import { fail, succeed } from '../shared/result';
import type { Secrets } from './keep/secrets';

/** The keyring; undefined where there is none that keeps anything secret, and a passphrase has to stand in for it. */
export async function systemKeyring(): Promise<Secrets | undefined> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return undefined;
  // On Linux without a secret service, “encryption” is by a key that is in every Chromium.
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system';
  if (backend === 'basic_text' || backend === 'unknown') return undefined;
  return {
    kind: 'keyring',
    seal: async (secret) => {
      const sealed = await safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'));
      return succeed(sealed.toString('base64'));
    },
    open: async (sealed) => {
      try {
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'));
        return succeed(new Uint8Array(Buffer.from(result, 'base64')));
      } catch (error) {
        // A keyring that was reset, or another computer's: what it sealed stays sealed.
        if (!(error instanceof Error)) throw error;
        return fail({ kind: 'key-locked' });
      }
    },
  };
}
