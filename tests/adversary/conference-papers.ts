// A small conference in our own words, as papers brought in: for tests that need something to remember.

import type { Amendment } from '../../shared/amendment/amendment';
import { amendmentId, briefingId, clauseId, conferenceId, motionId } from '../../shared/ids';
import type { Briefing } from '../../shared/motion/briefing';
import type { Clause } from '../../shared/motion/clause';
import type { Conference } from '../../shared/motion/conference';
import { textVersionIdOf } from '../../shared/motion/fingerprint';
import type { Motion } from '../../shared/motion/motion';

export const conference: Conference = { id: conferenceId('harbour-2027'), title: 'Harbour Workers 2027' };

export function clauseOf(id: string, text: string): Clause {
  return { id: clauseId(id), kind: 'paragraph', depth: 0, text };
}

/** Motion `number` of the conference, saying `sentences`. */
export function motionOf(number: string, title: string, sentences: readonly string[]): Motion {
  const clauses = sentences.map((sentence, index) => clauseOf(`c${String(index + 1)}`, sentence));
  return {
    id: motionId(`motion-${number}`),
    conferenceId: conference.id,
    kind: 'motion',
    origin: 'delegate',
    number,
    submittedBy: ['Northern Quays'],
    text: { id: textVersionIdOf(title, clauses), title, clauses },
    dropped: ['Page 3'],
  };
}

/** An amendment to `motion` as printed in the papers. */
export function printedAmendmentOf(motion: Motion, number: string): Amendment {
  return {
    id: amendmentId(`amendment-${number}`),
    conferenceId: motion.conferenceId,
    motionId: motion.id,
    origin: 'delegate',
    standing: 'published',
    number,
    submittedBy: ['Dry Dock'],
    baseVersion: motion.text.id,
    operations: [{ kind: 'insert', clause: clauseId('c1'), at: 0, text: 'This conference notes: ' }],
  };
}

export const tides = motionOf('2', 'Working with the tides', ['Shifts follow the tide.', 'Rest does not.']);
export const cranes = motionOf('10', 'Safe cranes', ['Cranes are inspected once a year.']);
export const lamps = motionOf('EM1', 'Lamps on the quay', ['The lamps went out in March.']);
export const composite = motionOf('A', 'Rest and safety', ['Rest is safety.']);

export const leaflet: Briefing = {
  id: briefingId('leaflet'),
  conferenceId: conference.id,
  title: 'What rest costs',
  clauses: [clauseOf('b1', 'Less than an accident.')],
  dropped: [],
};

export const papers = {
  conference,
  motions: [composite, cranes, lamps, tides],
  amendments: [printedAmendmentOf(tides, '2.10'), printedAmendmentOf(tides, '2.2')],
  briefings: [leaflet],
};
