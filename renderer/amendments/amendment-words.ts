// What an amendment says: as printed where it was read, else its wording written from its operations.

import type { Amendment } from '../../shared/amendment/amendment';
import type { TextOperation } from '../../shared/amendment/operation';
import { writeSecondaryWording } from '../../shared/amendment/secondary-wording';
import type { WordingStyleName } from '../../shared/amendment/wording-style';
import { writeWording } from '../../shared/amendment/write-wording';
import type { TextVersion } from '../../shared/motion/motion';

/** The instruction, a sentence a line. */
export function instructionOf(written: WrittenIn, amendment: Amendment): string {
  return amendment.instruction ?? wordingOf(written, amendment.operations).join('\n');
}

/** What an amendment is written in: its text and, where it amends an amendment, that one and the text of that. */
export type WrittenIn = { readonly base: TextVersion; readonly parent?: ParentAmendment };
export type ParentAmendment = { readonly amendment: Amendment; readonly text: TextVersion };

/** The wording of operations on `base`, a sentence each. */
export function wordingOf(
  { base, parent }: WrittenIn,
  operations: readonly TextOperation[],
  house?: WordingStyleName,
): readonly string[] {
  return parent === undefined
    ? writeWording(base, operations, house)
    : writeSecondaryWording(parent, operations, house);
}

/** Whether it is the delegate's own, and not one of the papers. */
export function isOwn({ origin, standing }: Amendment): boolean {
  return origin === 'delegate' && standing !== 'published';
}
