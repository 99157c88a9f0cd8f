// Bundles through the doorkeeper: what a conference office publishes at its address.

import type { DesktopApi, FetchFailure, StoreName } from '../desktop-contract';
import type { ConferenceId } from '../ids';
import { fail, succeed, type Result } from '../result';
import type { BundleSource, SourceFailure } from './bundle-source';

type Place = { readonly store: StoreName; readonly conference: ConferenceId; readonly address: string };

/** What `conference` publishes at `address`. Objects that are kept are not fetched again. */
export function addressSource(
  desktop: Pick<DesktopApi, 'fetchRoot' | 'fetchHead' | 'fetchObject'>,
  { store, address, conference }: Place,
): BundleSource {
  return {
    kind: 'address',
    root: async (version) => asSource(await desktop.fetchRoot({ address, conference, version })),
    head: async () => asSource(await desktop.fetchHead({ address, conference })),
    object: async (sha256, size) => asSource(await desktop.fetchObject({ store, address, conference, sha256, size })),
  };
}

function asSource(answer: Result<Uint8Array, FetchFailure>): Result<Uint8Array, SourceFailure> {
  return answer.ok ? succeed(answer.value) : fail(sourceFailureOf(answer.error));
}

/** The doorkeeper's failure as a source's. */
export function sourceFailureOf(failure: FetchFailure): SourceFailure {
  switch (failure.kind) {
    case 'not-found':
    case 'cut-short':
    case 'too-large':
      return failure;
    case 'hash-mismatch':
      return { kind: 'wrong-hash' };
    case 'sign-in-page':
      return { kind: 'not-a-bundle' };
    case 'host-gone':
      return { kind: 'trouble', why: 'offline' };
    case 'offline':
    case 'address-refused':
    case 'not-allowed':
    case 'server-trouble':
    case 'timed-out':
    case 'disk-full':
    case 'not-writable':
    case 'refused':
      return { kind: 'trouble', why: failure.kind };
  }
}
