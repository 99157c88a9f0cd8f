// What was dropped on the window as files: those of dropped folders too.

import { readFiles } from './read-files';
import type { ReadFiles } from './read-files';

/** The most files that are read at once: a folder of papers has some hundred, a dropped disk has none of our business. */
const fileLimit = 1000;

const inNaturalOrder = new Intl.Collator('en-GB', { numeric: true });

/**
 * Reads the files, an empty folder being among the unread; a folder's in the order that people count in ("Motion 2" before "Motion 10"), hidden ones left out.
 * Call it while the drop is being handled: later, the transfer is empty.
 */
export async function readDropped(transfer: DataTransfer): Promise<ReadFiles> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.every((entry) => entry.isFile)) return readFiles([...transfer.files]);
  const files: File[] = [];
  const unread: string[] = [];
  for (const entry of entries) await collect(entry, files, unread);
  const { files: read, unread: failed } = await readFiles(files.slice(0, fileLimit));
  const rest = files.length > fileLimit ? [`${files.length - fileLimit} more files`] : [];
  return { files: read, unread: [...unread, ...failed, ...rest] };
}

async function collect(entry: FileSystemEntry, files: File[], unread: string[]): Promise<void> {
  if (files.length > fileLimit) return;
  try {
    if (isFile(entry)) files.push(await fileOf(entry));
    else if (isFolder(entry)) {
      const inside = (await entriesOf(entry)).filter(({ name }) => !name.startsWith('.'));
      if (inside.length === 0) unread.push(entry.name);
      inside.sort((before, after) => inNaturalOrder.compare(before.name, after.name));
      for (const one of inside) await collect(one, files, unread);
    }
  } catch {
    unread.push(entry.name);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** All entries of a folder, which are handed over a hundred at a time until none is left. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
