// Ties amendments as printed to the amendment that their words name: "In amendment 12.1, delete …".

import { isSameNumber } from '../motion/consequence';
import type { TextVersion } from '../motion/motion';
import { amendmentAmended } from './amended-amendment';
import type { Amendment } from './amendment';
import { baseTextOf } from './base-text';
import { readSecondaryWording } from './secondary-wording';

/**
 * The amendments, of which those that name another of the same motion now amend that one and are read in the text that
 * it makes; what cannot be read for certain keeps its words alone. One that says only "the amendment" is known by its
 * number: 12.1.1 amends 12.1. All others are the same objects.
 */
export function tieSecondaries(
  amendments: readonly Amendment[],
  textOf: (amendment: Amendment) => TextVersion | undefined,
): readonly Amendment[] {
  let tied = amendments.map((amendment) => {
    const parent = amendment.amends === undefined ? parentOf(amendment, amendments) : undefined;
    return parent === undefined ? amendment : Object.assign({}, amendment, { amends: parent.id, operations: [] });
  });
  // Parents may be tied themselves, and be read in later rounds; each round reads one step further from the motion.
  for (let round = 0; round < amendments.length; round += 1) {
    const read = tied.map((amendment, index) =>
      amendment === amendments[index] || amendment.operations.length > 0 ? amendment : readIn(amendment, tied, textOf),
    );
    if (read.every((amendment, index) => amendment === tied[index])) return tied;
    tied = read;
  }
  return tied;
}

function parentOf({ id, motionId, number, instruction }: Amendment, amendments: readonly Amendment[]) {
  const named = amendmentAmended(instruction ?? '');
  const wanted = named === '' ? number?.replace(/\.[^.]*$/, '') : named;
  if (named === undefined || wanted === undefined) return undefined;
  return amendments.find(
    (other) =>
      other.id !== id &&
      other.motionId === motionId &&
      other.number !== undefined &&
      isSameNumber(other.number, wanted),
  );
}

/** The same object where it cannot be read yet. */
function readIn(
  amendment: Amendment,
  amendments: readonly Amendment[],
  textOf: (amendment: Amendment) => TextVersion | undefined,
): Amendment {
  const motionText = textOf(amendment);
  const parent = amendments.find(({ id }) => id === amendment.amends);
  if (motionText === undefined || parent === undefined || parent.operations.length === 0) return amendment;
  const text = baseTextOf(parent, motionText, amendments);
  const base = baseTextOf(amendment, motionText, amendments);
  if (!text.ok || !base.ok) return amendment;
  const reading = readSecondaryWording({ text: text.value, amendment: parent }, amendment.instruction ?? '');
  if (reading.outcome !== 'applied' || reading.operations.length === 0) {
    return amendment.baseVersion === base.value.id ? amendment : { ...amendment, baseVersion: base.value.id };
  }
  return { ...amendment, baseVersion: base.value.id, operations: reading.operations };
}
