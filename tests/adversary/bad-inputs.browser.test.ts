// The table of bad input in Chromium, by the worker that the app verifies in: every row of the working copy and every
// entry of the journal stay as they were.

import { Dexie } from 'dexie';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compression, cryptography } from '../../renderer/app/cryptography';
import { textCodec } from '../../renderer/app/text-codec';
import { saveMandate, saveNote } from '../../renderer/storage/deeds';
import { applyOfficial } from '../../renderer/storage/official-deeds';
import { newsOf } from '../../renderer/storage/official-news';
import { openStore } from '../../renderer/storage/store';
import type { OpenedStore } from '../../renderer/storage/store';
import { refusalOf } from '../../renderer/sync/refusal';
import { keptReaderInWorker, verifyAddress, verifyFile } from '../../renderer/sync/verify-in-worker';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import { present } from '../../shared/assert';
import type { DesktopApi } from '../../shared/desktop-contract';
import { fail, succeed } from '../../shared/result';
import { badInputs, type Ground } from './bad-inputs';
import { makeBadLogs } from './bad-logs';
import { now, openBadOffice } from './bad-papers';
import { journalInPage } from './journal-in-page';

const platform = { compression, cryptography, text: textCodec };
const address = 'https://papers.example.org/';
const folderId = crypto.randomUUID();

let desktop: DesktopApi;
let opened: OpenedStore;
let ground: Ground;
/** Reports of what was refused. */
const reports: Uint8Array[] = [];

beforeAll(async () => {
  const office = await openBadOffice(platform);
  desktop = { ...journalInPage(folderId), ...keeping(office.held) };
  await open();
  ground = { office, logs: await makeBadLogs(platform), opened: () => opened, reopen, offer };
  await applyOfficial(opened.store, newsOf(opened.store.database, office.held));
  const motion = present(office.held.papers.motions[0], 'one motion is held');
  await saveNote(opened.store, { motionId: motion.id, baseVersion: motion.text.id, body: 'Ask who pays' });
  await saveMandate(opened.store, { motionId: motion.id, position: 'support' });
}, 60_000);

afterAll(async () => {
  opened.close();
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await Dexie.delete(name);
});

async function open(): Promise<void> {
  const options = { name: 'own', desktop, shell: { folderId }, now: () => now, platform } as const;
  const store = await openStore({ ...options, newId: () => crypto.randomUUID(), readKept: keptReaderInWorker });
  if (!store.ok) throw new Error(store.error.kind);
  opened = store.value;
}

async function reopen(between: () => Promise<void>): Promise<OpenedStore> {
  opened.close();
  await between();
  await open();
  return opened;
}

const offer: Ground['offer'] = async (name) => {
  const offered = ground.office.offers[name];
  const store = { ...opened.store, desktop: { ...desktop, ...(offered.kind === 'file' ? {} : offered.desktop) } };
  const verifying =
    offered.kind === 'file'
      ? verifyFile(store, offered.bytes)
      : verifyAddress(store, { address, conference: offered.conference, isExpected: true });
  const answer = await verifying.answer;
  verifying.stop();
  if (answer.ok) return answer.value.bundle;
  const source =
    offered.kind === 'file'
      ? ({ from: 'file', name: 'agenda.rostrum', bytes: offered.bytes } as const)
      : ({ from: 'address', name: address } as const);
  const around = { store, open: { id: ground.office.conference, title: 'National Conference 2027' } };
  return { code: answer.error.code, ...(await refusalOf(answer.error, source, around)) };
};

/** What a doorkeeper keeps of the papers held, and of what was refused. */
function keeping({ received }: VerifiedBundle): Partial<DesktopApi> {
  return {
    keepOfficial: async () => succeed({ kept: 0 }),
    readOfficial: async ({ what }) => {
      const bytes =
        what.kind === 'head'
          ? received.head
          : what.kind === 'root'
            ? received.roots.find(({ version }) => version === what.version)?.bytes
            : what.kind === 'object'
              ? received.objects.find(({ sha256 }) => sha256 === what.sha256)?.bytes
              : undefined;
      return bytes === undefined ? fail({ kind: 'not-kept' }) : succeed(bytes);
    },
    keepRefused: async ({ report }) => {
      reports.push(report);
      return succeed({ kept: true });
    },
  };
}

async function state(): Promise<string> {
  const rows: Record<string, unknown> = {};
  for (const table of opened.store.database.dexie.tables) rows[table.name] = await table.toArray();
  return JSON.stringify({ rows, journal: await desktop.readJournal({ store: 'own', from: 0, limit: 1000 }) });
}

describe('in Chromium', () => {
  it.each(badInputs)('$code: $what', async ({ code, happens, says }) => {
    const before = await state();
    const told = await happens(ground);
    expect(await state()).toBe(before);
    expect(told.code).toBe(code);
    if (says instanceof RegExp) expect(told.words).toMatch(says);
    else expect(told.words).toBe(says);
    if (told.report !== undefined) expect(reports.at(-1)).toEqual(told.report.bytes);
  });
});
