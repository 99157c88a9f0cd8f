// From a data file to the papers of one conference, as the report takes them.

import type { ReadData } from '../shared/journal/data-file';
import { motionOfRows, textOfRow, textVersionKey } from '../shared/journal/row';
import type { Conference } from '../shared/motion/conference';
import type { Motion } from '../shared/motion/motion';
import type { ReportPapers } from '../shared/report/motion-account';

/** The conferences that have motions, by title. */
export function conferencesOf(data: ReadData): readonly Conference[] {
  const known = new Map<string, Conference>(data.state.conferences);
  for (const { conference } of data.official) {
    if (conference !== undefined) known.set(conference.id, { ...known.get(conference.id), ...conference });
  }
  const motions = motionsOf(data);
  return [...known.values()]
    .filter((conference) => motions.some((motion) => motion.conferenceId === conference.id))
    .toSorted((before, after) => (before.title < after.title ? -1 : before.title > after.title ? 1 : 0));
}

/** Everything about `conference`. */
export function reportPapersOf(data: ReadData, conference: Conference): ReportPapers {
  const { state, official } = data;
  return {
    conference,
    motions: motionsOf(data).filter((motion) => motion.conferenceId === conference.id),
    amendments: [...state.amendments.values(), ...official.flatMap((papers) => papers.amendments)],
    briefings: [...state.briefings.values()],
    notes: [...state.notes.values()],
    mandates: [...state.mandates.values()],
    decisions: [...state.decisions.values()],
    links: [...state.links.values()],
    earlierTexts: [...state.textVersions.values()].map(textOfRow),
  };
}

function motionsOf({ state, official }: ReadData): readonly Motion[] {
  const own = [...state.motions.values()].flatMap((row) => {
    const text = state.textVersions.get(textVersionKey(row.id, row.textVersion));
    return text === undefined ? [] : [motionOfRows(row, text)];
  });
  return [...own, ...official.flatMap((papers) => papers.motions)];
}
