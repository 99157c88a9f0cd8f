// What a version of the papers changes, in a delegate's words.

import type { MergeDescription, PaperChange } from '../../shared/merge/describe-merge';
import { inOrderOfNumber } from '../../shared/report/agenda-order';
import { counted } from '../ui/time-words';

const done: Readonly<Record<PaperChange['kind'], string>> = {
  added: 'new',
  'text-changed': 'changed',
  decided: 'decided',
  withdrawn: 'withdrawn',
  'details-changed': 'with changed details',
  removed: 'taken out',
};

/** `3 motions changed, 1 amendment new`; a plain sentence when nothing changes. */
export function summaryWords({ counts }: MergeDescription): string {
  if (counts.length === 0) return 'Nothing changes in the papers.';
  const parts = counts.map(({ paper, kind, count }) => `${counted(count, paper)} ${done[kind]}`);
  return `${parts.join(', ')}.`;
}

/** `Motion 12, Mutuals and co-ops: changed`. */
export function changeWords({ paper, number, title, kind }: PaperChange): string {
  const name = [paper === 'motion' ? 'Motion' : 'Amendment', number].filter((part) => part !== undefined).join(' ');
  return `${title === undefined ? name : `${name}, ${title}`}: ${done[kind]}`;
}

/** As the agenda has them: motions before amendments, each by number. */
export function inOrderOfAgenda(changes: readonly PaperChange[]): readonly PaperChange[] {
  const motions = changes.filter(({ paper }) => paper === 'motion');
  const amendments = changes.filter(({ paper }) => paper === 'amendment');
  return [...inOrderOfNumber(motions), ...inOrderOfNumber(amendments)];
}

/** That there are more changes than are listed; undefined where all are. */
export function moreChangesWords({ changes, counts }: MergeDescription): string | undefined {
  const more = counts.reduce((sum, { count }) => sum + count, 0) - changes.length;
  return more > 0 ? `And ${counted(more, 'more change')}.` : undefined;
}
