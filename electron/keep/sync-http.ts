// Fetches what conference offices publish, with a cap for each kind of file, and parses nothing. Objects are named by
// their hash, so one that is kept is never fetched again, and none is kept whose bytes are others.

import { headLimit, idleMilliseconds, rootLimit, storedObjectLimit } from '../../shared/bundle/limits';
import type { DesktopApi, FetchFailure, KeepFailure, StoreName } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { fetchCapped, type Network } from './fetch-capped';
import { sha256Of } from './sha256';
import { urlOf, type PublishedPlace } from './sync-address';

type ObjectName = { readonly store: StoreName; readonly conference: string; readonly sha256: string };

/** Where objects are kept as received. */
export type KeptObjects = {
  /** The bytes of an object, or undefined when they are not there. */
  readonly read: (name: ObjectName) => Promise<Uint8Array | undefined>;
  readonly keep: (name: ObjectName, bytes: Uint8Array) => Promise<Result<unknown, KeepFailure>>;
};

export type SyncHttpOptions = {
  readonly fetch: Network['fetch'];
  readonly kept: KeptObjects;
  /** For tests: shorter than what `limits.ts` says. */
  readonly idleMilliseconds?: number;
  readonly totalMilliseconds?: number;
};

export type SyncHttp = Pick<DesktopApi, 'fetchConferences' | 'fetchRoot' | 'fetchHead' | 'fetchObject'>;

const tenMinutes = 10 * 60 * 1000;

/** The contract's requests to the network. Arguments arrive checked against the contract. */
export function syncHttp(options: SyncHttpOptions): SyncHttp {
  const network: Network = {
    fetch: options.fetch,
    idleMilliseconds: options.idleMilliseconds ?? idleMilliseconds,
    totalMilliseconds: options.totalMilliseconds ?? tenMinutes,
  };
  const fetchPlace = async (
    address: string,
    place: PublishedPlace,
    limit: number,
  ): Promise<Result<Uint8Array, FetchFailure>> => {
    const url = urlOf(address, place);
    return url === undefined ? fail({ kind: 'address-refused' }) : fetchCapped({ url, limit }, network);
  };
  return {
    fetchConferences: async ({ address }) => fetchPlace(address, { kind: 'conferences' }, rootLimit),
    fetchRoot: async ({ address, conference, version }) =>
      fetchPlace(address, { kind: 'root', conference, version }, rootLimit),
    fetchHead: async ({ address, conference }) => fetchPlace(address, { kind: 'head', conference }, headLimit),
    fetchObject: async ({ store, address, conference, sha256, size }) => {
      if (size > storedObjectLimit) return fail({ kind: 'too-large', limit: storedObjectLimit });
      const name = { store, conference, sha256 };
      const known = await options.kept.read(name);
      if (known?.length === size && sha256Of(known) === sha256) return succeed(known);
      const fetched = await fetchPlace(address, { kind: 'object', conference, sha256 }, size);
      if (!fetched.ok) return fetched.error.kind === 'too-large' ? fail({ kind: 'hash-mismatch' }) : fetched;
      if (fetched.value.length < size) return fail({ kind: 'cut-short' });
      if (sha256Of(fetched.value) !== sha256) return fail({ kind: 'hash-mismatch' });
      const written = await options.kept.keep(name, fetched.value);
      return written.ok ? fetched : fail(failureOfKeeping(written.error));
    },
  };
}

function failureOfKeeping({ kind }: KeepFailure): FetchFailure {
  return { kind: kind === 'disk-full' ? 'disk-full' : 'not-writable' };
}
