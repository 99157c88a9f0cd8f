// Where the command line finds a bundle: a file, a folder as published, or an address.

import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { addressSource, sourceFailureOf } from '../shared/bundle/address-source';
import type { BundleFailure } from '../shared/bundle/bundle-failure';
import type { BundleSource } from '../shared/bundle/bundle-source';
import { conferenceIdPattern } from '../shared/bundle/conference-id';
import { readConferenceList } from '../shared/bundle/conference-list';
import { idleMilliseconds, singleFileLimit } from '../shared/bundle/limits';
import { readSingleFile } from '../shared/bundle/single-file';
import { failureOfSource } from '../shared/bundle/verification';
import type { FetchFailure } from '../shared/desktop-contract';
import { conferenceId, type ConferenceId } from '../shared/ids';
import { fail, succeed, type Result } from '../shared/result';
import { fetchCapped } from '../electron/keep/fetch-capped';
import { mayBeAsked } from '../electron/keep/sync-address';
import { syncHttp } from '../electron/keep/sync-http';
import { bundleSentence } from './bundle-sentence';
import { conferencesIn, folderSource } from './published-folder';
import { textCodec } from './text-codec';

export type FindFailure =
  | { readonly kind: 'refused-bundle'; readonly failure: BundleFailure }
  | { readonly kind: 'not-found' }
  /** At this place there are several conferences, or none, and it was not said which is meant. */
  | { readonly kind: 'which-conference'; readonly found: readonly string[] };

const tenMinutes = 10 * 60 * 1000;
const part = { kind: 'file' } as const;

/** The source at `place`. `wanted` is the conference that is meant, when that is known. */
export async function findBundle(
  place: string,
  wanted: ConferenceId | undefined,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<Result<BundleSource, FindFailure>> {
  if (/^https?:\/\//i.test(place)) {
    return /\.rostrum$/i.test(place) ? fetchSingleFile(place, fetch) : atAddress(place, wanted, fetch);
  }
  const found = await statIfThere(place);
  if (found === undefined) return fail({ kind: 'not-found' });
  if (found.isDirectory()) return inFolder(place, wanted);
  const bytes = await readCapped(place);
  return bytes === undefined ? refused(tooLarge) : asSource(readSingleFile(bytes, textCodec));
}

const tooLarge: BundleFailure = { kind: 'too-large', code: 'S14', part, limit: singleFileLimit };

function refused(failure: BundleFailure): Result<never, FindFailure> {
  return fail({ kind: 'refused-bundle', failure });
}

function asSource(opened: Result<BundleSource, BundleFailure>): Result<BundleSource, FindFailure> {
  return opened.ok ? opened : refused(opened.error);
}

async function statIfThere(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  }
}

/** The file's bytes, unless they are more than a bundle may have: then they are not read. */
async function readCapped(path: string): Promise<Uint8Array | undefined> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return size > singleFileLimit ? undefined : new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}

async function inFolder(folder: string, wanted: ConferenceId | undefined): Promise<Result<BundleSource, FindFailure>> {
  const found = await conferencesIn(folder);
  const conference = wanted ?? (found.length === 1 ? found[0] : undefined);
  return conference === undefined
    ? fail({ kind: 'which-conference', found })
    : succeed(folderSource(folder, conference));
}

async function fetchSingleFile(
  address: string,
  fetch: typeof globalThis.fetch,
): Promise<Result<BundleSource, FindFailure>> {
  if (!URL.canParse(address) || !mayBeAsked(new URL(address)))
    return refused(failureOfFetching({ kind: 'address-refused' }));
  const network = { fetch, idleMilliseconds, totalMilliseconds: tenMinutes };
  const bytes = await fetchCapped({ url: new URL(address), limit: singleFileLimit }, network);
  return bytes.ok ? asSource(readSingleFile(bytes.value, textCodec)) : refused(failureOfFetching(bytes.error));
}

async function atAddress(
  place: string,
  wanted: ConferenceId | undefined,
  fetch: typeof globalThis.fetch,
): Promise<Result<BundleSource, FindFailure>> {
  const last = basename(place);
  const named = conferenceIdPattern.test(last) ? conferenceId(last) : undefined;
  const address = named === undefined ? place : place.slice(0, place.lastIndexOf(last));
  // Nothing is kept between runs: the command only looks.
  const kept = { read: async () => undefined, keep: async () => succeed(undefined) };
  const desktop = syncHttp({ fetch, kept });
  const conference = wanted ?? named;
  if (conference !== undefined) return succeed(addressSource(desktop, { store: 'own', address, conference }));
  const bytes = await desktop.fetchConferences({ address });
  if (!bytes.ok) return refused(failureOfFetching(bytes.error));
  const list = readConferenceList(bytes.value, textCodec);
  if (!list.ok) return refused(list.error);
  const [only, ...others] = list.value;
  return only === undefined || others.length > 0
    ? fail({ kind: 'which-conference', found: list.value.map((each) => each.id) })
    : succeed(addressSource(desktop, { store: 'own', address, conference: only.id }));
}

function failureOfFetching(failure: FetchFailure): BundleFailure {
  return failureOfSource(sourceFailureOf(failure), part, 0);
}

/** What finding failed with: for programs a code, for people a sentence. */
export function findTrouble(failure: FindFailure, place: string): { readonly code: string; readonly message: string } {
  switch (failure.kind) {
    case 'refused-bundle':
      return { code: failure.failure.code, message: bundleSentence(failure.failure) };
    case 'not-found':
      return { code: 'not-found', message: `${place}: there is no such file.` };
    case 'which-conference':
      return failure.found.length === 0
        ? { code: 'S24', message: `Nothing is published at ${place}.` }
        : {
            code: 'which-conference',
            message: `Several conferences are published at ${place}; say which with --conference ID: ${failure.found.join(', ')}.`,
          };
  }
}
