import { describe, expect, it } from 'vitest';
import type { Receipt } from './office-records';
import type { EntryOfLog } from './own-log';
import { amendmentOfSubmission, nextSubmissionId, submissionSteps } from './submission-steps';

const conference = `c${'a'.repeat(26)}`;
const device = 'd'.repeat(43);
const val = {
  v: 1,
  motionId: 'm1',
  submittedBy: ['Old Town Branch'],
  baseVersion: 't0011223344556677',
  operations: [],
  instruction: 'Delete “oil”.',
};

const entry = (t: string, id: string, lam: number): EntryOfLog => ({
  device: 'laptop',
  stream: 'office',
  seq: lam,
  lam,
  ts: lam * 1000,
  ctx: {},
  t,
  id,
  ...(t === 'amendment.submit' ? { val } : {}),
  base: { motionId: `${conference}.m1` },
});

const receipt = (outcome: Receipt['outcome'], more: Partial<Receipt> = {}): Receipt => ({
  device,
  submission: 's-1',
  op: '0'.repeat(64),
  outcome,
  ...more,
});

const submitted = [entry('amendment.submit', 's-1', 5)];
const withdrawn = [...submitted, entry('amendment.withdraw', 's-1', 8)];
const operations: ReadonlySet<string> = new Set(['0'.repeat(64)]);
const upTo = (lamport: number) => ({ delivery: { device, lamport } });

describe('a submission is', () => {
  it.each([
    ['queued while nothing is known of the folder', { entries: submitted, receipts: [] }, 'queued'],
    [
      'queued while the folder holds only what was said before it',
      { entries: submitted, receipts: [], ...upTo(4) },
      'queued',
    ],
    ['delivered when the folder holds it', { entries: submitted, receipts: [], ...upTo(5) }, 'delivered'],
    [
      'received when a receipt says so',
      { entries: submitted, receipts: [receipt('received')], ...upTo(5) },
      'received',
    ],
    [
      'accepted when a receipt says so',
      { entries: submitted, receipts: [receipt('accepted')], ...upTo(5) },
      'accepted',
    ],
    ['refused when a receipt says so', { entries: submitted, receipts: [receipt('refused')], ...upTo(5) }, 'refused'],
    [
      'being withdrawn until the folder says so',
      { entries: withdrawn, receipts: [receipt('received')], ...upTo(7) },
      'withdrawing',
    ],
    [
      'withdrawn once the folder says so',
      { entries: withdrawn, receipts: [receipt('received')], ...upTo(8) },
      'withdrawn',
    ],
    [
      'refused although it was taken back, when the office was faster',
      { entries: withdrawn, receipts: [receipt('refused')], ...upTo(8) },
      'refused',
    ],
  ])('%s', (_, known, step) => {
    expect(submissionSteps({ ...known, operations })).toMatchObject([{ id: 's-1', step }]);
  });
});

describe('what was said', () => {
  it('again under another key is one submission, first made when it was first made', () => {
    const again = { ...entry('amendment.submit', 's-1', 9), device: 'laptop again' };
    const known = { entries: [...submitted, again], receipts: [], ...upTo(8) };
    expect(submissionSteps({ ...known, operations })).toMatchObject([{ id: 's-1', submittedAt: 5000, step: 'queued' }]);
    expect(submissionSteps({ ...known, ...upTo(9), operations })).toMatchObject([{ step: 'delivered' }]);
  });

  it('by a newer version is passed over', () => {
    const newer = { ...entry('amendment.submit', 's-2', 6), val: { ...val, v: 2 } };
    expect(submissionSteps({ entries: [...submitted, newer], receipts: [], operations })).toHaveLength(1);
  });

  it('under the same id by another device does not stand for this one', () => {
    const theirs = receipt('refused', { device: 'e'.repeat(43), op: '1'.repeat(64), reason: 'Out of time.' });
    const known = { entries: submitted, receipts: [theirs, receipt('accepted', { amendment: 'a1' })], ...upTo(5) };
    expect(submissionSteps({ ...known, operations })).toMatchObject([{ step: 'accepted', record: 'a1' }]);
    expect(submissionSteps({ ...known, receipts: [theirs], operations })).toMatchObject([{ step: 'delivered' }]);
  });

  it('of a refusal is told', () => {
    const refused = receipt('refused', { reason: 'Out of time.' });
    expect(submissionSteps({ entries: submitted, receipts: [refused], operations })).toMatchObject([
      { reason: 'Out of time.' },
    ]);
  });
});

describe('the id of a submission', () => {
  it('is the amendment’s, and then the amendment’s with a number that was not used', () => {
    expect(nextSubmissionId('x-1', [])).toBe('x-1');
    expect(nextSubmissionId('x-1', ['x-1', 'x-1.2', 'x-2'])).toBe('x-1.3');
    expect(['x-1', 'x-1.2', 'x-1.10'].map(amendmentOfSubmission)).toEqual(['x-1', 'x-1', 'x-1']);
  });
});
