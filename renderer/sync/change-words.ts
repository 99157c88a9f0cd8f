// What a version of the papers changes, in a delegate's words.

import type { MergeDescription, PaperChange } from '../../shared/merge/describe-merge';
import { inOrderOfNumber } from '../../shared/report/agenda-order';
import { businessWords, type BusinessChange } from '../../shared/merge/describe-business';
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
export function summaryWords({ counts, business }: MergeDescription): string {
  if (counts.length === 0) {
    return business.length === 0 ? 'Nothing changes in the papers.' : `${orderInShort(business)}.`;
  }
  const parts = counts.map(({ paper, kind, count }) => `${counted(count, paper)} ${done[kind]}`);
  return `${parts.join(', ')}.${business.length === 0 ? '' : ` ${orderInShort(business)}.`}`;
}

/** One change in full; of several, how many. */
function orderInShort(business: readonly BusinessChange[]): string {
  const [change] = business;
  return change !== undefined && business.length === 1
    ? orderWords(change)
    : `Order of business: ${counted(business.length, 'change')}`;
}

/** `Order of business: Motion 14 moved to Thursday morning`. */
export function orderWords(change: BusinessChange): string {
  return `Order of business: ${businessWords(change)}`;
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
