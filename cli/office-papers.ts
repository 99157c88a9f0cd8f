// What a version holds because of what delegates submitted: accepted amendments, receipts, and the roster.

import { readWording } from '../shared/amendment/read-wording';
import { receiptsOf, type SubmissionEntry } from '../shared/bundle/inbox';
import { recordOfDevice, recordOfReceipt } from '../shared/bundle/office-records';
import { recordOfAmendment, type OfficialRecord } from '../shared/bundle/records';
import { officialAmendment } from '../shared/bundle/submission';
import type { Amendment } from '../shared/amendment/amendment';
import type { ConferenceId } from '../shared/ids';
import type { OfficeFiles } from './office-files';
import type { OfficialTexts } from './official-papers';

export type SubmittedRecords = {
  readonly records: readonly OfficialRecord[];
  /** Keys of accepted submissions whose motion is not among the papers. */
  readonly left: readonly string[];
};

/** The records. An accepted amendment that is among the papers as printed is not there twice: the printed one stands. */
export function recordsOfOffice(
  { roster, inbox }: OfficeFiles,
  { motions, amendments }: OfficialTexts,
  conference: ConferenceId,
): SubmittedRecords {
  const printed = new Set(amendments.map(({ id }) => id));
  const records: OfficialRecord[] = [];
  const left: string[] = [];
  for (const entry of inbox.submissions) {
    const amendment = amendmentOf(entry, conference);
    if (amendment === undefined || printed.has(amendment.id)) continue;
    const motion = motions.find(({ id }) => id === amendment.motionId);
    if (motion === undefined) {
      left.push(entry.key);
      continue;
    }
    records.push(recordOfAmendment(placedIn(amendment, motion.text)));
  }
  const receipts = receiptsOf(inbox, roster).map(({ key, receipt }) => recordOfReceipt(key, receipt));
  return { records: [...records, ...receipts, ...roster.map(recordOfDevice)], left };
}

/** The amendment that a submission has become; still there, as withdrawn, when its mover took it back afterwards. */
function amendmentOf(entry: SubmissionEntry, conference: ConferenceId): Amendment | undefined {
  const { record, number, standing, submission } = entry;
  if (record === undefined) return undefined;
  const amendment = officialAmendment(submission, { conference, record, ...(number === undefined ? {} : { number }) });
  return standing === 'withdrawn' ? { ...amendment, standing: 'withdrawn' } : amendment;
}

/** In the text that is published now: as submitted when that is its text, else as its wording reads on it. */
function placedIn(amendment: Amendment, text: OfficialTexts['motions'][number]['text']): Amendment {
  if (amendment.baseVersion === text.id) return amendment;
  const reading = readWording(text, amendment.instruction ?? '');
  return { ...amendment, baseVersion: text.id, operations: reading.outcome === 'applied' ? reading.operations : [] };
}
