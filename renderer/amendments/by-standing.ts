// All of the delegate's own amendments arranged by how far they are, those at risk first.

import type { Amendment } from '../../shared/amendment/amendment';
import type { AmendmentId, MotionId, TextVersionId } from '../../shared/ids';

type PresentMotion = { readonly id: MotionId; readonly textVersion: TextVersionId };

export type StandingGroup = {
  readonly title: string;
  /** What these have in common, where the title does not say it all. */
  readonly words?: string;
  readonly amendments: readonly Amendment[];
};

/** The text that each amendment to an amendment would be written on now. */
export type PresentTexts = ReadonlyMap<AmendmentId, TextVersionId>;

/** Groups that have anything in them; inside a group the order of `amendments` stays. */
export function byStanding(
  amendments: readonly Amendment[],
  motions: readonly PresentMotion[],
  secondaries: PresentTexts = new Map(),
): readonly StandingGroup[] {
  const present = new Map(motions.map((motion) => [motion.id, motion.textVersion]));
  const textOf = ({ id, amends, motionId }: Amendment): TextVersionId | undefined =>
    amends === undefined ? present.get(motionId) : secondaries.get(id);
  const isHomeless = (amendment: Amendment): boolean => isOpen(amendment) && !present.has(amendment.motionId);
  const isAtRisk = (amendment: Amendment): boolean =>
    isOpen(amendment) && present.has(amendment.motionId) && textOf(amendment) !== amendment.baseVersion;
  const settled = amendments.filter((amendment) => !isHomeless(amendment) && !isAtRisk(amendment));
  const of = (standing: Amendment['standing']): readonly Amendment[] =>
    settled.filter((amendment) => amendment.standing === standing);
  const groups: readonly StandingGroup[] = [
    {
      title: 'At risk',
      words: 'The text that they amend has changed since. Open one to carry it over to the new text.',
      amendments: amendments.filter(isAtRisk),
    },
    {
      title: 'Without a motion',
      words: 'The motion is no longer among the papers. Its text is kept, and so is what you wrote.',
      amendments: amendments.filter(isHomeless),
    },
    { title: 'Ready to send', amendments: of('ready') },
    { title: 'Drafts', amendments: of('draft') },
    { title: 'Submitted', amendments: of('submitted') },
    { title: 'Withdrawn', amendments: of('withdrawn') },
  ];
  return groups.filter((group) => group.amendments.length > 0);
}

function isOpen({ standing }: Amendment): boolean {
  return standing === 'draft' || standing === 'ready';
}
