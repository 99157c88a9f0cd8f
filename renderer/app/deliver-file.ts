// Hands a finished file to the delegate: through the system's save dialog, or as the browser's own download.

import type { DesktopApi, SaveFailure } from '../../shared/desktop-contract';
import { fail, succeed } from '../../shared/result';
import type { Result } from '../../shared/result';

export type FinishedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

export type Delivered = {
  readonly kind: 'saved' | 'downloaded';
  /** The name it was given. */
  readonly name: string;
};

/** Saves or downloads `file`. `cancelled` when the delegate closed the dialog; never `use-download`. */
export async function deliverFile(
  desktop: Pick<DesktopApi, 'saveFile'>,
  file: FinishedFile,
): Promise<Result<Delivered, Exclude<SaveFailure, { readonly kind: 'use-download' }>>> {
  const saved = await desktop.saveFile({ suggestedName: file.name, bytes: file.bytes });
  if (saved.ok) return succeed({ kind: 'saved', name: saved.value.name });
  const { error } = saved;
  if (error.kind !== 'use-download') return fail(error);
  download(file);
  return succeed({ kind: 'downloaded', name: file.name });
}

/** Milliseconds after which the browser has surely taken the bytes over. */
const takenOver = 60_000;

function download(file: FinishedFile): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), takenOver);
}
