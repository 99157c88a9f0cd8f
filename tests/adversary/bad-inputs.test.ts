// The table of bad input in Node, on the real doorkeeper: every row of the working copy and every file of the data
// folder stay as they were, byte for byte. Only reports of what was refused are added, apart.

import { allRows, keptFolder, openKept } from './kept-store';
import type { KeptFolder } from './kept-store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePlatform } from '../../cli/bundle-platform';
import { applyOfficial } from '../../renderer/storage/official-deeds';
import { newsOf } from '../../renderer/storage/official-news';
import { saveMandate, saveNote } from '../../renderer/storage/deeds';
import type { OpenedStore } from '../../renderer/storage/store';
import { refusalOf } from '../../renderer/sync/refusal';
import { carryOut } from '../../renderer/sync/verify-office';
import { addressSource } from '../../shared/bundle/address-source';
import { present } from '../../shared/assert';
import { conferenceId } from '../../shared/ids';
import { filesKept } from '../journeys/everything-kept';
import { badInputs, type Ground } from './bad-inputs';
import { makeBadLogs } from './bad-logs';
import { now, openBadOffice, type OfferName } from './bad-papers';

let folder: KeptFolder;
let opened: OpenedStore;
let ground: Ground;

beforeAll(async () => {
  folder = await keptFolder();
  opened = await openKept(await folder.start());
  const office = await openBadOffice(bundlePlatform);
  ground = { office, logs: await makeBadLogs(bundlePlatform), opened: () => opened, reopen, offer };
  await applyOfficial(opened.store, newsOf(opened.store.database, office.held));
  const motion = present(office.held.papers.motions[0], 'one motion is held');
  await saveNote(opened.store, { motionId: motion.id, baseVersion: motion.text.id, body: 'Ask who pays' });
  await saveMandate(opened.store, { motionId: motion.id, position: 'support' });
});

afterAll(async () => {
  opened.close();
  await folder.remove();
});

async function reopen(between: () => Promise<void>): Promise<OpenedStore> {
  opened.close();
  await between();
  opened = await openKept(await folder.start());
  return opened;
}

const offer: Ground['offer'] = async (name) => {
  const offered = ground.office.offers[name];
  const { store } = opened;
  const reading = { database: store.database, now };
  const open = { id: ground.office.conference, title: 'National Conference 2027' };
  const place = { store: 'own', address: 'https://papers.example.org/', conference: ground.office.conference } as const;
  const verified =
    offered.kind === 'file'
      ? await carryOut(reading, offered, noSource)
      : await carryOut(
          reading,
          { kind: 'conference', conference: offered.conference, isExpected: true },
          addressSource(offered.desktop, place),
        );
  if (verified.ok) return verified.value.outline.bundle;
  const source =
    offered.kind === 'file'
      ? ({ from: 'file', name: 'agenda.rostrum', bytes: offered.bytes } as const)
      : ({ from: 'address', name: place.address } as const);
  return { code: verified.error.code, ...(await refusalOf(verified.error, source, { store, open })) };
};

const noSource = addressSource(
  {
    fetchRoot: async () => ({ ok: false, error: { kind: 'not-found' } }),
    fetchHead: async () => ({ ok: false, error: { kind: 'not-found' } }),
    fetchObject: async () => ({ ok: false, error: { kind: 'not-found' } }),
  },
  { store: 'own', address: 'https://papers.example.org/', conference: conferenceId('c') },
);

async function state(): Promise<string> {
  const files = Object.entries(filesKept(folder.path)).filter(([path]) => !isBeside(path));
  return JSON.stringify({ rows: await allRows(opened), files });
}

/** Reports of what was refused, copies of the journal, and which program has the folder open. */
function isBeside(path: string): boolean {
  return path.includes('/refused/') || path.includes('/snapshots/') || path.startsWith('in-use/');
}

describe('in Node', () => {
  it.each(badInputs)('$code: $what', async ({ code, happens, says }) => {
    const before = await state();
    const told = await happens(ground);
    expect(await state()).toBe(before);
    expect(told.code).toBe(code);
    if (says instanceof RegExp) expect(told.words).toMatch(says);
    else expect(told.words).toBe(says);
  });

  it('what a file brought is kept in a report, with when it came, from where and its code', async () => {
    const name: OfferName = 'changed after signing';
    const told = await offer(name);
    const report = 'report' in told ? told.report : undefined;
    const { bytes = '', ...said } = JSON.parse(new TextDecoder().decode(report?.bytes));
    const offered = ground.office.offers[name];
    expect(said).toMatchObject({ code: 'S02', source: 'agenda.rostrum', at: '2027-01-15T08:00:00.000Z' });
    expect(Buffer.from(bytes, 'base64')).toEqual(Buffer.from(offered.kind === 'file' ? offered.bytes : []));
    expect(Object.keys(filesKept(folder.path)).filter((path) => path.includes('refused/S02-'))).not.toEqual([]);
  });
});
