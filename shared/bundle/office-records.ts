// What the office publishes besides papers: the roster of delegates' devices, and receipts for what they submitted.

import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../base64';
import { receiptSchema, rosterSchema } from './record-schemas';
import type { OfficialRecord } from './records';

/** A delegate's device, as the office vouches for it. */
export type RosterEntry = {
  readonly device: string;
  readonly publicKey: Uint8Array;
  readonly name: string;
  readonly delegation?: string;
  readonly isWithdrawn: boolean;
};

/** What the office says became of a submission: the only proof that it arrived. */
export type Receipt = Omit<v.InferOutput<typeof receiptSchema>, 'id' | 'kind' | 'rev' | 'status'>;

/** The roster in the records of a version. */
export function rosterIn(records: Iterable<OfficialRecord>): readonly RosterEntry[] {
  const entries: RosterEntry[] = [];
  for (const record of records) {
    const shape = v.safeParse(rosterSchema, record);
    const publicKey = shape.success ? fromBase64Url(shape.output.x) : undefined;
    if (!shape.success || publicKey === undefined) continue;
    const { device: id, name, delegation, status } = shape.output;
    const known = { device: id, publicKey, name, isWithdrawn: status === 'withdrawn' };
    entries.push(delegation === undefined ? known : { ...known, delegation });
  }
  return entries;
}

/** The receipts in the records of a version. */
export function receiptsIn(records: Iterable<OfficialRecord>): readonly Receipt[] {
  const receipts: Receipt[] = [];
  for (const record of records) {
    const shape = v.safeParse(receiptSchema, record);
    if (!shape.success) continue;
    const { id: _id, kind: _kind, rev: _rev, status: _status, ...receipt } = shape.output;
    receipts.push(receipt);
  }
  return receipts;
}

/** The record of a device. `rev` is for the publisher to count. */
export function recordOfDevice({ device: id, publicKey, name, delegation, isWithdrawn }: RosterEntry): OfficialRecord {
  return {
    id: `d${id}`,
    kind: 'roster',
    rev: 1,
    status: isWithdrawn ? 'withdrawn' : 'published',
    device: id,
    x: toBase64Url(publicKey),
    name,
    ...(delegation === undefined ? {} : { delegation }),
  };
}

/** The record of a receipt, called after the submission's key in the office. */
export function recordOfReceipt(key: string, receipt: Receipt): OfficialRecord {
  const { device: id, submission, op, outcome, amendment, reason } = receipt;
  return {
    id: `s${key}`,
    kind: 'receipt',
    rev: 1,
    status: 'published',
    device: id,
    submission,
    op,
    outcome,
    ...(amendment === undefined ? {} : { amendment }),
    ...(reason === undefined ? {} : { reason }),
  };
}
