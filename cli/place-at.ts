// Where the command line writes: a folder, a WebDAV address, or an S3 store, with credentials from a file.

import { resolve } from 'node:path';
import * as v from 'valibot';
import { sourceFailureOf } from '../shared/bundle/address-source';
import type { BundleSource, SourceFailure } from '../shared/bundle/bundle-source';
import { headLimit, idleMilliseconds, rootLimit } from '../shared/bundle/limits';
import type { FolderFailure } from '../shared/desktop-contract';
import type { ConferenceId } from '../shared/ids';
import { fail, succeed, type Result } from '../shared/result';
import { localPlace } from '../electron/keep/push-local-folder';
import type { PushPlace } from '../electron/keep/push-place';
import { patientPlace } from '../electron/keep/push-retry';
import { s3Place } from '../electron/keep/s3';
import { webdavPlace } from '../electron/keep/webdav';
import { readIfThere } from './keys-folder';

const credentialsSchema = v.union([
  v.strictObject({ user: v.string(), password: v.string() }),
  v.strictObject({
    accessKeyId: v.string(),
    secretAccessKey: v.string(),
    region: v.optional(v.string(), 'us-east-1'),
  }),
]);

/** A place to write to. `isRemote`: others may write to it at the same moment, and it answers when it likes. */
export type Place = { readonly place: PushPlace; readonly isRemote: boolean; readonly traffic: Traffic };

/** What went over the network so far. */
export type Traffic = { requests: number; bytes: number };

export type PlaceRefusal = { readonly kind: 'no-place'; readonly message: string };

const tenMinutes = 10 * 60 * 1000;
const attempts = 5;
const sleep = async (wait: number): Promise<void> => new Promise((go) => setTimeout(go, wait));

/** Whether `text` is an address, and not a path. */
export function isAddress(text: string): boolean {
  return /^(?:s3\+)?https?:\/\//i.test(text);
}

/** The place that `text` names: a path, `https://…` (WebDAV), or `s3+https://host/bucket/…`. */
export async function placeAt(text: string, credentialsFile: string | undefined): Promise<Result<Place, PlaceRefusal>> {
  const traffic: Traffic = { requests: 0, bytes: 0 };
  if (!isAddress(text)) {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return refuse(`${text}: addresses begin with https:// or s3+https://.`);
    return succeed({ place: localPlace(resolve(text)), isRemote: false, traffic });
  }
  const credentials = await readCredentials(credentialsFile);
  if (!credentials.ok) return credentials;
  const network = { fetch: countingFetch(traffic), idleMilliseconds, totalMilliseconds: tenMinutes };
  const given = { network, now: Date.now };
  const secret = credentials.value;
  const address = text.replace(/^s3\+/i, '');
  const opened =
    address === text
      ? webdavPlace({ address, ...given, ...(secret !== undefined && 'user' in secret ? secret : {}) })
      : secret !== undefined && 'accessKeyId' in secret
        ? s3Place({ address, ...given, ...secret })
        : undefined;
  if (opened === undefined) return refuse('An S3 store needs --credentials FILE with accessKeyId and secretAccessKey.');
  if (!opened.ok) return refuse(folderSentence(opened.error));
  return succeed({
    place: patientPlace(opened.value, { attempts, random: Math.random, sleep }),
    isRemote: true,
    traffic,
  });
}

function refuse(message: string): Result<never, PlaceRefusal> {
  return fail({ kind: 'no-place', message });
}

type Credentials = v.InferOutput<typeof credentialsSchema>;

async function readCredentials(path: string | undefined): Promise<Result<Credentials | undefined, PlaceRefusal>> {
  if (path === undefined) return succeed(undefined);
  const bytes = await readIfThere(path);
  const schema = v.pipe(v.string(), v.parseJson(), credentialsSchema);
  const shape = v.safeParse(schema, Buffer.from(bytes ?? []).toString('utf8'));
  return shape.success
    ? succeed(shape.output)
    : refuse(`${path} holds no credentials: {"user", "password"}, or {"accessKeyId", "secretAccessKey", "region"}.`);
}

