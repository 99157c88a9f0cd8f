// What the office has published: as it is kept here, and as it stands in the folder that it publishes in.

import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import type { BundleSource, SourceFailure } from '../../shared/bundle/bundle-source';
import { payloadTypes, readEnvelope } from '../../shared/bundle/envelope';
import { toHex } from '../../shared/bundle/hex';
import { headLimit, rootLimit } from '../../shared/bundle/limits';
import { verifyBundle, type VerifiedBundle } from '../../shared/bundle/verify-bundle';
import { wordsOfHead } from '../../shared/bundle/verify-head';
import { headPath } from '../../shared/bundle/version-files';
import { fail, succeed, type Result } from '../../shared/result';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { findTrusted, heldChunks } from '../storage/official-questions';
import type { Looked, OfficeWorkFailure, VersionName } from './office-messages';
import type { OfficeTools } from './office-tools';

export const platform = { cryptography, compression, text: textCodec };

/** Where offices live: never in the sample. */
export const store = 'own';

/** The version that is kept here, whole; undefined when there is none yet. Chunks that `known` has are not read again. */
export async function keptVersion(
  tools: OfficeTools,
  known?: Pick<VerifiedBundle, 'chunks'>,
): Promise<Result<VerifiedBundle | undefined, OfficeWorkFailure>> {
  const { conference, database } = tools;
  const inMemory = new Map(known?.chunks.map(({ entry, records }) => [entry.sha256, records]));
  const kept = heldChunks(tools, conference.id);
  if ((await database.applied.get(conference.id)) === undefined) return succeed(undefined);
  const verified = await verifyBundle(keptSource(tools), undefined, {
    ...platform,
    now: 0,
    held: async (sha256) => inMemory.get(sha256) ?? kept(sha256),
    expectedConference: conference.id,
  });
  return verified.ok ? verified : bundleFailure(verified.error);
}

/** What stands in the folder, compared with what is kept here. */
export async function lookAtFolder(tools: OfficeTools, folder: string): Promise<Result<Looked, OfficeWorkFailure>> {
  const found = await tools.desktop.readFromFolder({
    store,
    folder,
    path: headPath(tools.conference.id),
    limit: headLimit,
  });
  if (!found.ok) return fail({ kind: 'folder', failure: found.error });
  if (found.value === null) return succeed({ kind: 'empty' });
  const standing = await nameOfHead(found.value);
  const kept = await findTrusted(tools, tools.conference.id);
  const isKnown = standing !== undefined && kept?.head?.sha256 === standing.sha256;
  return succeed(isKnown ? { kind: 'current', published: standing } : { kind: 'other', published: standing });
}

/** The version in the folder, verified as a delegate would who has what is kept here. */
export async function versionInFolder(
  tools: OfficeTools,
  folder: string,
): Promise<Result<VerifiedBundle, OfficeWorkFailure>> {
  const { conference, now } = tools;
  const trusted = await findTrusted(tools, conference.id);
  const verified = await verifyBundle(folderSource(tools, folder), trusted ?? undefined, {
    ...platform,
    now,
    held: heldChunks(tools, conference.id),
    expectedConference: conference.id,
  });
  return verified.ok ? verified : bundleFailure(verified.error);
}

export function bundleFailure(failure: BundleFailure): Result<never, OfficeWorkFailure> {
  return fail({ kind: 'bundle', failure });
}

/** Version and words that a head claims; undefined when it is none. It is for people to compare, and not believed. */
async function nameOfHead(bytes: Uint8Array): Promise<(VersionName & { readonly sha256: string }) | undefined> {
  const part = { kind: 'head' } as const;
  const envelope = readEnvelope({ bytes, part, payloadType: payloadTypes.head, limit: headLimit }, textCodec);
  if (!envelope.ok) return undefined;
  const sha256 = toHex(await cryptography.sha256(envelope.value.payload));
  const version = /"version":(\d{1,9})/.exec(textCodec.decode(envelope.value.payload, 'utf-8'))?.[1];
  return version === undefined ? undefined : { version: Number(version), words: wordsOfHead(sha256), sha256 };
}

function keptSource({ desktop, conference }: OfficeTools): BundleSource {
  type What = Parameters<typeof desktop.readOfficial>[0]['what'];
  const read = async (what: What): Promise<Result<Uint8Array, SourceFailure>> => {
    const bytes = await desktop.readOfficial({ store, conference: conference.id, what });
    return bytes.ok ? bytes : fail({ kind: 'not-found' });
  };
  return {
    kind: 'file',
    root: async (version) => read({ kind: 'root', version }),
    head: async () => read({ kind: 'head' }),
    object: async (sha256) => read({ kind: 'object', sha256 }),
  };
}

function folderSource({ desktop, conference }: OfficeTools, folder: string): BundleSource {
  const read = async (path: string, limit: number): Promise<Result<Uint8Array, SourceFailure>> => {
    const found = await desktop.readFromFolder({ store, folder, path: `${conference.id}/${path}`, limit });
    if (!found.ok) return fail({ kind: 'trouble', why: found.error.kind === 'offline' ? 'offline' : 'refused' });
    return found.value === null ? fail({ kind: 'not-found' }) : succeed(found.value);
  };
  return {
    kind: 'file',
    root: async (version) => read(`root/${version}.json`, rootLimit),
    head: async () => read('head.json', headLimit),
    object: async (sha256, size) => read(`o/${sha256}`, size),
  };
}
