// The next version of a conference as it would be now: its records, and what they change for delegates.

import { assembleRelease, type AssembledRelease } from '../../shared/bundle/assemble-release';
import { carryRecords, type CarriedRecords } from '../../shared/bundle/carry-records';
import { countRecords, readRecords, type OfficialPapers, type OfficialRecord } from '../../shared/bundle/records';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import { describeMerge } from '../../shared/merge/describe-merge';
import { planMerge } from '../../shared/merge/plan-merge';
import { fail, succeed, type Result } from '../../shared/result';
import { loadForRelease } from '../storage/release';
import type { OfficeWorkFailure, Preview } from './office-messages';
import { readOfficeFiles } from './office-files';
import type { OfficeTools } from './office-tools';
import { keptVersion } from './published';

export type NextVersion = AssembledRelease & {
  readonly previous: VerifiedBundle | undefined;
  readonly before: readonly OfficialRecord[];
  readonly carried: CarriedRecords;
  /** The papers of the version, as delegates will have them. */
  readonly papers: OfficialPapers;
};

/** Puts the next version together. */
export async function assembleNext(tools: OfficeTools): Promise<Result<NextVersion, OfficeWorkFailure>> {
  const previous = await keptVersion(tools);
  if (!previous.ok) return previous;
  const office = await readOfficeFiles(tools);
  if (!office.ok) return office;
  const before = previous.value?.chunks.flatMap((chunk) => chunk.records) ?? [];
  const papers = await loadForRelease(tools, tools.conference.id);
  const { conference } = tools;
  const assembled = assembleRelease({ conference, previous: before, office: office.value, ...papers });
  if (!assembled.ok) return fail({ kind: 'unreadable-record', where: assembled.error.where });
  const carried = carryRecords(before, assembled.value.records);
  const read = readRecords(carried.records, conference.id);
  if (!read.ok) return fail({ kind: 'unreadable-record', where: read.error.where });
  return succeed({ ...assembled.value, previous: previous.value, before, carried, papers: read.value });
}

/** What there is to say about it before it is signed, in the terms in which delegates will be told. */
export function previewOf({ conference }: OfficeTools, next: NextVersion): Preview {
  const { previous, before, carried, papers, left } = next;
  const { id, title, organisation = '' } = conference;
  const held = previous?.papers ?? { motions: [], amendments: [] };
  const offered = {
    conference: { id, title, organisation },
    version: (previous?.version ?? 0) + 1,
    isNews: true,
    papers,
  };
  const kinds = new Map([...before, ...carried.records].map((record) => [record.id, record.kind]));
  const ofTheOffice = [...carried.added, ...carried.changed].filter((name) => {
    const kind = kinds.get(name);
    return kind === 'receipt' || kind === 'roster';
  });
  return {
    description: describeMerge(planMerge(held, offered)),
    removed: carried.removed.length,
    of: before.length,
    left,
    counts: countRecords([carried.records]),
    officeChanges: ofTheOffice.length,
  };
}
