// From papers as read to the records to be kept: which conference they belong to, which motion each amendment changes,
// and which of them take the place of one held already. Computed whole before anything is stored.

import type { Amendment } from '../../shared/amendment/amendment';
import { tieSecondaries } from '../../shared/amendment/tie-secondaries';
import { readWording } from '../../shared/amendment/read-wording';
import { amendmentId, briefingId, motionId } from '../../shared/ids';
import type { ConferenceId, NewId } from '../../shared/ids';
import { briefingFromPaper, motionFromPaper } from '../../shared/import/adopt-paper';
import { titleFromFileName } from '../../shared/import/file-title';
import { paperName } from '../../shared/import/paper-name';
import type { ReadMotion } from '../../shared/import/paper';
import type { Briefing } from '../../shared/motion/briefing';
import type { Motion } from '../../shared/motion/motion';
import { carryAmendments } from './carry-amendments';
import { isMotionPaper } from './correct-fields';
import { instructionText } from './held-copies';
import type { HeldPapers } from './held-copies';
import type { Part } from './parts';

export type PartToKeep = Part & { readonly source: { readonly name: string; readonly sha256: string } };

export type KeptPapers = {
  readonly motions: readonly Motion[];
  readonly amendments: readonly Amendment[];
  readonly briefings: readonly Briefing[];
};

type Planning = {
  readonly conferenceId: ConferenceId;
  /** What that conference holds already. */
  readonly held: HeldPapers;
  readonly newId: NewId;
};

type Keeping = Planning & { readonly nameOf: (part: PartToKeep) => string };

const untitled = 'Untitled paper';

/**
 * The records for `parts`. An update keeps the id of the record it is another copy of, and the ids of its clauses; the
 * amendments held to an updated motion are carried over to its new text. An amendment whose motion is neither among them
 * nor held is kept as a motion of its own.
 */
export function planKeeping(parts: readonly PartToKeep[], given: Planning): KeptPapers {
  const keeping: Keeping = { ...given, nameOf: namesBeside(given) };
  const kept = parts.filter((part) => part.deed !== 'leave-out');
  const motions: Motion[] = kept.flatMap((part) =>
    isMotionPaper(part.paper) && part.paper.kind !== 'amendment' ? [motionOf(part.paper, part, keeping)] : [],
  );
  const updated = new Map(motions.map((motion) => [motion.id, motion]));
  const known = [...motions, ...keeping.held.motions.filter((motion) => !updated.has(motion.id))];
  const amendments: Amendment[] = [];
  for (const part of kept) {
    if (!isMotionPaper(part.paper) || part.paper.kind !== 'amendment') continue;
    const motion = amendedMotion(part.paper, known);
    if (motion === undefined) motions.push(motionOf(part.paper, part, keeping));
    else amendments.push(amendmentOf(part.paper, part, { ...keeping, motion }));
  }
  const again = new Set<string>(amendments.map((amendment) => amendment.id));
  const carried = keeping.held.motions.flatMap((before) => {
    const after = updated.get(before.id);
    return after === undefined ? [] : carryAmendments(keeping.held.amendments, before, after);
  });
  const briefings = kept.flatMap((part) => briefingsOf(part, keeping));
  const tied = tiedAmong(amendments, keeping.held.amendments, known);
  return { motions, amendments: [...tied, ...carried.filter(({ id }) => !again.has(id))], briefings };
}

/** A paper is called by its place in its file; by a new id where that name is taken: the delegate wants it twice. */
function namesBeside({ conferenceId, held, newId }: Planning): Keeping['nameOf'] {
  const taken = new Set<string>([...held.motions, ...held.amendments, ...held.briefings].map(({ id }) => id));
  return ({ index, source: { sha256 } }) => {
    const name = paperName({ conferenceId, sha256, index });
    if (taken.has(name)) return newId();
    taken.add(name);
    return name;
  };
}

/** Amendments that name another amendment amend that one, be it among them or held. */
function tiedAmong(
  amendments: readonly Amendment[],
  held: readonly Amendment[],
  motions: readonly Motion[],
): readonly Amendment[] {
  const again = new Set(amendments.map(({ id }) => id));
  const all = [...amendments, ...held.filter(({ id }) => !again.has(id))];
  const textOf = (amendment: Amendment) => motions.find(({ id }) => id === amendment.motionId)?.text;
  return tieSecondaries(all, textOf).slice(0, amendments.length);
}

function motionOf(paper: ReadMotion, part: PartToKeep, { conferenceId, nameOf }: Keeping): Motion {
  const { copy, deed, source } = part;
  const before = deed === 'update' && copy?.kind === 'motion' ? copy.motion : undefined;
  return motionFromPaper(paper, {
    id: before?.id ?? motionId(nameOf(part)),
    conferenceId,
    untitled: titleFromFileName(source.name) ?? untitled,
    source,
    ...(before === undefined ? {} : { previous: before.text.clauses }),
  });
}

function briefingsOf(part: PartToKeep, keeping: Keeping): readonly Briefing[] {
  const { paper, copy, deed, source } = part;
  if (isMotionPaper(paper)) return [];
  const before = deed === 'update' && copy?.kind === 'briefing' ? copy.briefing : undefined;
  const briefing = briefingFromPaper(paper, {
    id: before?.id ?? briefingId(keeping.nameOf(part)),
    conferenceId: keeping.conferenceId,
    untitled: titleFromFileName(source.name) ?? untitled,
    source,
  });
  return [briefing];
}

function amendedMotion(paper: ReadMotion, motions: readonly Motion[]): Motion | undefined {
  const amends = paper.amends?.value;
  if (amends === undefined) return undefined;
  return (
    motions.find((motion) => motion.number === amends) ?? motions.find((motion) => sameText(motion.text.title, amends))
  );
}

function amendmentOf(
  paper: ReadMotion,
  part: PartToKeep,
  { conferenceId, nameOf, motion }: Keeping & { readonly motion: Motion },
): Amendment {
  const { copy, deed } = part;
  const before = deed === 'update' && copy?.kind === 'amendment' ? copy.amendment : undefined;
  const instruction = instructionText(paper);
  const reading = readWording(motion.text, instruction);
  return {
    id: before?.id ?? amendmentId(nameOf(part)),
    conferenceId,
    motionId: motion.id,
    origin: 'delegate',
    standing: 'published',
    ...(paper.number === undefined ? {} : { number: paper.number.value }),
    submittedBy: paper.submittedBy.map((field) => field.value),
    baseVersion: motion.text.id,
    operations: reading.outcome === 'applied' ? reading.operations : [],
    instruction,
    ...(paper.decision === undefined ? {} : { decision: paper.decision.value }),
  };
}

function sameText(before: string, after: string): boolean {
  return before.trim().toLocaleLowerCase('en-GB') === after.trim().toLocaleLowerCase('en-GB');
}
