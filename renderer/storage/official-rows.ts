// Official papers as rows: replaced as a whole by what the office published, and nothing else touched.

import type { OfficialPapers } from '../../shared/bundle/records';
import { officialId } from '../../shared/bundle/official-ids';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import { rowsOfMotion, type TextVersionRow } from '../../shared/journal/row';
import type { Conference } from '../../shared/motion/conference';
import type { ChunkRow, Database } from './database';
import { officeRows } from './office-rows';

/** What of a verified bundle becomes rows. */
export type OfficialVersion = Pick<
  VerifiedBundle,
  'conference' | 'version' | 'headHash' | 'papers' | 'chunks' | 'state'
>;

/**
 * Makes the official rows of one conference be those of `official`, in one transaction with what is trusted from now
 * on. Only rows of chunks that are new here are written. Nothing of the delegate's can be in their place: official ids
 * begin with their conference's, and the journal takes no paper with such an id.
 *
 * Answers false, with nothing written, when the journal says that another version was applied since.
 */
export async function writeOfficialRows(database: Database, official: OfficialVersion): Promise<boolean> {
  const { applied, trusted, conferences, motions, textVersions, amendments, official: chunks } = database;
  const { receipts, roster, orderOfBusiness } = database;
  const conferenceId = official.conference.id;
  const chunkRows = official.chunks.map(({ entry, records }): ChunkRow => {
    const { sha256 } = entry;
    return { key: `${conferenceId}/${sha256}`, conferenceId, sha256, records };
  });
  const office = officeRows(official);
  const tables = [
    applied,
    trusted,
    conferences,
    motions,
    textVersions,
    amendments,
    chunks,
    receipts,
    roster,
    orderOfBusiness,
  ];
  return database.dexie.transaction('rw', tables, async () => {
    if ((await applied.get(conferenceId))?.head !== official.headHash) return false;
    const held = new Set(await chunks.where({ conferenceId }).primaryKeys());
    const changed = changedPapers(
      official,
      chunkRows.filter((row) => !held.has(row.key)),
    );
    await replaceMotions(database, conferenceId, { ...changed, ids: idsOf(official.papers.motions) });
    await replaceAmendments(database, conferenceId, { ...changed, ids: idsOf(official.papers.amendments) });
    await conferences.put(conferenceOf(official, await conferences.get(conferenceId)));
    await orderOfBusiness.where({ conferenceId }).delete();
    await orderOfBusiness.bulkPut([...official.papers.sessions]);
    await receipts.where({ conferenceId }).delete();
    await receipts.bulkPut([...office.receipts]);
    await roster.where({ conferenceId }).delete();
    await roster.bulkPut([...office.roster]);
    const kept = new Set(chunkRows.map((row) => row.key));
    await chunks.bulkPut(chunkRows.filter((row) => !held.has(row.key)));
    await chunks.bulkDelete([...held].filter((key) => !kept.has(key)));
    await trusted.put(official.state);
    return true;
  });
}

/** Keeps the texts that motions of an earlier version had, where they are not kept. Always true. */
export async function writeEarlierTexts(database: Database, motions: OfficialPapers['motions']): Promise<boolean> {
  const texts = motions.map((motion) => rowsOfMotion(motion).text);
  const { dexie, textVersions } = database;
  await dexie.transaction('rw', [textVersions], async () => {
    const known = await textVersions.bulkGet(texts.map((text) => text.key));
    await textVersions.bulkPut(texts.filter((_, index) => known[index] === undefined));
  });
  return true;
}

type Changed = Pick<OfficialPapers, 'motions' | 'amendments'>;

/** The papers that stand in `chunks`: all others have the rows they had. */
function changedPapers({ conference, papers }: OfficialVersion, chunks: readonly ChunkRow[]): Changed {
  const ids = new Set<string>();
  for (const { records } of chunks) for (const record of records) ids.add(officialId(conference.id, record.id));
  return {
    motions: papers.motions.filter((motion) => ids.has(motion.id)),
    amendments: papers.amendments.filter((amendment) => ids.has(amendment.id)),
  };
}

type Replacement = Changed & { readonly ids: ReadonlySet<string> };

async function replaceMotions(database: Database, conferenceId: string, change: Replacement): Promise<void> {
  const { motions, textVersions } = database;
  const rows = change.motions.map(rowsOfMotion);
  await motions.bulkPut(rows.map((row) => row.motion));
  const texts = rows.map((row) => row.text);
  const known = await textVersions.bulkGet(texts.map((text) => text.key));
  await textVersions.bulkPut(textsToWrite(texts, known));
  const held = await motions.where({ conferenceId, origin: 'office' }).primaryKeys();
  await motions.bulkDelete(held.filter((id) => !change.ids.has(id)));
}

/** A text that is known stays as it is: the journal may have it, and then says so. Its printed line numbers may be others. */
function textsToWrite(
  texts: readonly TextVersionRow[],
  known: readonly (TextVersionRow | undefined)[],
): readonly TextVersionRow[] {
  return texts.flatMap((text, index) => {
    const before = known[index];
    if (before === undefined) return [text];
    const isSame = JSON.stringify(before.lineNumbers) === JSON.stringify(text.lineNumbers);
    return isSame ? [] : [{ ...text, isJournalled: before.isJournalled }];
  });
}

async function replaceAmendments(database: Database, conferenceId: string, change: Replacement): Promise<void> {
  const { amendments } = database;
  await amendments.bulkPut([...change.amendments]);
  const held = await amendments.where({ conferenceId, origin: 'office' }).primaryKeys();
  await amendments.bulkDelete(held.filter((id) => !change.ids.has(id)));
}

/** The office names the conference; its address, and whether it is the right one, are the delegate's to say. */
function conferenceOf({ conference, papers }: OfficialVersion, held: Conference | undefined): Conference {
  const { id, title, organisation } = conference;
  const named = papers.conference ?? { id, title, ...(organisation === '' ? {} : { organisation }) };
  return {
    ...named,
    ...(held?.address === undefined ? {} : { address: held.address }),
    ...(held?.isOfficeKnown === undefined ? {} : { isOfficeKnown: held.isOfficeKnown }),
  };
}

function idsOf(papers: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(papers.map((paper) => paper.id));
}
