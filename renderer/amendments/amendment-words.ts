// What an amendment says: as printed where it was read, else its wording written from its operations.

import type { Amendment } from '../../shared/amendment/amendment';
import { writeWording } from '../../shared/amendment/write-wording';
import type { TextVersion } from '../../shared/motion/motion';

/** The instruction, a sentence a line. `base` is the text the amendment was written on. */
export function instructionOf(base: TextVersion, amendment: Amendment): string {
  return amendment.instruction ?? writeWording(base, amendment.operations).join('\n');
}
