// Devices of one delegate that write and see each other's entries, with the counters that the journal would give.

import type { JournalDeed, JournalEntry } from '../../shared/desktop-contract';

export type WritingDevice = {
  readonly entries: () => readonly JournalEntry[];
  readonly write: (deed: JournalDeed) => JournalEntry;
  /** Takes over everything that the other device has. */
  readonly see: (other: WritingDevice) => void;
  /** Takes over one entry of another device. */
  readonly land: (entry: JournalEntry) => void;
};

export type WritingDevices = {
  readonly A: WritingDevice;
  readonly B: WritingDevice;
  readonly C: WritingDevice;
  /** What all of them have, each entry once. */
  readonly all: () => readonly JournalEntry[];
};

export function writingDevices(): WritingDevices {
  const devices = { A: writingDevice('A'), B: writingDevice('B'), C: writingDevice('C') };
  const all = (): readonly JournalEntry[] => {
    const entries = Object.values(devices).flatMap((device) => device.entries());
    return [...new Map(entries.map((entry) => [nameOf(entry), entry])).values()];
  };
  return { ...devices, all };
}

function nameOf({ device, stream, seq }: JournalEntry): string {
  return `${device}/${stream}/${String(seq)}`;
}

export function writingDevice(device: string): WritingDevice {
  const entries: JournalEntry[] = [];
  return {
    entries: () => entries,
    write: (deed) => {
      const seen: Record<string, number> = {};
      for (const entry of entries) {
        if (entry.stream === deed.stream) seen[entry.device] = Math.max(seen[entry.device] ?? 0, entry.seq);
      }
      const { [device]: own = 0, ...ctx } = seen;
      const lam = 1 + Math.max(0, ...entries.map((entry) => entry.lam));
      const entry: JournalEntry = { v: 1, device, seq: own + 1, lam, ts: 0, ctx, ...deed };
      entries.push(entry);
      return entry;
    },
    land: (entry) => {
      entries.push(entry);
    },
    see: (other) => {
      const known = new Set(entries.map(nameOf));
      entries.push(...other.entries().filter((entry) => !known.has(nameOf(entry))));
    },
  };
}
