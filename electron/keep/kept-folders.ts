// The folders that are written to, by the name the app gives them: address, what was found out about it, and credentials
// under the same guard as the key. The renderer names folders and never sees what opens them.

import { join } from 'node:path';
import type { DescribedFolder, DesktopArguments, FolderAbilities, FolderFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import type { Network } from './fetch-capped';
import { makeFolder, readWhole, writeWhole } from './files';
import { parseJson } from './parse-json';
import { localPlace } from './push-local-folder';
import type { PushPlace } from './push-place';
import { s3Place } from './s3';
import { givenUp, isClosed, isGivenUp } from './secrets';
import type { KeyGuards } from './signing-key';
import { webdavPlace } from './webdav';

type Connection = Omit<DesktopArguments<'connectFolder'>, 'store'>;

type KeptFolder = {
  readonly folder: string;
  readonly kind: 'webdav' | 's3' | 'local';
  readonly address: string;
  /** Absent where none are needed. */
  readonly guard?: string;
  readonly sealed?: string;
  readonly abilities?: FolderAbilities;
};

export type FoldersOptions = {
  readonly storeFolder: string;
  readonly guards: KeyGuards;
  readonly network: Network;
  readonly now: () => number;
};

const fileName = 'folders.json';

/** All folders, without what opens them. */
export async function describeFolders(storeFolder: string): Promise<readonly DescribedFolder[]> {
  return (await readFolders(storeFolder)).map(describe);
}

/** Keeps a connection under its name, in place of the one before. */
export async function connectFolder(
  { folder, kind, address, credentials }: Connection,
  options: FoldersOptions,
): Promise<Result<DescribedFolder, FolderFailure>> {
  const opened = openWith({ folder, kind, address }, credentials, options);
  if (!opened.ok) return opened;
  const sealed =
    credentials.kind === 'none'
      ? succeed(undefined)
      : await options.guards.making.seal(new TextEncoder().encode(JSON.stringify(credentials)));
  if (!sealed.ok) return sealed;
  const secret = sealed.value === undefined ? {} : { guard: options.guards.making.kind, sealed: sealed.value };
  const kept: KeptFolder = { folder, kind, address, ...secret };
  const written = await replaceFolder(options.storeFolder, folder, kept);
  return written.ok ? succeed(describe(kept)) : written;
}

/** Keeps a folder of this computer under its name, in place of the one before. */
export async function keepLocalFolder(
  storeFolder: string,
  folder: string,
  path: string,
): Promise<Result<DescribedFolder, FolderFailure>> {
  const kept: KeptFolder = { folder, kind: 'local', address: path };
  const written = await replaceFolder(storeFolder, folder, kept);
  return written.ok ? succeed(describe(kept)) : written;
}

export async function forgetFolder(
  storeFolder: string,
  folder: string,
): Promise<Result<{ readonly forgotten: boolean }, FolderFailure>> {
  const isKnown = (await readFolders(storeFolder)).some((each) => each.folder === folder);
  const written = await replaceFolder(storeFolder, folder, undefined);
  return written.ok ? succeed({ forgotten: isKnown }) : written;
}

/** Keeps what was found out about a folder. */
export async function keepAbilities(
  storeFolder: string,
  folder: string,
  abilities: FolderAbilities,
): Promise<Result<undefined, FolderFailure>> {
  const known = (await readFolders(storeFolder)).find((each) => each.folder === folder);
  return known === undefined
    ? fail({ kind: 'no-such-folder' })
    : replaceFolder(storeFolder, folder, { ...known, abilities });
}

/** Gives up credentials that nothing opens now: their folders are connected anew, or forgotten. */
export async function giveUpCredentials(
  storeFolder: string,
  guards: KeyGuards,
): Promise<Result<undefined, FolderFailure>> {
  for (const kept of await readFolders(storeFolder)) {
    const { guard, sealed } = kept;
    if (guard === undefined || sealed === undefined) continue;
    const credentials = { guard, sealed };
    if (!(await isClosed(credentials, guards.opening))) continue;
    const written = await replaceFolder(storeFolder, kept.folder, { ...kept, ...givenUp(credentials) });
    if (!written.ok) return written;
  }
  return succeed(undefined);
}

/** Credentials that lie under `guard`, as they are on the disk; undefined where none do. */
export async function sealedCredentials(storeFolder: string, guard: string): Promise<string | undefined> {
  return (await readFolders(storeFolder)).find((each) => each.guard === guard)?.sealed;
}

export type OpenedFolder = { readonly place: PushPlace; readonly abilities?: FolderAbilities };

/** The folder as a place to read and write. `key-locked` when its credentials cannot be opened now. */
export async function openKeptFolder(
  folder: string,
  options: FoldersOptions,
): Promise<Result<OpenedFolder, FolderFailure>> {
  const kept = (await readFolders(options.storeFolder)).find((each) => each.folder === folder);
  if (kept === undefined) return fail({ kind: 'no-such-folder' });
  const credentials = await openCredentials(kept, options.guards);
  if (!credentials.ok) return credentials;
  const place = openWith(kept, credentials.value, options);
  if (!place.ok) return place;
  return succeed({ place: place.value, ...(kept.abilities === undefined ? {} : { abilities: kept.abilities }) });
}

function describe({ folder, kind, address, sealed, abilities }: KeptFolder): DescribedFolder {
  const hasCredentials = sealed !== undefined;
  return { folder, kind, address, hasCredentials, ...(abilities === undefined ? {} : { abilities }) };
}

function openWith(
  { kind, address }: Pick<KeptFolder, 'folder' | 'kind' | 'address'>,
  credentials: Connection['credentials'],
  { network, now }: FoldersOptions,
): Result<PushPlace, FolderFailure> {
  if (kind === 'local') return succeed(localPlace(address));
  const given = { address, network, now };
  if (kind === 's3')
    return credentials.kind === 's3' ? s3Place({ ...given, ...credentials }) : fail({ kind: 'refused' });
  if (credentials.kind === 's3') return fail({ kind: 'refused' });
  return webdavPlace(credentials.kind === 'none' ? given : { ...given, ...credentials });
}

async function openCredentials(
  { guard, sealed }: KeptFolder,
  guards: KeyGuards,
): Promise<Result<Connection['credentials'], FolderFailure>> {
  if (sealed === undefined || guard === undefined) return succeed({ kind: 'none' });
  if (isGivenUp(guard)) return fail({ kind: 'credentials-lost' });
  const opened = await guards.opening(guard)?.open(sealed);
  if (opened === undefined) return fail({ kind: 'key-locked' });
  if (!opened.ok) return opened;
  const credentials = parseJson(Buffer.from(opened.value).toString('utf8'));
  return isCredentials(credentials) ? succeed(credentials) : fail({ kind: 'key-locked' });
}

function isCredentials(json: unknown): json is Connection['credentials'] {
  if (typeof json !== 'object' || json === null || !('kind' in json)) return false;
  return json.kind === 'password' || json.kind === 's3';
}

async function readFolders(storeFolder: string): Promise<readonly KeptFolder[]> {
  const bytes = await readWhole(join(storeFolder, fileName));
  const json = bytes.ok ? parseJson(bytes.value.toString('utf8')) : undefined;
  if (typeof json !== 'object' || json === null || !('folders' in json) || !Array.isArray(json.folders)) return [];
  return json.folders.filter(isKeptFolder);
}

function isKeptFolder(json: unknown): json is KeptFolder {
  if (typeof json !== 'object' || json === null) return false;
  const kind: unknown = Reflect.get(json, 'kind');
  const has = (name: string): boolean => typeof Reflect.get(json, name) === 'string';
  return has('folder') && has('address') && (kind === 'webdav' || kind === 's3' || kind === 'local');
}

async function replaceFolder(
  storeFolder: string,
  folder: string,
  kept: KeptFolder | undefined,
): Promise<Result<undefined, FolderFailure>> {
  const others = (await readFolders(storeFolder)).filter((each) => each.folder !== folder);
  const made = await makeFolder(storeFolder);
  if (!made.ok) return made;
  const folders = kept === undefined ? others : [...others, kept];
  return writeWhole(join(storeFolder, fileName), Buffer.from(`${JSON.stringify({ v: 1, folders }, null, 2)}\n`));
}
