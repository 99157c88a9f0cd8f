// Whether a bundle is the conference office's, whole, and newer than what is held: roots, then head, then index and
// chunks (FORMAT.md, "Verifying"). A failure changes nothing; a success returns the state to trust from now on.

import { toBase64 } from '../base64';
import type { ConferenceId } from '../ids';
import { fail, succeed, type Result } from '../result';
import type { BundleFailure, BundleNote } from './bundle-failure';
import type { BundleSource } from './bundle-source';
import { countRecords, readRecords, type OfficialPapers } from './records';
import type { TrustedState } from './trusted-state';
import type { Verification } from './verification';
import { verifyHead, wordsOfHead, type VerifiedHead } from './verify-head';
import { verifyObjects, type StoredObject, type VerifiedChunk, type VerifiedObjects } from './verify-objects';
import { verifyRoots, type RootChain } from './verify-roots';

/** A bundle whose every byte was signed for. Only `verifyBundle` makes one. */
export type VerifiedBundle = {
  readonly conference: {
    readonly id: ConferenceId;
    readonly title: string;
    readonly organisation: string;
  };
  readonly version: number;
  /** SHA-256 of the head's payload, hex, and the four words that stand for it. */
  readonly headHash: string;
  readonly words: string;
  /** RFC 3339, UTC. */
  readonly publishedAt: string;
  readonly expires: string;
  /** What the office wrote about this version. */
  readonly note?: string;
  /** Labels of the keys that signed the head. */
  readonly signedBy: readonly string[];
  readonly notes: readonly BundleNote[];
  /** False for the version that is held already (S07): then `papers` need not be complete, and nothing is to be done. */
  readonly isNews: boolean;
  /** Whether the id was known beforehand, from the delegate or from the state; otherwise its words are to be compared. */
  readonly isTrusted: boolean;
  /** What the office says it took out since the version before. */
  readonly removed: { readonly n: number; readonly mass: boolean };
  /** Whether the numbers of records are those the head claims; if not, the office made a mistake in publishing. */
  readonly countsAgree: boolean;
  readonly papers: OfficialPapers;
  /** Into how many buckets the office divides the papers now. */
  readonly buckets: number;
  /** The chunks, to be held by their hash for the next reading (`Verification.held`). */
  readonly chunks: readonly VerifiedChunk[];
  /** What arrived in this reading, as received: to be kept, roots and objects first, the head last. */
  readonly received: {
    readonly roots: RootChain['received'];
    readonly objects: readonly StoredObject[];
    readonly head: Uint8Array;
  };
  /** What to trust from now on, instead of the state that was passed in. */
  readonly state: TrustedState;
};

/**
 * Verifies what `source` offers of one conference, against what is trusted of it so far (nothing, on first contact).
 * Nothing unverified is inflated, and nothing but envelopes is parsed before it is verified.
 */
export async function verifyBundle(
  source: BundleSource,
  trusted: TrustedState | undefined,
  verification: Verification,
): Promise<Result<VerifiedBundle, BundleFailure>> {
  const chain = await verifyRoots(source, trusted, verification);
  if (!chain.ok) return chain;
  const head = await verifyHead(source, chain.value, trusted, verification);
  if (!head.ok) return head;
  const isNothingNew = head.value.isHeld && source.kind === 'address';
  const objects = isNothingNew
    ? succeed<VerifiedObjects>({ buckets: 1, chunks: [], received: [], missing: 0 })
    : await verifyObjects(source, head.value.head, verification);
  if (!objects.ok) return objects;
  if (objects.value.missing > 0 && !head.value.isHeld) {
    const held = trusted?.head === undefined ? {} : { held: trusted.head.version };
    return fail({ kind: 'partial', code: 'S19', missing: objects.value.missing, ...held });
  }
  const papers = readPapers(objects.value.chunks, chain.value.conference);
  if (!papers.ok) return papers;
  const isTrusted = trusted !== undefined || verification.expectedConference !== undefined;
  return succeed({
    ...describeHead(chain.value, head.value),
    isTrusted,
    countsAgree: isNothingNew || doCountsAgree(head.value.head.counts, objects.value.chunks),
    papers: papers.value,
    buckets: objects.value.buckets,
    chunks: objects.value.chunks,
    received: { roots: chain.value.received, objects: objects.value.received, head: head.value.bytes },
  });
}

type Description = Omit<VerifiedBundle, 'isTrusted' | 'countsAgree' | 'papers' | 'buckets' | 'chunks' | 'received'>;

function describeHead({ conference, root, payload }: RootChain, verified: VerifiedHead): Description {
  const { head, sha256 } = verified;
  return {
    conference: { id: conference, title: root.title, organisation: root.organisation },
    version: head.version,
    headHash: sha256,
    words: wordsOfHead(sha256),
    publishedAt: head.publishedAt,
    expires: head.expires,
    ...(head.note === undefined ? {} : { note: head.note }),
    signedBy: verified.signedBy,
    notes: verified.notes,
    isNews: !verified.isHeld,
    removed: head.removed,
    state: {
      v: 1,
      conference,
      root: { version: root.version, payload: toBase64(payload) },
      head: { version: head.version, sha256 },
    },
  };
}

/** The papers of all chunks. No two records may have one id: which of them would be meant? */
function readPapers(chunks: readonly VerifiedChunk[], conference: ConferenceId): Result<OfficialPapers, BundleFailure> {
  const ids = new Set<string>();
  const readings: OfficialPapers[] = [];
  for (const { entry, records } of chunks) {
    const unreadable = (where: string): Result<never, BundleFailure> =>
      fail({ kind: 'unreadable', code: 'S15', part: { kind: 'chunk', key: entry.key }, where });
    for (const { id } of records) {
      if (ids.has(id)) return unreadable(id);
      ids.add(id);
    }
    const papers = readRecords(records, conference);
    if (!papers.ok) return unreadable(papers.error.where);
    readings.push(papers.value);
  }
  const named = readings.find((papers) => papers.conference !== undefined)?.conference;
  return succeed({
    ...(named === undefined ? {} : { conference: named }),
    motions: readings.flatMap((papers) => papers.motions),
    amendments: readings.flatMap((papers) => papers.amendments),
    sessions: readings.flatMap((papers) => papers.sessions),
    unknown: readings.flatMap((papers) => papers.unknown),
  });
}

function doCountsAgree(claimed: Readonly<Record<string, number>>, chunks: readonly VerifiedChunk[]): boolean {
  const counts = countRecords(chunks.map(({ records }) => records));
  const kinds = new Set([...Object.keys(claimed), ...Object.keys(counts)]);
  return [...kinds].every((kind) => (claimed[kind] ?? 0) === (counts[kind] ?? 0));
}
