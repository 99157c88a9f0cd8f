// How long sending and a large delegation keep the window from answering, in Chromium on the shipped app: 50 submissions
// that wait, and the logs of 20 members with 2,000 comments on one motion. Needs `dist/`, and lighttpd.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openDesktopHost } from '../../electron/keep/desktop-host';
import { addCommentDeed } from '../../shared/bundle/delegation-words';
import { payloadTypes, preAuthenticationEncoding } from '../../shared/bundle/envelope';
import { sealDeviceLog } from '../../shared/bundle/seal-device-log';
import { logLine } from '../../shared/bundle/segment';
import { submitDeed } from '../../shared/bundle/submission';
import { keyIdOf } from '../../shared/bundle/verify-roots';
import { clauseId } from '../../shared/ids';
import { fail, succeed } from '../../shared/result';
import {
  amendmentOf,
  motionOf,
  openOffice,
  platform,
  publish,
  recordsOf,
  type Office,
} from '../adversary/conference-office';
import { password, serverKinds, startServer, user, type DavServer } from '../adversary/dav-servers';
import { freePort } from '../journeys/conference-office';
import { openPaper } from '../journeys/delegate';
import { inBrowser } from '../journeys/shells';
import { toldTasks } from './page-tasks';

const members = 20;
const commentsOfEach = 100;
const submissions = 50;
const passphrase = 'seven green lamps on the quay';

const folder = mkdtempSync(join(tmpdir(), 'delegation-in-page-'));
const shell = inBrowser(folder);
const site = new Map<string, Uint8Array>();
const server = createServer((request, response) => {
  const file = site.get(request.url ?? '');
  response.statusCode = file === undefined ? 404 : 200;
  response.end(file);
});

let office: Office;
let dav: DavServer;
let page: Page;
let address: string;

beforeAll(async () => {
  const [kind] = serverKinds;
  if (kind === undefined) throw new Error('no kind of server');
  dav = await startServer(kind);
  office = await openOffice();
  const { conference, root } = office.founded;
  const motion = motionOf(conference, 'm1', 'Late buses', 'Conference notes that the last bus leaves early.');
  const { head, newObjects } = await publish(office, recordsOf([motion]));
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${port}/${conference}/`;
  site.set(`/${conference}/root/1.json`, root);
  site.set(`/${conference}/head.json`, head);
  for (const { sha256, bytes } of newObjects) site.set(`/${conference}/o/${sha256}`, bytes);
  for (let member = 1; member <= members; member += 1) await writeMember(member, motion.id, motion.text.id);
  await submitBefore(Array.from({ length: submissions }, (_, at) => amendmentOf(motion, `s${at}`, `Word ${at}. `)));
  page = await shell.start();
});

afterAll(async () => {
  await shell.close();
  server.close();
  await dav?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe(`the window, with ${submissions} submissions and ${members} members' ${members * commentsOfEach} comments`, () => {
  it('while the submissions are sent', async () => {
    await goTo('#/connect');
    await page.getByRole('textbox', { name: 'Address of the office' }).fill(address);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('button', { name: 'Use these papers' }).click();
    await page.getByText('You now have agenda v1').first().waitFor();
    await goTo('#/folders');
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await page.getByRole('textbox', { name: 'The same again' }).fill(passphrase);
    await page.getByRole('button', { name: 'Use this passphrase' }).click();
    await page.getByRole('form', { name: 'Choose a passphrase' }).waitFor({ state: 'detached', timeout: 60_000 });
    await toldTasks(page, 'submissions, sent', async () => {
      await connect('to the conference office');
      await page.getByText(`${submissions} entries sent`).waitFor({ timeout: 60_000 });
    });
  });

  it('while the delegation is read', async () => {
    await toldTasks(page, 'delegation, read', async () => {
      await connect('with your delegation');
      await page
        .getByText('2000 entries are new')
        .or(page.getByText('2,000 entries are new'))
        .waitFor({ timeout: 120_000 });
    });
  });

  it('while the motion with all its comments is opened', async () => {
    await toldTasks(page, 'motion, opened', async () => {
      await openPaper(page, 'Late buses');
      await page.getByRole('list', { name: 'Comments' }).waitFor();
    });
  });

  it('while a comment is typed and shared', async () => {
    await toldTasks(page, 'comment, typed and shared', async () => {
      await page.getByRole('textbox', { name: 'Comment for your delegation' }).pressSequentially('Ask the depot.');
      await page.waitForTimeout(1000);
      await page.getByRole('button', { name: 'Share this comment' }).click();
      await page.getByRole('list', { name: 'Comments' }).getByText('Ask the depot.').waitFor();
    });
  });

  it('while everything that was sent is listed', async () => {
    await toldTasks(page, 'sent, listed', async () => {
      await goTo('#/sent');
      await page
        .getByText(/^Delivered to the office/u)
        .first()
        .waitFor();
    });
  });
});

