// When a motion's text is put right or brought in anew, the amendments to it go along where they still fit.

import type { Amendment } from '../../shared/amendment/amendment';
import { readWording } from '../../shared/amendment/read-wording';
import { rebaseOperations } from '../../shared/amendment/rebase-operations';
import type { Motion } from '../../shared/motion/motion';

/**
 * Those of `amendments` that were written on the text of `before` and can be carried over to that of `after`, carried
 * over. One of the papers is read anew from its words; one of the delegate's is carried as it is. An amendment that does
 * not fit stays on the text it was written on, and is not among the answers.
 */
export function carryAmendments(amendments: readonly Amendment[], before: Motion, after: Motion): readonly Amendment[] {
  if (before.text.id === after.text.id) return [];
  return amendments.flatMap((amendment) => {
    const isOnText = amendment.motionId === before.id && amendment.baseVersion === before.text.id;
    if (!isOnText || amendment.origin !== 'delegate') return [];
    const operations = operationsOn(after, amendment, before);
    return operations === undefined ? [] : [{ ...amendment, operations, baseVersion: after.text.id }];
  });
}

function operationsOn(after: Motion, amendment: Amendment, before: Motion): Amendment['operations'] | undefined {
  if (amendment.standing === 'published' && amendment.instruction !== undefined) {
    const reading = readWording(after.text, amendment.instruction);
    if (reading.outcome === 'applied') return reading.operations;
  }
  const rebased = rebaseOperations(amendment.operations, before.text, after.text);
  return rebased.ok ? rebased.value : undefined;
}
