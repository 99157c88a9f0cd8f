// Under which conference papers are kept unless the delegate says otherwise.

import type { ReadPaper } from '../../shared/import/paper';
import type { Conference } from '../../shared/motion/conference';
import type { DestinationChoice } from './DestinationFields';

/**
 * The conference that the paper names, where it is held; the one that is `current` for a paper that names none, and for
 * decisions, which are about papers that are here; else a new one by the name on the paper.
 */
export function likelyDestination(
  paper: ReadPaper | undefined,
  conferences: readonly Conference[],
  current: Conference | undefined,
): DestinationChoice {
  const printed = paper !== undefined && 'conference' in paper ? paper.conference?.value : undefined;
  const same = conferences.find((conference) => conference.title === printed);
  const fallback = printed === undefined || paper?.kind === 'decisions' ? (current ?? conferences[0]) : undefined;
  return { id: same?.id ?? fallback?.id ?? 'new', title: printed ?? 'My conference' };
}