async function goTo(hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

async function connect(purpose: string): Promise<void> {
  const form = page.getByRole('form', { name: `Connect a folder: ${purpose}` });
  await form.getByRole('textbox', { name: 'Address of the folder' }).fill(dav.address);
  await form.getByRole('textbox', { name: 'User name (if it needs one)' }).fill(user);
  await form.getByRole('textbox', { name: 'Password' }).fill(password);
  await form.getByRole('button', { name: 'Connect this folder' }).click();
  await form.waitFor({ state: 'detached', timeout: 60_000 });
}

/** A member's log, signed, as it would have come to the folder. */
async function writeMember(member: number, motionId: string, textVersion: string): Promise<void> {
  const { publicKey, privateKey } = await platform.cryptography.generateEd25519();
  const device = await keyIdOf(publicKey, platform.cryptography);
  const lines = await Promise.all(
    Array.from({ length: commentsOfEach }, async (_, at) => {
      const id = `c${member}-${at}`;
      const body = `Comment ${at} of member ${member}: ${'the depot should be asked before anything is put. '.repeat(4)}`;
      const { stream: _stream, ...deed } = addCommentDeed(id, { motionId, textVersion }, { body });
      const ts = Date.parse('2027-05-01T12:00:00Z') + at * 60_000;
      return logLine({ seq: at + 1, lam: at * members + member, ts, ctx: {}, ...deed }, platform);
    }),
  );
  const sealed = await sealDeviceLog<never>(
    {
      place: { conference: office.founded.conference, stream: 'team', device },
      signer: {
        device,
        publicKey,
        epoch: 1,
        sign: async (payload) => {
          const message = preAuthenticationEncoding(payloadTypes.deviceHead, payload, platform.text);
          return succeed(await platform.cryptography.signEd25519(privateKey, message));
        },
      },
      name: `Member ${member}`,
      lines,
      previous: null,
      seen: null,
      now: Date.parse('2027-05-02T12:00:00Z'),
    },
    platform,
  );
  if (!sealed.ok) throw new Error(sealed.error.kind);
  const place = join(dav.folder, 'team', office.founded.conference, device);
  mkdirSync(join(place, 'o'), { recursive: true });
  writeFileSync(join(place, 'head.json'), sealed.value.head);
  for (const { sha256, bytes } of sealed.value.objects) writeFileSync(join(place, 'o', sha256), bytes);
}

/** Puts the deeds that submit into the journal of a data folder that no app has open yet. */
async function submitBefore(amendments: readonly ReturnType<typeof amendmentOf>[]): Promise<void> {
  const refused = async () => fail({ kind: 'cancelled' as const });
  const host = await openDesktopHost({
    folder: shell.dataFolder,
    appVersion: '0.0.0',
    now: Date.now,
    newId: () => crypto.randomUUID(),
    fetch: globalThis.fetch,
    shell: {
      shell: 'browser',
      lacks: [],
      saveFile: refused,
      printPdf: async () => fail({ kind: 'no-printer' }),
      takeOpenedFiles: async () => [],
      openExternal: refused,
    },
  });
  if (!host.ok) throw new Error(host.error.kind);
  const deeds = amendments.map((amendment, at) =>
    submitDeed(
      `s${at}`,
      { ...amendment, operations: [{ kind: 'insert', clause: clauseId('k1'), at: 0, text: 'x ' }] },
      'Insert “x”.',
    ),
  );
  const kept = await host.value.api.appendToJournal({ store: 'own', deeds });
  if (!kept.ok) throw new Error(kept.error.kind);
  await host.value.close();
}
