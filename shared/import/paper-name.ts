// How papers that are brought in are called. The same file brought in on two computers of one delegate is one paper on
// both, so its name follows from what it is, and from nothing that only one of them knows.

import { fingerprint } from '../motion/fingerprint';

/** Where a paper stands: which file (SHA-256, hex), which paper in it (from 0), under which conference. */
export type PaperPlace = { readonly conferenceId: string; readonly sha256: string; readonly index: number };

/** The id of the paper at a place. Half of the hash tells files apart; nobody has to be kept from making two alike. */
export function paperName({ conferenceId, sha256, index }: PaperPlace): string {
  return `${fingerprint(conferenceId)}-${sha256.slice(0, 32)}-${String(index)}`;
}

/** The id of a conference that is begun under a title: letters of either case, and any white space, are the same. */
export function conferenceName(title: string): string {
  return `conference-${fingerprint(title.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en-GB'))}`;
}
