import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listAppFiles } from '../electron/keep/app-files';
import { openDesktopHost } from '../electron/keep/desktop-host';
import { connectLoopback, type PageWindow } from '../renderer/app/loopback-desktop';
import { fail } from '../shared/result';
import { serveLoopback, type Loopback } from './loopback-server';

const token = 'a-token-that-only-the-page-knows';

async function host(): Promise<Loopback & { readonly again: () => ReturnType<typeof serveLoopback> }> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-test-'));
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Rostrum</title>');
  writeFileSync(join(page, 'assets', 'main-1a2b.js'), 'document.title');
  writeFileSync(join(folder, 'secret.txt'), 'private');
  const opened = await openDesktopHost({
    folder: join(folder, 'data'),
    appVersion: '0.1.0',
    now: () => 1_760_000_000_000,
    newId: randomUUID,
    fetch: globalThis.fetch,
    shell: {
      shell: 'browser',
      lacks: ['save-dialog'],
      saveFile: async () => fail({ kind: 'use-download' }),
      printPdf: async () => fail({ kind: 'no-printer' }),
      takeOpenedFiles: async () => [],
      openExternal: async () => fail({ kind: 'refused' }),
    },
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  const options = {
    token,
    files: await listAppFiles(page),
    api: opened.value.api,
    report: (error: unknown) => {
      throw error;
    },
  };
  const loopback = await serveLoopback({ ...options, port: 0 });
  if (!loopback.ok) throw new Error(loopback.error.kind);
  onTestFinished(async () => {
    await loopback.value.close();
    await opened.value.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { port } = loopback.value;
  return { ...loopback.value, again: () => serveLoopback({ ...options, port }) };
}

type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};

/** A request exactly as written: `fetch` would correct paths and refuse headers. */
async function send(port: number, { method = 'GET', path = '/', headers = {}, body = '' }: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (slice: string) => {
        text += slice;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

const apiHeaders = { 'content-type': 'application/json', 'x-rostrum-token': token };
const describeShell: Sent = { method: 'POST', path: '/api/describeShell', headers: apiHeaders, body: '{}' };

describe('the page', () => {
  it('is served with every security header', async () => {
    const { port } = await host();
    const page = await send(port, { path: `/?token=${token}` });
    expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>Rostrum</title>' });
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
    const policy = String(page.headers['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('has its built files, and lets the browser keep them', async () => {
    const { port } = await host();
    const script = await send(port, { path: '/assets/main-1a2b.js' });
    expect(script).toMatchObject({ status: 200, body: 'document.title' });
    expect(script.headers['cache-control']).toContain('immutable');
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/secret.txt',
    '/assets',
    '/assets/',
    '/assets/main-1a2b.js?x',
    '/assets/main-1a2b.js%00',
    '/etc/passwd',
    'http://127.0.0.1/',
  ])('has nothing at %s', async (path) => {
    const { port } = await host();
    expect(await send(port, { path })).toMatchObject({ status: 404, body: 'Not found\n' });
  });

  it('is only read', async () => {
    const { port } = await host();
    expect((await send(port, { method: 'PUT' })).status).toBe(405);
    expect(await send(port, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });
});

describe('the guard', () => {
  it.each(['rebound.example', 'localhost:4177', '127.0.0.1', '127.0.0.1:1', '[::1]:4177'])(
    'refuses a request for the host “%s”, page and contract alike',
    async (name) => {
      const { port } = await host();
      const headers = { ...apiHeaders, host: name };
      expect((await send(port, { headers })).status).toBe(403);
      expect((await send(port, { ...describeShell, headers })).status).toBe(403);
    },
  );

  it.each(['http://rebound.example', 'null', 'http://localhost:4177', 'https://127.0.0.1', 'file://'])(
    'refuses a request from the page of %s',
    async (origin) => {
      const { port } = await host();
      const answer = await send(port, { ...describeShell, headers: { ...apiHeaders, origin } });
      expect(answer).toMatchObject({ status: 403, body: 'Refused\n' });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it.each([{}, { 'x-rostrum-token': '' }, { 'x-rostrum-token': `${token} x` }, { 'x-rostrum-token': token.slice(1) }])(
    'refuses the contract to a request with %j',
    async (given) => {
      const { port } = await host();
      const headers = { 'content-type': 'application/json', ...given };
      expect(await send(port, { ...describeShell, headers })).toMatchObject({ status: 403, body: 'Refused\n' });
    },
  );

  it('does not take the token from the address', async () => {
    const { port } = await host();
    const headers = { 'content-type': 'application/json' };
    const path = `/api/describeShell?token=${token}`;
    expect((await send(port, { ...describeShell, path, headers })).status).toBe(403);
  });

  it('answers its own page', async () => {
    const { port } = await host();
    const headers = { ...apiHeaders, origin: `http://127.0.0.1:${port}` };
    expect((await send(port, { ...describeShell, headers })).status).toBe(200);
  });
});

describe('the contract', () => {
  it.each(['describeshell', 'constructor', '__proto__', 'toString', '', 'describeShell/', 'readFile'])(
    'has no request “%s”',
    async (name) => {
      const { port } = await host();
      expect(await send(port, { ...describeShell, path: `/api/${name}` })).toMatchObject({ status: 404 });
    },
  );

  it('is reached by POST of JSON only', async () => {
    const { port } = await host();
    expect((await send(port, { ...describeShell, method: 'GET', body: '' })).status).toBe(405);
    const headers = { ...apiHeaders, 'content-type': 'text/plain' };
    expect((await send(port, { ...describeShell, headers })).status).toBe(415);
  });

  it.each(['', '{', '"\u0000', '{"store": "own", "name": "a.txt", "bytes": {"$bytes": "%%"}}'])(
    'refuses the body %j',
    async (body) => {
      const { port } = await host();
      const answer = await send(port, { ...describeShell, path: '/api/keepOriginal', body });
      expect(answer).toMatchObject({ status: 400, body: '{"ok":false,"error":{"kind":"refused"}}' });
    },
  );

  it('refuses arguments that do not fit', async () => {
    const { port } = await host();
    const body = JSON.stringify({ store: '../own', from: 0, limit: 1 });
    const answer = await send(port, { ...describeShell, path: '/api/readJournal', body });
    expect(answer).toMatchObject({ status: 200, body: '{"ok":false,"error":{"kind":"refused"}}' });
  });

  it('refuses a body over the cap, whether or not its length was announced', async () => {
    const { port } = await host();
    const body = ' '.repeat(64 * 1024 + 1);
    const answer = { status: 413, body: '{"ok":false,"error":{"kind":"too-large","limit":65536}}' };
    expect(await send(port, { ...describeShell, body })).toMatchObject(answer);
    const headers = { ...apiHeaders, 'transfer-encoding': 'chunked' };
    expect(await send(port, { ...describeShell, headers, body })).toMatchObject(answer);
  });

  it('survives a connection that ends in the middle of a body', async () => {
    const { port } = await host();
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST /api/keepOriginal HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Rostrum-Token: ${token}\r\n` +
            'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"store"',
          () => socket.destroy(),
        );
      });
      socket.once('close', () => resolve());
    });
    expect((await send(port, describeShell)).status).toBe(200);
  });
});

/** What the adapter needs of a window, as the tab of a browser has it. */
function tab(address: string, stored: ReadonlyMap<string, string> = new Map()) {
  const storage = new Map(stored);
  let href = address;
  const opened: string[] = [];
  const page: PageWindow = {
    get location() {
      return { href };
    },
    history: {
      state: null,
      replaceState: (_state, _unused, url) => {
        href = url.href;
      },
    },
    sessionStorage: {
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => {
        storage.set(key, value);
      },
    },
    fetch: (path, init) => fetch(new URL(path, href), init),
    confirm: (question) => question === 'Open example.org outside Rostrum?',
    open: (target) => opened.push(target),
  };
  return { page, storage, opened, address: () => href };
}

describe('the page’s side', () => {
  it('takes the token out of the address, and finds it again after a reload', async () => {
    const { address } = await host();
    const first = tab(`${address}#/motion/m1`);
    expect((await connectLoopback(first.page)).ok).toBe(true);
    expect(first.address()).toBe(`${new URL(address).origin}/#/motion/m1`);
    expect((await connectLoopback(tab(first.address(), first.storage).page)).ok).toBe(true);
  });

  it('has no key without one', async () => {
    const { address } = await host();
    const connected = await connectLoopback(tab(new URL(address).origin).page);
    expect(connected).toEqual({ ok: false, error: { kind: 'no-key' } });
  });

  it('keeps a paper and has it back byte for byte', async () => {
    const { address } = await host();
    const connected = await connectLoopback(tab(address).page);
    if (!connected.ok) throw new Error(connected.error.kind);
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 256);
    const kept = await connected.value.keepOriginal({ store: 'own', name: 'motion 12.txt', bytes });
    if (!kept.ok) throw new Error(kept.error.kind);
    const read = await connected.value.readOriginal({ store: 'own', sha256: kept.value.sha256 });
    expect(read).toEqual({ ok: true, value: { name: 'motion 12.txt', bytes } });
  });

  it('journals deeds and reads them again', async () => {
    const { address } = await host();
    const connected = await connectLoopback(tab(address).page);
    if (!connected.ok) throw new Error(connected.error.kind);
    const deed = { stream: 'self', t: 'note.set', id: 'n1', f: 'text', val: { $bytes: 'AAAA' } } as const;
    expect((await connected.value.appendToJournal({ store: 'own', deeds: [deed] })).ok).toBe(true);
    const page = await connected.value.readJournal({ store: 'own', from: 0, limit: 10 });
    expect(page).toMatchObject({ ok: true, value: { total: 1, entries: [{ ...deed, seq: 1 }] } });
  });

  it('leaves saving to the browser', async () => {
    const { address } = await host();
    const connected = await connectLoopback(tab(address).page);
    if (!connected.ok) throw new Error(connected.error.kind);
    const saved = await connected.value.saveFile({ suggestedName: 'report.md', bytes: new Uint8Array() });
    expect(saved).toEqual({ ok: false, error: { kind: 'use-download' } });
  });

  it.each([
    ['https://example.org/motions?year=2026', { ok: true, value: { opened: true } }],
    ['https://elsewhere.example/', { ok: false, error: { kind: 'cancelled' } }],
    ['https://example.org@elsewhere.example/', { ok: false, error: { kind: 'address-refused' } }],
    ['javascript:alert(1)', { ok: false, error: { kind: 'address-refused' } }],
    ['file:///etc/passwd', { ok: false, error: { kind: 'address-refused' } }],
    ['http://example.org/', { ok: false, error: { kind: 'address-refused' } }],
  ])('opens %s in another tab only when it may and the delegate agrees', async (url, answer) => {
    const { address } = await host();
    const { page, opened } = tab(address);
    const connected = await connectLoopback(page);
    if (!connected.ok) throw new Error(connected.error.kind);
    expect(await connected.value.openExternal({ url })).toEqual(answer);
    expect(opened).toEqual(answer.ok ? [url] : []);
  });

  it('says by name that its host has ended, or was started anew with another token', async () => {
    const { address, close } = await host();
    const stale = tab(address.replace(/token=.*/, 'token=of-yesterday'));
    expect(await connectLoopback(stale.page)).toEqual({ ok: false, error: { kind: 'host-gone' } });
    const connected = await connectLoopback(tab(address).page);
    if (!connected.ok) throw new Error(connected.error.kind);
    await close();
    const page = await connected.value.readJournal({ store: 'own', from: 0, limit: 10 });
    expect(page).toEqual({ ok: false, error: { kind: 'host-gone' } });
  });
});

it('a port that is taken is refused by name', async () => {
  const { again } = await host();
  expect(await again()).toEqual({ ok: false, error: { kind: 'port-taken' } });
});
