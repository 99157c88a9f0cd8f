// What the office publishes besides papers, as rows: receipts for submissions, and the roster of devices.

import { receiptsIn, rosterIn, type Receipt, type RosterEntry } from '../../shared/bundle/office-records';
import type { OfficialRecord } from '../../shared/bundle/records';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { ReceiptRow, RosterRow } from './database';

type OfficeRows = { readonly receipts: readonly ReceiptRow[]; readonly roster: readonly RosterRow[] };

/** The rows of a version's receipts and roster, which stand in chunks of their own. */
export function officeRows({ conference, chunks }: Pick<VerifiedBundle, 'conference' | 'chunks'>): OfficeRows {
  const recordsIn = (kind: 'receipts' | 'roster'): readonly OfficialRecord[] =>
    chunks.filter(({ entry }) => entry.key.split('/')[0] === kind).flatMap(({ records }) => records);
  return {
    receipts: receiptsIn(recordsIn('receipts')).map((receipt) => rowOfReceipt(conference.id, receipt)),
    roster: rosterIn(recordsIn('roster')).map((entry) => rowOfDevice(conference.id, entry)),
  };
}

function rowOfReceipt(conferenceId: string, receipt: Receipt): ReceiptRow {
  const { device, submission, op } = receipt;
  return { ...receipt, key: `${conferenceId}/${device}/${submission}/${op}`, conferenceId };
}

function rowOfDevice(conferenceId: string, entry: RosterEntry): RosterRow {
  return { ...entry, key: `${conferenceId}/${entry.device}`, conferenceId };
}
