// Gzip through Compression Streams, which Chromium, Electron and Node have alike. Passed in, so this stays pure code.

import type { Compression } from '../ports';

/** As much of a `(De)CompressionStream` as is needed. */
export type ByteTransform = {
  readonly writable: {
    getWriter(): {
      write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
      close(): Promise<void>;
      abort(): Promise<void>;
    };
  };
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  };
};

// In one piece, a bomb of 1 MB inflates to 1 GB inside the platform before the reader can stop it; in slices of this
// size it is at most 4 MB ahead of the reader.
const sliceBytes = 4096;

/** The port over a platform's streams. `gzip` is the platform's own, at the level of its choice. */
export function webCompression(
  inflating: () => ByteTransform,
  gzip: (bytes: Uint8Array) => Promise<Uint8Array>,
): Compression {
  return { gunzip: async (bytes, limit) => pump(inflating(), bytes, limit), gzip };
}

/** All that comes out of `transform` for `bytes`; undefined when it is more than `limit`, or `bytes` are damaged or cut. */
export async function pump(
  transform: ByteTransform,
  bytes: Uint8Array,
  limit: number,
): Promise<Uint8Array | undefined> {
  const writer = transform.writable.getWriter();
  const reader = transform.readable.getReader();
  const feed = async (): Promise<boolean> => {
    try {
      for (let at = 0; at < bytes.length; at += sliceBytes) await writer.write(bytes.slice(at, at + sliceBytes));
      await writer.close();
      return true;
    } catch {
      return false;
    }
  };
  const drain = async (): Promise<Uint8Array | undefined> => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return joined(pieces, length);
        if (value !== undefined) pieces.push(value);
        length += value?.length ?? 0;
        if (length > limit) {
          await reader.cancel();
          await writer.abort();
          return undefined;
        }
      }
    } catch {
      return undefined;
    }
  };
  const [isFed, result] = await Promise.all([feed(), drain()]);
  return isFed ? result : undefined;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
