// The whole thread on real servers: an office publishes, a delegate pulls, submits an amendment, the office finds it,
// takes the device on its roster, accepts, publishes, and the delegate is told.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command, CommandIo } from '../../cli/command';
import { inboxCommand } from '../../cli/inbox-command';
import { keysCommand } from '../../cli/keys-command';
import { publishCommand } from '../../cli/publish-command';
import { pullCommand } from '../../cli/pull-command';
import { pushCommand } from '../../cli/push-command';
import { password, serverKinds, startServer, user, type DavServer } from './dav-servers';

const commands: Readonly<Record<string, Command>> = {
  keys: keysCommand,
  publish: publishCommand,
  pull: pullCommand,
  push: pushCommand,
  inbox: inboxCommand,
};

let folder = '';
const at = (...parts: readonly string[]): string => join(folder, ...parts);

async function run(name: string, ...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: CommandIo = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    stdin: async () => new Uint8Array(),
  };
  const code = (await commands[name]?.run(args, io)) ?? -1;
  return { code, out, err };
}

async function json(name: string, ...args: readonly string[]): Promise<ReturnType<typeof JSON.parse>> {
  const done = await run(name, ...args, '--json');
  if (done.code !== 0) throw new Error(`${name}: ${done.err}`);
  return JSON.parse(done.out);
}

