import { expect, it } from 'vitest';
import { cryptography } from '../../cli/cryptography';
import { textCodec as text } from '../../cli/text-codec';
import { assembleRelease } from '../../shared/bundle/assemble-release';
import { carryRecords } from '../../shared/bundle/carry-records';
import { emptyInbox } from '../../shared/bundle/inbox';
import type { OfficeFiles } from '../../shared/bundle/office-papers';
import type { OfficialRecord } from '../../shared/bundle/records';
import { newKey, openOffice } from '../../tests/adversary/conference-office';
import { planHash } from './plan-hash';

const platform = { cryptography, text };
const { conference } = (await openOffice()).founded;
const { publicKey, keyid: device } = await newKey('Robin');
const named = { id: conference, title: 'National Conference 2027', words: '' };
const robin = { device, publicKey, name: 'Robin', isWithdrawn: false };

function carriedWith(roster: OfficeFiles['roster'], previous: readonly OfficialRecord[] = []) {
  const office = { roster, inbox: emptyInbox(conference) };
  const none = { entries: [], motions: new Map(), amendments: new Map(), decisions: new Map() };
  const assembled = assembleRelease({ conference: named, previous, office, ...none });
  if (!assembled.ok) throw new Error(assembled.error.where);
  return carryRecords(previous, assembled.value.records);
}

const hashOf = async (carried: ReturnType<typeof carriedWith>, headHash?: string): Promise<string> =>
  planHash({ carried, previous: headHash === undefined ? undefined : { headHash } }, platform);

it('the same version put together twice has one hash, whatever the order of its records', async () => {
  const carried = carriedWith([robin]);
  const shown = await hashOf(carried);
  expect(await hashOf(carriedWith([robin]))).toBe(shown);
  expect(await hashOf({ ...carried, records: carried.records.toReversed() })).toBe(shown);
});

it('a device that somebody vouched for, renamed or withdrew in between makes it another', async () => {
  const hashes = await Promise.all(
    [[], [robin], [{ ...robin, name: 'Robyn' }], [{ ...robin, isWithdrawn: true }]].map(async (roster) =>
      hashOf(carriedWith(roster)),
    ),
  );
  expect(new Set(hashes).size).toBe(4);
});

it('what it builds on and what goes belong to it', async () => {
  const carried = carriedWith([robin]);
  const gone = { ...carried, removed: ['m1'] };
  const hashes = [await hashOf(carried), await hashOf(carried, 'aa'), await hashOf(carried, 'bb'), await hashOf(gone)];
  expect(new Set(hashes).size).toBe(4);
});
