// Files that the delegate chose, dropped or pasted, as names and bytes.

/** The same shape as the doorkeeper's opened files, so that both ways in meet. */
export type ChosenFile = { readonly name: string; readonly bytes: Uint8Array };

export type ReadFiles = {
  readonly files: readonly ChosenFile[];
  /** Names of what could not be read, such as files that vanished meanwhile. */
  readonly unread: readonly string[];
};

/** The bytes of each file, in the order given. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const read = await Promise.allSettled(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  return {
    files: read.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
    unread: files.filter((_, index) => read[index]?.status === 'rejected').map(({ name }) => name),
  };
}

/** What lies on the clipboard as files: the files themselves, else its HTML or its text as one file. */
export async function readClipboard(clipboard: DataTransfer): Promise<ReadFiles> {
  if (clipboard.files.length > 0) return readFiles([...clipboard.files]);
  const html = clipboard.getData('text/html');
  const text = clipboard.getData('text/plain');
  if (html !== '') return pasted('Pasted text.html', html);
  return text.trim() === '' ? { files: [], unread: [] } : pasted('Pasted text.txt', text);
}

function pasted(name: string, text: string): ReadFiles {
  return { files: [{ name, bytes: new TextEncoder().encode(text) }], unread: [] };
}