function paper(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

const lamps = (): string =>
  paper(
    '12.txt',
    'Motion 12 – Lamps on the quay\n\nConference notes the dark.\n\nConference calls on the committee to:\n1) light the lamps before dusk;\n2) report back.\n',
  );
const oil = (): string => paper('13.txt', 'Motion 13 – Oil\n\nConference notes the price of oil, and deplores it.\n');
const change = (text = 'at noon'): string =>
  paper('12.1.txt', `Amendment 12.1\n\nIn point 1, delete “before dusk” and insert “${text}”.\n`);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-thread-'));
  writeFileSync(at('credentials.json'), JSON.stringify({ user, password }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Where an office publishes and has its inbox, and what opens it. */
type Host = { readonly url: string; readonly credentials: readonly string[]; readonly reading: string };

async function thread({ url, credentials, reading }: Host): Promise<void> {
  const { conference } = await json('keys', 'create', at('keys'), '--title', 'Conference 2027');
  const publish = async (): Promise<{ version: number }> =>
    json('publish', lamps(), oil(), '--keys', at('keys'), '--out', url, ...credentials);
  const push = async (...more: readonly string[]) =>
    json(
      'push',
      url,
      '--identity',
      at('me'),
      '--papers',
      reading,
      '--name',
      'Old Town Branch',
      ...credentials,
      ...more,
    );
  const inbox = async (...more: readonly string[]) => json('inbox', url, '--keys', at('keys'), ...credentials, ...more);
  expect(await publish()).toMatchObject({ conference, version: 1, added: 3 });
  const pulled = await json('pull', reading, '--state', at('papers'), '--conference', conference);
  expect(pulled).toMatchObject({ version: 1, trusted: true, news: true });
  expect(pulled.changes).toHaveLength(2);

  const sent = await push(change());
  expect(sent).toMatchObject({ sent: 1, lost: 0, submissions: [{ standing: 'sent' }] });
  expect(await push(change())).toMatchObject({ sent: 0, submissions: [{ standing: 'sent' }] });

  const found = await inbox();
  expect(found).toMatchObject({
    troubles: [],
    submissions: [{ standing: 'waiting', verified: false, from: 'Old Town Branch' }],
  });
  const [{ id }] = found.submissions;
  const early = await run('inbox', url, '--keys', at('keys'), '--accept', id, ...credentials);
  expect(early).toMatchObject({ code: 1 });
  expect(early.err).toContain('Nobody vouches');
  await json('keys', 'roster', at('keys'), '--add', sent.device, '--name', 'A. Wick', '--delegation', 'Old Town');
  expect(await publish()).toMatchObject({ version: 2 });
  expect(await push()).toMatchObject({ submissions: [{ standing: 'received' }] });
  expect((await inbox('--accept', id.slice(0, 6), '--number', '12.1')).submissions).toMatchObject([
    { standing: 'accepted', verified: true },
  ]);
  expect(await publish()).toMatchObject({ version: 3, added: 1 });
  expect(await push()).toMatchObject({ sent: 0, submissions: [{ standing: 'accepted' }] });
  const news = await json('pull', reading, '--state', at('papers'));
  expect(news.changes).toMatchObject([{ kind: 'added', paper: 'amendment', number: '12.1' }]);
  const quiet = await json('pull', reading, '--state', at('papers'));
  expect(quiet).toMatchObject({ news: false, notes: ['S07'], changes: [] });
  // The next root, of which there is none, and the head.
  expect(quiet.requests).toBeLessThanOrEqual(2);

  const second = await push(change('by candle'));
  expect(second).toMatchObject({ sent: 1 });
  const waiting = (await inbox()).submissions.find((each: { standing: string }) => each.standing === 'waiting');
  expect((await inbox('--refuse', waiting.id, '--why', 'It is out of time.')).submissions).toHaveLength(2);
  await publish();
  const told = await push();
  expect(told.submissions.map((each: { standing: string }) => each.standing).sort()).toEqual(['accepted', 'refused']);
  expect(JSON.stringify(told.submissions)).toContain('It is out of time.');
}

describe.each(serverKinds)('on $name', (kind) => {
  let server: DavServer;
  beforeAll(async () => {
    server = await startServer(kind);
  });
  afterAll(async () => server?.stop());

  it('from publishing to the receipt', async () => {
    // Delegates read what is published from a folder that a plain web server would serve.
    await thread({
      url: `${server.address}/conference`,
      credentials: ['--credentials', at('credentials.json')],
      reading: join(server.folder, 'conference'),
    });
  });
});

describe('in a folder', () => {
  const inFolder = (): Host => ({ url: at('public'), credentials: [], reading: at('public') });

  it('from publishing to the receipt', async () => {
    await thread(inFolder());
  });

  it('a restored copy of a device takes another key, and what both said arrives once', async () => {
    const { url } = inFolder();
    await json('keys', 'create', at('keys'), '--title', 'Conference 2027');
    await json('publish', lamps(), oil(), '--keys', at('keys'), '--out', url);
    const push = async (identity: string, ...more: readonly string[]) =>
      json('push', url, '--identity', at(identity), ...more);
    const first = await push('me', change('at noon'));
    cpSync(at('me'), at('twin'), { recursive: true });
    await push('me', change('at one'));
    const twin = await push('twin', change('at two'));
    expect(twin.isRenewed).toBe(true);
    expect(twin.device).not.toBe(first.device);
    const found = await json('inbox', url, '--keys', at('keys'));
    const wordings = found.submissions.map((each: { wording: string }) => /“(at [a-z]+)”/.exec(each.wording)?.[1]);
    expect(wordings.sort()).toEqual(['at noon', 'at one', 'at two']);
    expect(found.troubles).toEqual([]);
    expect(await push('me')).toMatchObject({ isRenewed: false, device: first.device });
  });

  it('a folder that was put back from an older copy gets again what it lost, and the office keeps what it read', async () => {
    const { url } = inFolder();
    const { conference } = await json('keys', 'create', at('keys'), '--title', 'Conference 2027');
    await json('publish', lamps(), oil(), '--keys', at('keys'), '--out', url);
    const push = async (...more: readonly string[]) => json('push', url, '--identity', at('me'), ...more);
    await push(change('at noon'));
    cpSync(at('public', 'inbox'), at('backup'), { recursive: true });
    await push(change('at one'));
    expect((await json('inbox', url, '--keys', at('keys'))).submissions).toHaveLength(2);
    rmSync(at('public', 'inbox'), { recursive: true });
    cpSync(at('backup'), at('public', 'inbox'), { recursive: true });
    const short = await json('inbox', url, '--keys', at('keys'));
    expect(short).toMatchObject({ troubles: [{ code: 'S22' }] });
    expect(short.submissions).toHaveLength(2);
    expect(await push()).toMatchObject({ lost: 1, sent: 0 });
    expect(await json('inbox', url, '--keys', at('keys'))).toMatchObject({ troubles: [], news: [] });
    const [device = ''] = readdirSync(at('public', 'inbox', conference));
    rmSync(at('public', 'inbox', conference, device, 'o'), { recursive: true });
    writeFileSync(at('public', 'inbox', conference, device, 'head.json'), '{"payloadTy');
    expect(await push()).toMatchObject({ lost: 2, sent: 0 });
    expect(await json('inbox', url, '--keys', at('keys'))).toMatchObject({ troubles: [], news: [] });
  });

  it('a delegate takes a submission back', async () => {
    const { url } = inFolder();
    await json('keys', 'create', at('keys'), '--title', 'Conference 2027');
    await json('publish', lamps(), oil(), '--keys', at('keys'), '--out', url);
    const sent = await json('push', url, '--identity', at('me'), change());
    await json('push', url, '--identity', at('me'), '--withdraw', sent.submissions[0].id);
    expect(await json('inbox', url, '--keys', at('keys'))).toMatchObject({ submissions: [{ standing: 'withdrawn' }] });
  });

  it('of two stations that publish at the same moment no half of either is left, and who lost is told', async () => {
    const { url } = inFolder();
    await json('keys', 'create', at('keys'), '--title', 'Conference 2027');
    await json('publish', lamps(), oil(), '--keys', at('keys'), '--out', url);
    const stations = [lamps(), oil()].map(async (only) =>
      run('publish', only, '--mass-removal', '--keys', at('keys'), '--out', url),
    );
    const done = await Promise.all(stations);
    for (const { code, err } of done) if (code !== 0) expect(err).toMatch(/Another station|does not hold/);
    expect(done.some(({ code }) => code === 0)).toBe(true);
    const pulled = await json('pull', url, '--state', at('papers'));
    expect(pulled).toMatchObject({ news: true, notes: [] });
  });

  it('new keys: old delegates follow, and what the old key signs from now on is refused', async () => {
    const { url } = inFolder();
    await json('keys', 'create', at('keys'), '--title', 'Conference 2027', '--root-keys', '3');
    await json('publish', lamps(), oil(), '--keys', at('keys'), '--out', url);
    await json('pull', url, '--state', at('papers'));
    cpSync(at('keys', 'publisher-key.json'), at('stolen-key.json'));
    expect(
      await json('keys', 'rotate', at('keys'), '--reason', 'The stick was lost.', '--root-keys', '2'),
    ).toMatchObject({ root: 2 });
    await json('publish', lamps(), oil(), '--keys', at('keys'), '--out', url);
    expect(await json('pull', url, '--state', at('papers'))).toMatchObject({ version: 2, trusted: true });
    expect(await json('keys', 'rotate', at('keys'), '--reason', 'Again.')).toMatchObject({ root: 3 });
    cpSync(at('stolen-key.json'), at('keys', 'publisher-key.json'));
    const refused = await run('publish', lamps(), '--mass-removal', '--keys', at('keys'), '--out', url);
    expect(refused.err).toContain('withdrawn');
  });

  it('keys under a passphrase sign with it, and not without', async () => {
    writeFileSync(at('passphrase'), 'seven green lamps on the quay\n');
    const secret = ['--passphrase-file', at('passphrase')];
    await json('keys', 'create', at('keys'), '--root-keys', '1', ...secret);
    expect(readFileSync(at('keys', 'publisher-key.json'), 'utf8')).not.toContain('privateKey');
    const locked = await run('publish', lamps(), '--keys', at('keys'), '--out', at('public'));
    expect(locked).toMatchObject({ code: 1 });
    expect(locked.err).toContain('--passphrase-file');
    expect(await json('publish', lamps(), '--keys', at('keys'), '--out', at('public'), ...secret)).toMatchObject({
      version: 1,
    });
  });

  it('the invitation is a QR picture of its text', async () => {
    const { conference } = await json('keys', 'create', at('keys'));
    const invited = await json('keys', 'invite', at('keys'), 'https://papers.example/2027', '--svg', at('invite.svg'));
    expect(invited.invitation).toBe(`conf:${conference}?u=https%3A%2F%2Fpapers.example%2F2027`);
    expect(readFileSync(at('invite.svg'), 'utf8')).toContain('<svg');
  });
});
