// Unpacks an asar archive: Electron reads files inside one, Node cannot.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Unpacks the archive into `folder` and answers the folder. The header is a pickled JSON text, the files follow it. */
export function unpackAsar(archive, folder) {
  const bytes = readFileSync(archive);
  const headerSize = bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  const unpack = (entry, path) => {
    if (entry.files === undefined) {
      if (entry.unpacked === true) throw new Error(`${path} is outside the archive: not offered by the stand-in`);
      const start = 8 + headerSize + Number(entry.offset);
      writeFileSync(path, bytes.subarray(start, start + entry.size));
      return;
    }
    mkdirSync(path, { recursive: true });
    for (const [name, inside] of Object.entries(entry.files)) unpack(inside, join(path, name));
  };
  unpack(header, folder);
  return folder;
}
