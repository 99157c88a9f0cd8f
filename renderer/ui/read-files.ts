// Files that the delegate chose, dropped or pasted, as names and bytes.

/** The same shape as the doorkeeper's opened files, so that both ways in meet. */
export type ChosenFile = { readonly name: string; readonly bytes: Uint8Array };

/** The bytes of each file, in the order given; folders and files that cannot be read any more are left out. */
export async function readFiles(files: readonly File[]): Promise<readonly ChosenFile[]> {
  const read = await Promise.allSettled(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  return read.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}

/** What lies on the clipboard as files: the files themselves, else its HTML or its text as one file. */
export async function readClipboard(clipboard: DataTransfer): Promise<readonly ChosenFile[]> {
  if (clipboard.files.length > 0) return readFiles([...clipboard.files]);
  const html = clipboard.getData('text/html');
  const text = clipboard.getData('text/plain');
  if (html !== '') return [{ name: 'Pasted text.html', bytes: new TextEncoder().encode(html) }];
  return text.trim() === '' ? [] : [{ name: 'Pasted text.txt', bytes: new TextEncoder().encode(text) }];
}
