import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandIo } from './command';
import { keysCommand } from './keys-command';
import { publishCommand } from './publish-command';
import { verifyCommand } from './verify-command';

const seed = new URL('../../shared/seeds/motion-mutuals-and-co-ops.txt', import.meta.url);
const commands = { keys: keysCommand, publish: publishCommand, verify: verifyCommand };

let folder = '';
let keys = '';
let conference = '';

type Run = { readonly code: number; readonly out: string; readonly err: string };

async function run(name: keyof typeof commands, ...args: readonly string[]): Promise<Run> {
  let out = '';
  let err = '';
  const io: CommandIo = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    stdin: async () => new Uint8Array(),
  };
  const code = await commands[name].run(args, io);
  return { code, out, err };
}

const at = (...parts: readonly string[]): string => join(folder, ...parts);

type Answer = {
  readonly conference: string;
  readonly words: string;
  readonly error: { readonly kind: string; readonly message: string };
};

/** Runs with --json, which must print one document and nothing else. */
async function json(name: keyof typeof commands, ...args: readonly string[]): Promise<Run & { readonly json: Answer }> {
  const done = await run(name, ...args, '--json');
  return { ...done, json: JSON.parse(done.out) };
}

function paper(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

const lamps = (end = 'light the lamps before dusk'): string =>
  paper(
    '12.txt',
    `Motion 12 – Lamps on the quay\n\nConference notes the dark.\n\nConference calls on the committee to:\n1) ${end};\n2) report back.\n`,
  );
const oil = (): string => paper('13.txt', 'Motion 13 – Oil\n\nConference notes the price of oil, and deplores it.\n');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-office-'));
  keys = at('keys');
  const created = await json('keys', 'create', keys, '--org', 'Union of Lamplighters', '--title', 'Conference 2027');
  conference = created.json.conference;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('rostrum keys create', () => {
  it('prints the conference id and six words, and makes keys that only the owner may read', async () => {
    const { out, code } = await run('keys', 'create', at('more'), '--root-keys', '5', '--threshold', '2');
    expect(code).toBe(0);
    expect(out).toMatch(/^Conference {3}c[a-z2-7]{26}\nCheck words {2}(?:[a-z]+ ){5}[a-z]+\n$/);
    const files = readdirSync(at('more')).filter((name) => name.endsWith('.json'));
    expect(files).toHaveLength(6);
    for (const name of files) expect(statSync(at('more', name)).mode & 0o777).toBe(0o600);
  });

  it('leaves keys that are there as they are', async () => {
    const before = readFileSync(at('keys', 'publisher-key.json'), 'utf8');
    expect(await json('keys', 'create', keys)).toMatchObject({ code: 1, json: { error: { kind: 'keys-exist' } } });
    expect(readFileSync(at('keys', 'publisher-key.json'), 'utf8')).toBe(before);
  });

  it.each([
    [['make', 'x']],
    [['create']],
    [['create', 'x', '--root-keys', '0']],
    [['create', 'x', '--root-keys', '9']],
    [['create', 'x', '--root-keys', '3', '--threshold', '4']],
  ])('%j is wrong usage', async (args) => {
    expect((await run('keys', ...args)).code).toBe(2);
  });
});

describe('rostrum publish', () => {
  it('publishes an order of business, which stays until another is given', async () => {
    const sessions = (place: string): readonly unknown[] => {
      const { objects } = JSON.parse(readFileSync(at(place), 'utf8'));
      const inflated = Object.values<string>(objects).map((one) => gunzipSync(Buffer.from(one, 'base64')).toString());
      return inflated.flatMap((text) => (text.includes('"key":"agenda/') ? JSON.parse(text).records : []));
    };
    const order = paper(
      'order.json',
      '[{"title": "Thursday", "time": "9.30", "items": [{"line": "Welcome"}, {"motion": "Motion 13"}]}]',
    );
    const more = ['--keys', keys, '--single-file', at('one.rostrum')];
    const first = await json('publish', lamps(), oil(), ...more, '--order', order);
    expect(first.json).toMatchObject({ version: 1, added: 4 });
    const [session] = sessions('one.rostrum');
    expect(session).toMatchObject({ kind: 'session', place: 1, title: 'Thursday', time: '9.30', rev: 1 });
    expect(session).toMatchObject({ items: [{ kind: 'line', words: 'Welcome' }, { kind: 'motion' }] });
    expect((await json('publish', lamps('wait'), oil(), ...more)).json).toMatchObject({ changed: 1 });
    expect(sessions('one.rostrum')).toEqual([session]);
    paper('order.json', '[{"title": "Thursday", "items": [{"motion": "12"}]}]');
    expect((await json('publish', lamps('wait'), oil(), ...more, '--order', order)).json).toMatchObject({ changed: 1 });
    expect(sessions('one.rostrum')).toMatchObject([{ title: 'Thursday', rev: 2, items: [{ kind: 'motion' }] }]);
  });

  it.each([
    ['a motion that is not there', '[{"title": "Thursday", "items": [{"motion": "99"}]}]', 'motion-missing'],
    ['an item of no kind', '[{"title": "Thursday", "items": [{"song": "The Lamp"}]}]', 'not-an-order'],
    ['no JSON', 'Thursday: 12', 'not-an-order'],
  ])('refuses an order of business with %s', async (_, text, kind) => {
    const order = paper('order.json', text);
    const refused = await json('publish', lamps(), '--keys', keys, '--out', at('out'), '--order', order);
    expect(refused).toMatchObject({ code: 1, json: { error: { kind } } });
    expect(existsSync(at('out', conference, 'head.json'))).toBe(false);
  });

  it('publishes a folder and a file that verify under the conference’s id', async () => {
    const file = at('agenda.rostrum');
    const published = await json('publish', seed.pathname, '--keys', keys, '--out', at('out'), '--single-file', file);
    expect(published).toMatchObject({ code: 0, json: { conference, version: 1, added: 2 } });
    for (const place of [file, at('out')]) {
      const verified = await json('verify', place, '--conference', conference);
      expect(verified.json).toEqual({
        accepted: true,
        trusted: true,
        conference,
        version: 1,
        words: published.json.words,
        notes: [],
      });
    }
    expect(existsSync(at('out', conference, 'root', '1.json'))).toBe(true);
    const list = JSON.parse(readFileSync(at('out', 'conferences.json'), 'utf8'));
    expect(list).toEqual({ v: 1, conferences: [{ id: conference, title: 'Conference 2027' }] });
  });

  it('keeps ids of papers and clauses, and writes only what changed', async () => {
    await run('publish', lamps(), oil(), '--keys', keys, '--out', at('out'));
    const before = readdirSync(at('out', conference, 'o'));
    const next = await json('publish', lamps('light the lamps at dusk'), oil(), '--keys', keys, '--out', at('out'));
    expect(next.json).toMatchObject({ version: 2, added: 0, changed: 1, removed: 0 });
    const after = readdirSync(at('out', conference, 'o'));
    expect(after.filter((name) => !before.includes(name))).toHaveLength(2);
    const third = await json('publish', lamps('light the lamps at dusk'), oil(), '--keys', keys, '--out', at('out'));
    expect(third.json).toMatchObject({ version: 3, added: 0, changed: 0, removed: 0 });
    expect(readdirSync(at('out', conference, 'heads'))).toHaveLength(3);
  });

  it('continues from the single file alone', async () => {
    const file = at('agenda.rostrum');
    await run('publish', lamps(), '--keys', keys, '--single-file', file);
    const next = await json('publish', lamps('wait'), '--keys', keys, '--single-file', file);
    expect(next.json).toMatchObject({ version: 2, changed: 1 });
  });

  it('reads an amendment’s instruction into operations on its motion', async () => {
    const amendment = paper('12.1.txt', 'Amendment 12.1\n\nIn point 1, delete “before dusk” and insert “at noon”.\n');
    const published = await json('publish', lamps(), amendment, '--keys', keys, '--out', at('out'));
    expect(published.json).toMatchObject({ added: 3 });
    expect((await run('verify', at('out'))).out).toContain('1 motions, 1 amendments');
  });

  it('refuses an amendment to a motion that is not there, and writes nothing', async () => {
    const amendment = paper('99.1.txt', 'Amendment 99.1\n\nIn point 1, delete “before dusk”.\n');
    const refused = await json('publish', lamps(), amendment, '--keys', keys, '--out', at('out'));
    expect(refused).toMatchObject({ code: 1, json: { error: { kind: 'motion-missing' } } });
    expect(existsSync(at('out'))).toBe(false);
  });

  it('refuses a mass removal unless it is meant', async () => {
    await run('publish', lamps(), oil(), '--keys', keys, '--out', at('out'));
    const head = readFileSync(at('out', conference, 'head.json'));
    const refused = await json('publish', lamps(), '--keys', keys, '--out', at('out'));
    expect(refused).toMatchObject({ code: 1, json: { error: { kind: 'mass-removal' } } });
    expect(readFileSync(at('out', conference, 'head.json'))).toEqual(head);
    const meant = await json('publish', lamps(), '--keys', keys, '--out', at('out'), '--mass-removal');
    expect(meant.json).toMatchObject({ version: 2, removed: 1 });
  });

  it('refuses to build on what somebody changed', async () => {
    await run('publish', lamps(), '--keys', keys, '--out', at('out'));
    const [name] = readdirSync(at('out', conference, 'o'));
    const path = at('out', conference, 'o', name ?? '');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, 12, 13));
    const refused = await json('publish', lamps(), '--keys', keys, '--out', at('out'));
    expect(refused).toMatchObject({ code: 1, json: { error: { kind: 'S12' } } });
  });

  it('says when these keys have signed a later version somewhere else', async () => {
    await run('publish', lamps(), '--keys', keys, '--out', at('out'));
    await run('publish', lamps(), '--keys', keys, '--out', at('out'));
    const elsewhere = await run('publish', lamps(), '--keys', keys, '--out', at('other'));
    expect(elsewhere.code).toBe(0);
    expect(elsewhere.err).toContain('version 2');
  });

  it.each<[string, string[], number]>([
    ['no papers', ['--keys', 'k', '--out', 'o'], 2],
    ['no keys', ['p.txt', '--out', 'o'], 2],
    ['nowhere to publish', ['p.txt', '--keys', 'k'], 2],
    ['an address of another kind', ['p.txt', '--keys', 'k', '--out', 'ftp://papers.example/'], 1],
    ['keys that are not there', ['p.txt', '--keys', 'nowhere', '--out', 'o'], 1],
  ])('%s: refused', async (_name, args, code) => {
    expect(await run('publish', ...args)).toMatchObject({ code, out: '' });
  });

  it('refuses a paper that is not there, empty, or no motion', async () => {
    for (const file of [at('none.txt'), paper('empty.txt', '')]) {
      expect((await run('publish', lamps(), file, '--keys', keys, '--out', at('out'))).code).toBe(1);
    }
    const article = new URL('../../shared/seeds/article-cooperative-councils-network.txt', import.meta.url).pathname;
    const refused = await json('publish', article, '--keys', keys, '--out', at('out'));
    expect(refused).toMatchObject({ code: 1, json: { error: { kind: 'not-a-motion' } } });
    expect(existsSync(at('out'))).toBe(false);
  });
});

