// Files on their way in that are for the office's page: bundles, and invitations as pictures or as text.

import type { OpenedFile } from '../../shared/desktop-contract';

export type Incoming = 'bundle' | 'picture' | 'invitation';

const pictures = /\.(?:png|jpe?g|gif|webp|bmp|avif|svg)$/iu;
const beginning = 'conf:';

/** What a file is for the office's page; undefined for papers. A bundle and a picture are told by their names. */
export function incomingKind({ name, bytes }: OpenedFile): Incoming | undefined {
  if (name.toLowerCase().endsWith('.rostrum')) return 'bundle';
  if (pictures.test(name)) return 'picture';
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start.toLowerCase().startsWith(beginning) ? 'invitation' : undefined;
}
