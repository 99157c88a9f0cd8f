// The contract's requests about the delegate's own devices: their keys, and what is remembered of them.

import { join } from 'node:path';
import type { DesktopApi, FolderFailure, StoreName } from '../../shared/desktop-contract';
import { succeed, type Result } from '../../shared/result';
import { makeFolder, readWhole, writeWhole } from './files';
import { describeOwnKeys, forgetOwnKeys, makeOwnKeys, signOwnDevices, unwrapFileKey } from './own-keys';
import { parseJson } from './parse-json';
import type { KeyGuards } from './signing-key';

export type OwnDeviceRequests = Pick<
  DesktopApi,
  | 'describeOwnKeys'
  | 'makeOwnKeys'
  | 'forgetOwnKeys'
  | 'unwrapFileKey'
  | 'signOwnDevices'
  | 'readOwnDevices'
  | 'keepOwnDevices'
>;

export type OwnDeviceRequestsOptions = {
  /** The folder of a store. */
  readonly folderOf: (store: StoreName) => string;
  readonly guards: KeyGuards;
  /** Does `work` when the data folder may be written to. */
  readonly writing: <T>(work: () => Promise<Result<T, FolderFailure>>) => Promise<Result<T, FolderFailure>>;
};

const stateName = 'own-devices.json';

/** The requests. Arguments arrive checked against the contract. */
export function ownDeviceRequests({ folderOf, guards, writing }: OwnDeviceRequestsOptions): OwnDeviceRequests {
  return {
    describeOwnKeys: async ({ store }) => describeOwnKeys(folderOf(store), guards),
    makeOwnKeys: async ({ store, ...given }) => writing(async () => makeOwnKeys(folderOf(store), given, guards)),
    forgetOwnKeys: async ({ store }) => writing(async () => forgetOwnKeys(folderOf(store))),
    unwrapFileKey: async ({ store, header }) => unwrapFileKey(folderOf(store), header, guards),
    signOwnDevices: async ({ store, payload }) => signOwnDevices(folderOf(store), payload, guards),
    readOwnDevices: async ({ store }) => {
      const bytes = await readWhole(join(folderOf(store), stateName));
      // A memory that cannot be read is none: everything in it can be found out again.
      return succeed(bytes.ok ? (parseJson(bytes.value.toString('utf8')) ?? null) : null);
    },
    keepOwnDevices: async ({ store, state }) =>
      writing(async () => {
        const made = await makeFolder(folderOf(store));
        const bytes = Buffer.from(`${JSON.stringify(state)}\n`);
        const written = made.ok ? await writeWhole(join(folderOf(store), stateName), bytes) : made;
        return written.ok ? succeed({ kept: true }) : written;
      }),
  };
}
