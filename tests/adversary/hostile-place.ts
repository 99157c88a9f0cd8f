// A place that loses, cuts, repeats, delays and forgets what is written to it, answers with what was there before, and
// says that all is well. Behind the same port as WebDAV, S3 and folders.

import type { FoundFile, PushPlace, WriteCondition } from '../../electron/keep/push-place';
import type { FolderFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import type { Gate } from './scheduler';

export type HostileStore = {
  /** What stands there now. */
  readonly files: Map<string, Uint8Array>;
  /** The place as one process sees it, request by request. */
  readonly place: (gate: Gate) => ObservedPlace;
  /** Goes back to an earlier state, or loses a file. */
  readonly suffer: () => void;
  /** From now on everything is as it says. */
  readonly calm: () => void;
};

/** A place that tells what it gave back to this process last. */
export type ObservedPlace = PushPlace & {
  readonly served: ReadonlyMap<string, Uint8Array | undefined>;
  readonly written: ReadonlySet<string>;
};

/** `trouble`: how often a request goes wrong, from 0 to 1. */
export function hostileStore(random: () => number, trouble: number): HostileStore {
  const files = new Map<string, Uint8Array>();
  const past: ReadonlyMap<string, Uint8Array>[] = [];
  /** Writes that were answered, and arrive later. */
  const late: (() => void)[] = [];
  let isCalm = false;
  const happens = (share: number): boolean => !isCalm && random() < share * trouble;
  const put = (path: string, bytes: Uint8Array): void => {
    past.push(new Map(files));
    files.set(path, bytes);
  };

  const read = (path: string, limit: number): Result<FoundFile | undefined, FolderFailure> => {
    while (late.length > 0 && happens(0.3)) late.splice(Math.floor(random() * late.length), 1)[0]?.();
    if (happens(0.3)) return fail({ kind: 'offline' });
    if (happens(0.1)) return succeed(undefined);
    const stale = happens(0.3) ? past[Math.floor(random() * past.length)] : undefined;
    const bytes = (stale ?? files).get(path);
    if (bytes === undefined) return succeed(undefined);
    if (bytes.length > limit) return fail({ kind: 'too-large', limit });
    if (happens(0.1)) return succeed({ bytes: bytes.subarray(0, Math.floor(random() * bytes.length)) });
    const flipped = Math.floor(random() * bytes.length);
    return succeed({ bytes: happens(0.1) ? bytes.with(flipped, (bytes[flipped] ?? 0) ^ 4) : bytes });
  };

  const write = (
    path: string,
    bytes: Uint8Array,
    condition: WriteCondition,
  ): Result<'written' | 'unmet', FolderFailure> => {
    if (happens(0.2)) return fail({ kind: 'offline' });
    const isUnmet = condition.kind === 'if-new' && files.has(path) && (isCalm || random() < 0.5);
    if (isUnmet) return succeed('unmet');
    const share = random();
    if (isCalm || share > 0.5 * trouble) put(path, bytes);
    else if (share > 0.3 * trouble) late.push(() => put(path, bytes));
    else if (share > 0.1 * trouble) put(path, bytes.subarray(0, Math.floor(random() * bytes.length)));
    // The write may have been done, and its answer lost; then it is done again, or arrives twice.
    if (happens(0.1)) late.push(() => put(path, bytes));
    return happens(0.2) ? fail({ kind: 'timed-out' }) : succeed('written');
  };

  return {
    files,
    place: (gate) => {
      const served = new Map<string, Uint8Array | undefined>();
      const written = new Set<string>();
      return {
        served,
        written,
        read: async (path, limit) => {
          const found = await gate(() => read(path, limit));
          served.set(path, found.ok ? found.value?.bytes : undefined);
          return found;
        },
        write: async (path, bytes, condition) => {
          written.add(path);
          return gate(() => write(path, bytes, condition));
        },
        list: async () => succeed([]),
        remove: async () => succeed(undefined),
      };
    },
    suffer: () => {
      const before = random() < 0.5 ? past[Math.floor(random() * past.length)] : undefined;
      if (before !== undefined) {
        files.clear();
        for (const [path, bytes] of before) files.set(path, bytes);
      } else {
        const path = [...files.keys()][Math.floor(random() * files.size)];
        if (path !== undefined) files.delete(path);
      }
    },
    calm: () => {
      isCalm = true;
      late.splice(0);
    },
  };
}
