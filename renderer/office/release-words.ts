// What the next version changes, in the office's words.

import type { PaperChange } from '../../shared/merge/describe-merge';
import { counted } from '../ui/time-words';
import type { Preview } from './office-messages';

const done: Readonly<Record<PaperChange['kind'], string>> = {
  added: 'added',
  'text-changed': 'changed',
  decided: 'decided',
  withdrawn: 'withdrawn',
  'details-changed': 'with changed details',
  removed: 'taken out',
};

/** `3 motions changed, 1 motion withdrawn, 2 amendments added`; says so when nothing would change. */
export function releaseWords({ description, officeChanges, of }: Preview): string {
  const parts = description.counts.map(({ paper, kind, count }) => `${counted(count, paper)} ${done[kind]}`);
  if (description.business.length > 0) {
    parts.push(`${counted(description.business.length, 'change')} to the order of business`);
  }
  if (officeChanges > 0) parts.push(counted(officeChanges, 'receipt or device', 'receipts and devices'));
  if (parts.length > 0) return parts.join(', ');
  return of === 0 ? 'Nothing is in the first version yet' : 'Nothing has changed since the last version';
}

/** Of one paper: `changed`. */
export function changeName(kind: PaperChange['kind']): string {
  return kind === 'added' ? 'new' : done[kind];
}

/** Whether more than a tenth of what is published would go. */
export function isMassRemoval({ removed, of }: Pick<Preview, 'removed' | 'of'>): boolean {
  return of > 0 && removed * 10 > of;
}

/** `3 motions and 2 amendments`, without what there is none of. */
export function paperCounts(motions: number, amendments: number): string {
  if (amendments === 0) return counted(motions, 'motion');
  return motions === 0
    ? counted(amendments, 'amendment')
    : `${counted(motions, 'motion')} and ${counted(amendments, 'amendment')}`;
}
