// The files inside a ZIP (PKWARE APPNOTE 6.3.10), by name. Names are only compared, never used as a place on a disk, and
// nothing is inflated beyond what was allowed for it, whatever the archive says about itself.

import type { Compression } from '../ports';
import type { Result } from '../result';
import { fail, succeed } from '../result';

export type ZipFailure = { readonly kind: 'encrypted' } | { readonly kind: 'damaged' };

type Entry = {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly at: number;
};

export type ZipArchive = {
  readonly names: readonly string[];
  /** The bytes of one file; `damaged` when there is none of that name, or it is larger than `limit` bytes. */
  readonly read: (name: string, limit: number) => Promise<Result<Uint8Array, ZipFailure>>;
};

/** The most files that an archive may hold; a Word document has some twenty. */
const entryLimit = 20_000;

/** Reads the directory at the end of the archive. Where two files have one name, the last counts. */
export function openZip(bytes: Uint8Array, compression: Compression): Result<ZipArchive, ZipFailure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return fail({ kind: 'damaged' });
  const entries = new Map<string, Entry>();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > entryLimit) return fail({ kind: 'damaged' });
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return fail({ kind: 'damaged' });
    const nameLength = view.getUint16(at + 28, true);
    const nameEnd = at + 46 + nameLength;
    if (nameEnd > view.byteLength) return fail({ kind: 'damaged' });
    entries.set(latinText(bytes.subarray(at + 46, nameEnd)), {
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return succeed({
    names: [...entries.keys()],
    read: async (name, limit) => {
      const entry = entries.get(name);
      if (entry === undefined) return fail({ kind: 'damaged' });
      if (entry.isEncrypted) return fail({ kind: 'encrypted' });
      const unpacked = await unpack(entry, { bytes, view }, { compression, limit });
      return unpacked === undefined ? fail({ kind: 'damaged' }) : succeed(unpacked);
    },
  });
}

/** Where the end record is: before a comment of at most 64 KiB. */
function endOfDirectory(view: DataView): number | undefined {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

async function unpack(
  entry: Entry,
  { bytes, view }: { readonly bytes: Uint8Array; readonly view: DataView },
  { compression, limit }: { readonly compression: Compression; readonly limit: number },
): Promise<Uint8Array | undefined> {
  const { at, packedSize, method } = entry;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== 0x04034b50 || entry.size > limit) return undefined;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(from, from + packedSize);
  if (packed.length !== packedSize) return undefined;
  if (method === 0) return packedSize > limit ? undefined : packed;
  return method === 8 ? compression.gunzip(asGzip(packed, entry), limit) : undefined;
}

/** The same deflated bytes, checksum and length as a gzip member (RFC 1952), which every platform inflates and checks. */
function asGzip(packed: Uint8Array, { crc, size }: Entry): Uint8Array {
  const member = new Uint8Array(10 + packed.length + 8);
  member.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  member.set(packed, 10);
  const view = new DataView(member.buffer);
  view.setUint32(10 + packed.length, crc, true);
  view.setUint32(14 + packed.length, size, true);
  return member;
}

/** The parts of a Word document have names of ASCII. */
function latinText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
