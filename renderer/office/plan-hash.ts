// What tells one next version from another: that which is signed has to be that which was shown.

import { toHex } from '../../shared/bundle/hex';
import type { Cryptography, TextCodec } from '../../shared/ports';
import type { NextVersion } from './next-version';

type Ports = { readonly cryptography: Pick<Cryptography, 'sha256'>; readonly text: TextCodec };

/**
 * The SHA-256, in hex, of what the version builds on and of everything that it changes: records that are new or others,
 * whole, receipts and devices among them, and the names of those that go. The order of the records does not matter.
 */
export async function planHash(
  {
    previous,
    carried,
  }: Pick<NextVersion, 'carried'> & { readonly previous: { readonly headHash: string } | undefined },
  { cryptography, text }: Ports,
): Promise<string> {
  const names = new Set([...carried.added, ...carried.changed]);
  const news = carried.records.filter(({ id }) => names.has(id)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const plan = [previous?.headHash ?? null, news, carried.removed.toSorted()];
  return toHex(await cryptography.sha256(text.encode(JSON.stringify(plan))));
}