/** `fetch` that counts requests and the bytes of bodies both ways. */
export function countingFetch(traffic: Traffic): typeof globalThis.fetch {
  return async (input, init) => {
    traffic.requests += 1;
    if (init?.body instanceof Uint8Array) traffic.bytes += init.body.length;
    const response = await globalThis.fetch(input, init);
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, controller) => {
        traffic.bytes += piece.length;
        controller.enqueue(piece);
      },
    });
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counter), { status, statusText, headers });
  };
}

/** What `conference` has published at a place that is also written to, credentials and all. */
export function placeSource(place: PushPlace, conference: ConferenceId): BundleSource {
  const read = async (path: string, limit: number): Promise<Result<Uint8Array, SourceFailure>> => {
    const found = await place.read(`${conference}/${path}`, limit);
    if (!found.ok) return fail(asSourceFailure(found.error));
    return found.value === undefined ? fail({ kind: 'not-found' }) : succeed(found.value.bytes);
  };
  return {
    kind: 'file',
    root: async (version) => read(`root/${version}.json`, rootLimit),
    head: async () => read('head.json', headLimit),
    object: async (sha256, size) => read(`o/${sha256}`, size),
  };
}

function asSourceFailure(failure: FolderFailure): SourceFailure {
  switch (failure.kind) {
    case 'folder-full':
    case 'locked':
    case 'busy':
    case 'not-as-written':
    case 'other-writer':
      return { kind: 'trouble', why: 'server-trouble' };
    case 'folder-in-use':
    case 'no-such-folder':
    case 'key-locked':
    case 'credentials-lost':
    case 'wrong-passphrase':
      return { kind: 'trouble', why: 'refused' };
    case 'address-refused':
    case 'cut-short':
    case 'disk-full':
    case 'hash-mismatch':
    case 'host-gone':
    case 'not-allowed':
    case 'not-found':
    case 'not-writable':
    case 'offline':
    case 'refused':
    case 'server-trouble':
    case 'sign-in-page':
    case 'timed-out':
    case 'too-large':
      return sourceFailureOf(failure);
  }
}

/** Why a place did not do what it was asked, for a person. */
export function folderSentence(failure: FolderFailure): string {
  switch (failure.kind) {
    case 'offline':
    case 'host-gone':
      return 'The server cannot be reached.';
    case 'timed-out':
    case 'cut-short':
      return 'The server took too long, or the line broke. Nothing is lost; try again.';
    case 'address-refused':
      return 'The address has to begin with https:// (or be on this computer), without a password or a query.';
    case 'not-allowed':
      return `The server does not let us in (${failure.status}). Check --credentials FILE.`;
    case 'folder-full':
      return `The folder is full, or takes no file of this size (${failure.status}).`;
    case 'locked':
      return 'The file is locked by somebody else. Try again in a while.';
    case 'busy':
      return 'The server is busy. Try again in a while.';
    case 'server-trouble':
      return `The server answers ${failure.status}, which is no success.`;
    case 'sign-in-page':
      return 'The server sent a page instead of a file, perhaps to sign in to the network. Sign in and try again.';
    case 'not-as-written':
      return `${failure.path} does not hold what was written to it.`;
    case 'other-writer':
      return 'Another station has published in the meantime. Nothing was changed; publish again on top of it.';
    case 'not-found':
    case 'no-such-folder':
      return 'There is no such folder.';
    case 'too-large':
    case 'hash-mismatch':
      return 'What stands there is not what it should be.';
    case 'key-locked':
      return 'The key is locked: give its passphrase with --passphrase-file FILE.';
    case 'credentials-lost':
      return 'What opens the folder is lost: give it again.';
    case 'wrong-passphrase':
      return 'That is not the passphrase of the key.';
    case 'disk-full':
      return 'The disk is full.';
    case 'not-writable':
      return 'It cannot be written.';
    case 'folder-in-use':
      return 'Rostrum has this folder open. Close it first.';
    case 'refused':
      return 'The request was refused.';
  }
}
