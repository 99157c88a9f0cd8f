// The sample conference: printed papers of a union that does not exist, read by the same readers as any other paper.

import { readWording } from '../../shared/amendment/read-wording';
import type { Amendment } from '../../shared/amendment/amendment';
import { amendmentId, briefingId, conferenceId, motionId } from '../../shared/ids';
import { briefingFromPaper, motionFromPaper } from '../../shared/import/adopt-paper';
import type { ReadMotion, ReadPaper } from '../../shared/import/paper';
import { readPaperText } from '../../shared/import/read-paper';
import type { Briefing } from '../../shared/motion/briefing';
import type { Conference } from '../../shared/motion/conference';
import type { Motion } from '../../shared/motion/motion';
import type { HtmlParser } from '../../shared/ports';
import { fail, succeed } from '../../shared/result';
import type { Result } from '../../shared/result';

export type SamplePapers = {
  readonly conference: Conference;
  readonly motions: readonly Motion[];
  readonly amendments: readonly Amendment[];
  readonly briefings: readonly Briefing[];
};

/** A paper of the sample that did not read as what it is: a fault in the program, named so that it can be found. */
export type SampleFailure = { readonly kind: 'sample-unread'; readonly paper: string };

const conference: Conference = {
  id: conferenceId('sample-2027-national-delegate-conference'),
  title: '2027 National Delegate Conference',
  organisation: 'Union of Civic and Community Workers (a sample; no such union exists)',
};

const files: Readonly<Record<string, string>> = import.meta.glob('./papers/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Reads every paper of the sample. The ids are the same each time, so that loading twice changes nothing. */
export function loadSample(ports: { readonly html: HtmlParser }): Result<SamplePapers, SampleFailure> {
  const papers: SamplePaper[] = [];
  for (const [path, text] of Object.entries(files)) {
    const name = path.replace('./papers/', '');
    const paper = readPaperText({ name, text, as: name.startsWith('briefing') ? 'article' : 'motion' }, ports);
    if (!paper.ok) return fail({ kind: 'sample-unread', paper: name });
    papers.push({ name, paper: paper.value });
  }
  const motions = papers.flatMap(motionOf);
  const amendments: Amendment[] = [];
  for (const { name, paper } of papers) {
    if (paper.kind !== 'amendment') continue;
    const amendment = amendmentOf(paper, motions);
    if (amendment === undefined) return fail({ kind: 'sample-unread', paper: name });
    amendments.push(amendment);
  }
  const briefings = papers.flatMap(briefingOf);
  const unread = papers.find(({ paper }) => !readKinds.has(paper.kind));
  if (unread !== undefined) return fail({ kind: 'sample-unread', paper: unread.name });
  return succeed({ conference, motions, amendments, briefings });
}

type SamplePaper = { readonly name: string; readonly paper: ReadPaper };

const readKinds: ReadonlySet<ReadPaper['kind']> = new Set([
  'motion',
  'composite',
  'rule-amendment',
  'amendment',
  'article',
]);

function motionOf({ name, paper }: SamplePaper): readonly Motion[] {
  if (paper.kind !== 'motion' && paper.kind !== 'composite' && paper.kind !== 'rule-amendment') return [];
  const id = motionId(`sample-motion-${idPart(paper.number?.value ?? name)}`);
  return [motionFromPaper(paper, { id, conferenceId: conference.id, untitled: name })];
}

function briefingOf({ name, paper }: SamplePaper): readonly Briefing[] {
  if (paper.kind !== 'article') return [];
  const id = briefingId(`sample-${name.replace('.txt', '')}`);
  return [briefingFromPaper(paper, { id, conferenceId: conference.id, untitled: name })];
}

/** The printed amendment as operations on its motion; undefined unless its instruction is understood whole. */
function amendmentOf(paper: ReadMotion, motions: readonly Motion[]): Amendment | undefined {
  const amends = paper.amends?.value;
  const motion = motions.find((one) => amends !== undefined && isNumbered(one, amends));
  const instruction = paper.instruction?.value;
  const number = paper.number?.value;
  if (motion === undefined || instruction === undefined || number === undefined) return undefined;
  const reading = readWording(motion.text, instruction);
  if (reading.outcome !== 'applied') return undefined;
  return {
    id: amendmentId(`sample-amendment-${idPart(number)}`),
    conferenceId: conference.id,
    motionId: motion.id,
    origin: 'delegate',
    standing: 'published',
    number,
    submittedBy: paper.submittedBy.map((field) => field.value),
    baseVersion: motion.text.id,
    operations: reading.operations,
    instruction,
  };
}

/** Whether `A` names the motion printed as `Composite A`. */
function isNumbered(motion: Motion, number: string): boolean {
  return motion.number === number || motion.number === `Composite ${number}`;
}

function idPart(number: string): string {
  return number.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
