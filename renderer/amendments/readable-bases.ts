// The text that each amendment to a motion is read in: the motion's, or for an amendment to an amendment the text that
// the one it amends would leave.

import type { Amendment } from '../../shared/amendment/amendment';
import { baseTextOf } from '../../shared/amendment/base-text';
import type { AmendmentId } from '../../shared/ids';
import type { TextVersion } from '../../shared/motion/motion';
import type { WrittenIn } from './amendment-words';

export type ReadableBases = ReadonlyMap<AmendmentId, TextVersion>;

/** Only amendments that can be read: with operations, and placed in the text that they would be read in now. */
export function readableBases(text: TextVersion, amendments: readonly Amendment[]): ReadableBases {
  const bases = new Map<AmendmentId, TextVersion>();
  for (const amendment of amendments) {
    if (amendment.operations.length === 0) continue;
    const base = baseTextOf(amendment, text, amendments);
    if (base.ok && base.value.id === amendment.baseVersion) bases.set(amendment.id, base.value);
  }
  return bases;
}

/** What a readable one of `amendments` is written in; undefined for one that cannot be read. */
export function writtenInOf(
  amendment: Amendment,
  amendments: readonly Amendment[],
  bases: ReadableBases,
): WrittenIn | undefined {
  const base = bases.get(amendment.id);
  if (base === undefined) return undefined;
  const parent = amendments.find(({ id }) => id === amendment.amends);
  const text = parent === undefined ? undefined : bases.get(parent.id);
  return parent === undefined || text === undefined ? { base } : { base, parent: { amendment: parent, text } };
}
