// Who had seen what when they wrote: causality by counters, never by clocks.

/** Device → the highest sequence number seen from it. A device that is absent was not seen at all. */
export type VersionVector = Readonly<Record<string, number>>;

/** Where an entry stands among all entries of one stream, whoever wrote them. */
export type Stamp = {
  readonly device: string;
  /** 1, 2, 3… per device. */
  readonly seq: number;
  /** Lamport time: higher than that of everything its author had seen. */
  readonly lam: number;
  /** What its author had seen of the other devices. */
  readonly ctx: VersionVector;
};

/** How many entries of `device` a vector has seen. Own keys only, so that no device can be called `constructor`. */
export function seenOf(vector: VersionVector, device: string): number {
  return Object.hasOwn(vector, device) ? (vector[device] ?? 0) : 0;
}

/**
 * Whether the author of `later` had seen `earlier`. The Lamport time has to agree, so that whatever a damaged log
 * claims, nothing can be before and after another: among any entries there is always one that none of them had seen.
 */
export function hasSeen(later: Stamp, earlier: Stamp): boolean {
  if (later.lam <= earlier.lam) return false;
  return later.device === earlier.device ? later.seq > earlier.seq : seenOf(later.ctx, earlier.device) >= earlier.seq;
}

/** The one order that every device agrees on: Lamport time, then device, then sequence. Negative: `before` is first. */
export function compareStamps(before: Stamp, after: Stamp): number {
  if (before.lam !== after.lam) return before.lam - after.lam;
  if (before.device !== after.device) return before.device < after.device ? -1 : 1;
  return before.seq - after.seq;
}

/** Whether `stamp`'s author had seen everything that `vector` has seen, itself included. */
export function coversAll(stamp: Stamp, vector: VersionVector): boolean {
  return Object.entries(vector).every(([device, seq]) =>
    device === stamp.device ? stamp.seq > seq : seenOf(stamp.ctx, device) >= seq,
  );
}

/** `vector` after having seen `stamp` too; the same object when it had. */
export function withSeen(vector: VersionVector, stamp: Pick<Stamp, 'device' | 'seq'>): VersionVector {
  return seenOf(vector, stamp.device) >= stamp.seq ? vector : { ...vector, [stamp.device]: stamp.seq };
}
