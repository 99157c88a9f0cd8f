// A verified version of the office's papers as the storage takes it over. Its papers stay where they were verified, in a
// worker for the app: a large conference would keep the page from answering while they are copied and written.

import { Dexie } from 'dexie';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { Database } from './database';
import { writeEarlierTexts, writeOfficialRows } from './official-rows';

/** What there is to say of a verified bundle without its papers. */
export type BundleFacts = Omit<VerifiedBundle, 'papers' | 'chunks' | 'received'>;

/** Some of what arrived, as received, to be kept before anything is shown. */
export type ReceivedParts = Pick<VerifiedBundle['received'], 'roots' | 'objects'> & {
  /** Only in the last: a head on disk always has what it names. */
  readonly head?: Uint8Array;
};

export type OfficialNews = {
  readonly bundle: BundleFacts;
  /** What arrived, in so many lots, counted from 0; undefined after the last. */
  readonly received: (lot: number) => Promise<ReceivedParts | undefined>;
  /**
   * Makes the rows those of this version, in one transaction (`writeOfficialRows`). False: nothing was written, because
   * another version was applied since, or the working copy cannot be written just now.
   */
  readonly writeRows: () => Promise<boolean>;
  /** Adds its motions' texts to those that are kept to compare with (`writeEarlierTexts`), and nothing else. */
  readonly writeTexts: () => Promise<boolean>;
};

/** Objects of one lot: about half a megabyte, and so a moment, of a large conference. */
const objectsAtOnce = 16;

/** The news that a bundle verified in this very thread is. */
export function newsOf(database: Database, bundle: VerifiedBundle): OfficialNews {
  const { papers, chunks, received, ...facts } = bundle;
  return {
    bundle: facts,
    received: async (lot) => lotOf(received, lot),
    writeRows: async () => isWritten(async () => writeOfficialRows(database, { ...facts, papers, chunks })),
    writeTexts: async () => isWritten(async () => writeEarlierTexts(database, papers.motions)),
  };
}

async function isWritten(write: () => Promise<boolean>): Promise<boolean> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Dexie.DexieError) return false;
    throw error;
  }
}

function lotOf({ roots, objects, head }: VerifiedBundle['received'], lot: number): ReceivedParts | undefined {
  const last = Math.ceil(objects.length / objectsAtOnce);
  if (lot === last) return { roots, objects: [], head };
  const at = lot * objectsAtOnce;
  return lot > last ? undefined : { roots: [], objects: objects.slice(at, at + objectsAtOnce) };
}
