// What a version holds because of what delegates submitted: accepted amendments, receipts, and the roster.

import type { Amendment } from '../amendment/amendment';
import { readWording } from '../amendment/read-wording';
import type { ConferenceId } from '../ids';
import type { Motion, TextVersion } from '../motion/motion';
import { receiptsOf, type Inbox, type SubmissionEntry } from './inbox';
import { recordOfDevice, recordOfReceipt, type RosterEntry } from './office-records';
import { recordOfAmendment, type OfficialRecord } from './records';
import { officialAmendment } from './submission';

/** What an office keeps beside its keys. */
export type OfficeFiles = { readonly roster: readonly RosterEntry[]; readonly inbox: Inbox };

/** The papers of a version. */
export type OfficialTexts = { readonly motions: readonly Motion[]; readonly amendments: readonly Amendment[] };

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

/** `amendment` in the text that is published now: as submitted when that is its text, else as its wording reads on it. */
export function placedIn(amendment: Amendment, text: TextVersion): Amendment {
  if (amendment.baseVersion === text.id) return amendment;
  const reading = readWording(text, amendment.instruction ?? '');
  return { ...amendment, baseVersion: text.id, operations: reading.outcome === 'applied' ? reading.operations : [] };
}
