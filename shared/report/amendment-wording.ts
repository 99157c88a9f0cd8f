// The formal wording of an amendment as a report gives it, whether it was drafted here or read from paper.

import type { Amendment } from '../amendment/amendment';
import { applyOperations } from '../amendment/apply-operations';
import { writeSecondaryWording } from '../amendment/secondary-wording';
import type { AmendedAmendment } from '../amendment/secondary-wording';
import { writeWording } from '../amendment/write-wording';
import type { TextVersion } from '../motion/motion';

/**
 * The wording, one string a line: the instruction as printed where the amendment was read, else the sentences written
 * against `base`, the text it was drafted on (absent: not held here), or as an amendment to that of `parent`. None when
 * nothing is changed yet.
 */
export function amendmentWording(
  amendment: Amendment,
  base: TextVersion | undefined,
  parent?: AmendedAmendment,
): readonly string[] {
  if (amendment.instruction !== undefined) return linesOf(amendment.instruction);
  if (amendment.operations.length === 0) return [];
  if (base === undefined) return ['The text that this was drafted on is not held on this computer.'];
  if (!applyOperations(base, amendment.operations).ok) {
    return ['This does not fit the text that it says it was drafted on.'];
  }
  const sentences =
    parent === undefined
      ? writeWording(base, amendment.operations)
      : writeSecondaryWording(parent, amendment.operations);
  return sentences.flatMap(linesOf);
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
