// When a motion's text is put right or brought in anew, the amendments to it go along where they still fit.

import type { Amendment } from '../../shared/amendment/amendment';
import { baseTextOf, secondariesFirst } from '../../shared/amendment/base-text';
import { readWording } from '../../shared/amendment/read-wording';
import type { Reading } from '../../shared/amendment/read-wording';
import { rebaseOperations } from '../../shared/amendment/rebase-operations';
import { readSecondaryWording } from '../../shared/amendment/secondary-wording';
import type { Motion, TextVersion } from '../../shared/motion/motion';

/**
 * Those of `amendments` that were written on the text of `before` and can be carried over to that of `after`, carried
 * over; amendments to them go along, to the text that they now make. One of the papers is read anew from its words; one of
 * the delegate's is carried as it is. An amendment that does not fit stays on the text it was written on, and is not
 * among the answers.
 */
export function carryAmendments(amendments: readonly Amendment[], before: Motion, after: Motion): readonly Amendment[] {
  if (before.text.id === after.text.id) return [];
  const ofMotion = amendments.filter((amendment) => amendment.motionId === before.id);
  const carried: Amendment[] = [];
  // Parents before what amends them.
  for (const amendment of secondariesFirst(ofMotion).toReversed()) {
    const base = baseTextOf(amendment, before.text, ofMotion);
    const isOnText = base.ok && amendment.baseVersion === base.value.id;
    const next = baseTextOf(amendment, after.text, carried);
    if (!isOnText || !next.ok || amendment.origin !== 'delegate') continue;
    const operations =
      readAnew(amendment, after.text, carried) ?? rebased(amendment, { before: base.value, after: next.value });
    if (operations !== undefined) carried.push({ ...amendment, operations, baseVersion: next.value.id });
  }
  return ofMotion.flatMap(({ id }) => carried.find((each) => each.id === id) ?? []);
}

function readAnew(
  amendment: Amendment,
  text: TextVersion,
  carried: readonly Amendment[],
): Amendment['operations'] | undefined {
  if (amendment.standing !== 'published' || amendment.instruction === undefined) return undefined;
  const reading = readingOf(amendment, amendment.instruction, { text, carried });
  return reading?.outcome === 'applied' ? reading.operations : undefined;
}

function readingOf(
  { amends }: Amendment,
  instruction: string,
  { text, carried }: { readonly text: TextVersion; readonly carried: readonly Amendment[] },
): Reading | undefined {
  if (amends === undefined) return readWording(text, instruction);
  const parent = carried.find(({ id }) => id === amends);
  const placed = parent === undefined ? undefined : baseTextOf(parent, text, carried);
  if (parent === undefined || placed?.ok !== true) return undefined;
  return readSecondaryWording({ text: placed.value, amendment: parent }, instruction);
}

function rebased(
  { operations }: Amendment,
  { before, after }: { readonly before: TextVersion; readonly after: TextVersion },
): Amendment['operations'] | undefined {
  const carried = rebaseOperations(operations, before, after);
  return carried.ok ? carried.value : undefined;
}