describe('rostrum verify --state', () => {
  it('accepts the first, notes the same, refuses an older and another of the same number', async () => {
    const state = at('state.json');
    const [one, two, other] = [at('1.rostrum'), at('2.rostrum'), at('other.rostrum')];
    await run('publish', lamps(), '--keys', keys, '--single-file', one);
    cpSync(one, two);
    cpSync(one, other);
    await run('publish', lamps('wait'), '--keys', keys, '--single-file', two);
    await run('publish', lamps('despair'), '--keys', keys, '--single-file', other);
    expect((await json('verify', one, '--state', state)).json).toMatchObject({ version: 1, notes: [] });
    expect((await json('verify', one, '--state', state)).json).toMatchObject({ trusted: true, notes: ['S07'] });
    expect((await json('verify', two, '--state', state)).json).toMatchObject({ trusted: true, version: 2, notes: [] });
    const before = readFileSync(state, 'utf8');
    expect(await json('verify', one, '--state', state)).toMatchObject({ code: 1, json: { error: { kind: 'S06' } } });
    expect(await json('verify', other, '--state', state)).toMatchObject({ code: 1, json: { error: { kind: 'S08' } } });
    expect(readFileSync(state, 'utf8')).toBe(before);
  });

  it('makes no state from what it refuses', async () => {
    expect(await json('verify', lamps(), '--state', at('state.json'))).toMatchObject({
      code: 1,
      json: { error: { kind: 'S01' } },
    });
    expect(existsSync(at('state.json'))).toBe(false);
  });

  it('refuses a state that is none', async () => {
    writeFileSync(at('state.json'), '{"v":1}');
    const file = at('1.rostrum');
    await run('publish', lamps(), '--keys', keys, '--single-file', file);
    expect((await json('verify', file, '--state', at('state.json'))).json.error.kind).toBe('damaged-state');
  });
});

describe('rostrum verify URL', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  it('reads what is published there, by address, by conference, or as one file', async () => {
    const file = at('out', 'agenda.rostrum');
    await run('publish', lamps(), '--keys', keys, '--out', at('out'));
    await run('publish', lamps(), '--keys', keys, '--single-file', file);
    server = createServer((request, response) => {
      const path = at('out', request.url ?? '');
      if (!existsSync(path) || statSync(path).isDirectory()) response.writeHead(404).end();
      else response.end(readFileSync(path));
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const listening = server.address();
    const address = `http://127.0.0.1:${typeof listening === 'object' ? listening?.port : ''}`;
    expect((await json('verify', address)).json).toMatchObject({ accepted: true, trusted: false, conference });
    expect((await json('verify', address, '--conference', conference)).json).toMatchObject({ trusted: true });
    expect((await json('verify', `${address}/${conference}/`)).json).toMatchObject({ version: 1 });
    expect((await json('verify', `${address}/agenda.rostrum`)).json).toMatchObject({ version: 1 });
    const other = `c${'a'.repeat(26)}`;
    expect((await json('verify', address, '--conference', other)).json.error.kind).toBe('S24');
    expect((await json('verify', 'http://papers.example/')).json.error.kind).toBe('S24');
  });
});
