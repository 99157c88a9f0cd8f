// What the operating system would not do with a file or folder, as the command line says it.

const sentences: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written',
  EPERM: 'may not be read or written',
  EROFS: 'is on a disk that cannot be written',
  ENOSPC: 'cannot be written: the disk is full',
  EISDIR: 'is a folder',
  ENOTDIR: 'is in a folder that is a file',
  ENOENT: 'is not there',
  EEXIST: 'is there already',
};

/** One sentence for an exception of `node:fs`; undefined for any other error, which is to be thrown on. */
export function fileTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const trouble = sentences[String(error.code)] ?? `cannot be used (${String(error.code)})`;
  const path = 'path' in error ? String(error.path) : 'A file';
  return `${path} ${trouble}.`;
}
