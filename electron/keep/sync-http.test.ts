// Against real servers: lighttpd and nginx as Debian has them, and bare sockets for what no decent server does.

import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FetchFailure } from '../../shared/desktop-contract';
import { fail, succeed } from '../../shared/result';
import { syncHttp, type KeptObjects, type SyncHttp } from './sync-http';

const conference = `c${'b'.repeat(26)}`;
const stored = new Uint8Array(gzipSync('{"v":1}'.repeat(2000)));
const sha256 = createHash('sha256').update(stored).digest('hex');
const head = `{"payloadType":"x","payload":"${'A'.repeat(400)}","signatures":[]}`;

/** Objects kept in memory. */
function memory(): KeptObjects & { readonly objects: Map<string, Uint8Array> } {
  const objects = new Map<string, Uint8Array>();
  return {
    objects,
    read: async (name) => objects.get(name.sha256),
    keep: async (name, bytes) => succeed(objects.set(name.sha256, bytes)),
  };
}

function http(kept: KeptObjects = memory()): SyncHttp {
  return syncHttp({ fetch: globalThis.fetch, kept, idleMilliseconds: 300, totalMilliseconds: 1500 });
}

const failed = (error: FetchFailure): object => ({ ok: false, error });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilAnswering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no server at ${url}`);
}

/** Each server: its program, and its configuration for a folder to serve, a port, and a folder of its own. */
const servers = [
  {
    program: '/usr/sbin/lighttpd',
    configuration: (root: string, port: number, own: string) =>
      `server.document-root = "${root}"\nserver.port = ${port}\nserver.bind = "127.0.0.1"\n` +
      `server.modules = ("mod_access", "mod_redirect", "mod_deflate")\n` +
      `mimetype.assign = (".json" => "application/json", ".html" => "text/html", "" => "application/octet-stream")\n` +
      `deflate.mimetypes = ("application/json")\ndeflate.cache-dir = "${own}"\n` +
      `url.access-deny = ("secret.json")\n` +
      `url.redirect = ("^/moved/(.*)" => "/$1", "^/away/(.*)" => "http://localhost:${port}/$1", "^/round/(.*)" => "/round/$1")\n`,
    argumentsFor: (file: string) => ['-D', '-f', file],
  },
  {
    program: '/usr/sbin/nginx',
    configuration: (root: string, port: number, own: string) =>
      `daemon off; pid ${own}/pid; error_log ${own}/error.log; events {}\nhttp { access_log off;\n` +
      ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((each) => `${each}_temp_path ${own}/${each};\n`)
        .join('') +
      `types { application/json json; text/html html; } default_type application/octet-stream;\n` +
      `gzip on; gzip_types application/json; gzip_min_length 1;\n` +
      `server { listen 127.0.0.1:${port}; root ${root};\n` +
      `location ~ ^/moved/(.*) { return 302 /$1; }\nlocation ~ ^/away/(.*) { return 302 http://localhost:${port}/$1; }\n` +
      `location ~ ^/round/ { return 302 $request_uri; }\nlocation ~ secret.json { return 403; } } }\n`,
    argumentsFor: (file: string) => ['-c', file],
  },
] as const;

describe.for(servers)('from $program', ({ program, configuration, argumentsFor }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-sync-'));
  let server: ChildProcess | undefined;
  let address = '';

  beforeAll(async () => {
    expect(existsSync(program), `${program} is installed (Debian packages lighttpd, nginx)`).toBe(true);
    const root = join(folder, 'site');
    const own = join(folder, 'own');
    for (const path of [own, join(root, conference, 'o'), join(root, conference, 'root')]) {
      mkdirSync(path, { recursive: true });
    }
    chmodSync(folder, 0o755);
    writeFileSync(join(root, 'conferences.json'), JSON.stringify([conference]));
    writeFileSync(join(root, conference, 'head.json'), head);
    writeFileSync(join(root, conference, 'root', '1.json'), head);
    writeFileSync(join(root, conference, 'root', '3.json'), 'x'.repeat(70_000));
    writeFileSync(join(root, conference, 'o', sha256), stored);
    writeFileSync(join(root, conference, 'o', 'd'.repeat(64)), stored);
    const port = await freePort();
    const file = join(own, 'server.conf');
    writeFileSync(file, configuration(root, port, own));
    server = spawn(program, argumentsFor(file), { stdio: 'ignore' });
    address = `http://127.0.0.1:${port}`;
    await untilAnswering(`${address}/conferences.json`);
  });

  afterAll(() => {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('conferences, head and root come as they are, though the server compresses them on the way', async () => {
    const { fetchConferences, fetchHead, fetchRoot } = http();
    expect(Buffer.from(await unwrap(fetchConferences({ address }))).toString()).toBe(JSON.stringify([conference]));
    expect(Buffer.from(await unwrap(fetchHead({ address, conference }))).toString()).toBe(head);
    expect(Buffer.from(await unwrap(fetchRoot({ address, conference, version: 1 }))).toString()).toBe(head);
  });

  it('a root that is not there is not found', async () => {
    expect(await http().fetchRoot({ address, conference, version: 2 })).toEqual(failed({ kind: 'not-found' }));
  });

  it('a root above 64 KiB is too large', async () => {
    expect(await http().fetchRoot({ address, conference, version: 3 })).toEqual(
      failed({ kind: 'too-large', limit: 65_536 }),
    );
  });

  it('an object comes byte for byte, is kept, and is not fetched again', async () => {
    const kept = memory();
    const object = { store: 'own', address, conference, sha256, size: stored.length } as const;
    expect(await unwrap(http(kept).fetchObject(object))).toEqual(stored);
    expect(kept.objects.get(sha256)).toEqual(stored);
    const nowhere = syncHttp({ kept, fetch: async () => Promise.reject(new Error('the network was asked')) });
    expect(await unwrap(nowhere.fetchObject(object))).toEqual(stored);
  });

  it('an object that was damaged where it is kept is fetched again', async () => {
    const kept = memory();
    kept.objects.set(sha256, stored.with(20, 0));
    const object = { store: 'own', address, conference, sha256, size: stored.length } as const;
    expect(await unwrap(http(kept).fetchObject(object))).toEqual(stored);
    expect(kept.objects.get(sha256)).toEqual(stored);
  });

  it('an object under another’s name is refused and not kept', async () => {
    const kept = memory();
    const object = { store: 'own', address, conference, sha256: 'd'.repeat(64), size: stored.length } as const;
    expect(await http(kept).fetchObject(object)).toEqual(failed({ kind: 'hash-mismatch' }));
    expect(kept.objects.size).toBe(0);
  });

  it('an object longer or shorter than was signed is refused', async () => {
    const object = { store: 'own', address, conference, sha256 } as const;
    expect(await http().fetchObject({ ...object, size: stored.length - 1 })).toEqual(failed({ kind: 'hash-mismatch' }));
    expect(await http().fetchObject({ ...object, size: stored.length + 1 })).toEqual(failed({ kind: 'cut-short' }));
  });

  it('a redirect on the same host is followed, one to another host or round in a circle is not', async () => {
    const { fetchHead } = http();
    expect((await fetchHead({ address: `${address}/moved`, conference })).ok).toBe(true);
    expect(await fetchHead({ address: `${address}/away`, conference })).toEqual(failed({ kind: 'sign-in-page' }));
    expect(await fetchHead({ address: `${address}/round`, conference })).toMatchObject({ ok: false });
  });
});

async function unwrap<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: FetchFailure }>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('from a server that misbehaves', () => {
  let server: Server | undefined;
  const sockets = new Set<Socket>();

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server?.close(resolve));
  });

  /** A server that says exactly this to whoever asks. */
  async function saying(speak: (socket: Socket) => void): Promise<string> {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('data', () => speak(socket));
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  const ok =
    (headers: string, body = ''): ((socket: Socket) => void) =>
    (socket) =>
      void socket.end(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n${body}`);

  const cases: readonly (readonly [string, (socket: Socket) => void, FetchFailure])[] = [
    ['a page instead of a file', ok('content-type: text/html', '<html>'), { kind: 'sign-in-page' }],
    [
      'a page that claims to be JSON',
      ok('content-type: application/json', '<!doctype html>'),
      { kind: 'sign-in-page' },
    ],
    ['511: sign in first', (socket) => socket.end('HTTP/1.1 511 Sign in\r\n\r\n'), { kind: 'sign-in-page' }],
    ['a promise of 1 GB', ok('content-length: 1000000000', 'x'), { kind: 'too-large', limit: 16_384 }],
    [
      'more than a head may have, unannounced',
      ok('connection: close', 'x'.repeat(20_000)),
      { kind: 'too-large', limit: 16_384 },
    ],
    ['half of what was promised', ok('content-length: 100', 'x'.repeat(50)), { kind: 'cut-short' }],
    ['401', (socket) => socket.end('HTTP/1.1 401 No\r\n\r\n'), { kind: 'not-allowed', status: 401 }],
    ['403', (socket) => socket.end('HTTP/1.1 403 No\r\n\r\n'), { kind: 'not-allowed', status: 403 }],
    ['410', (socket) => socket.end('HTTP/1.1 410 Gone\r\n\r\n'), { kind: 'not-found' }],
    ['500', (socket) => socket.end('HTTP/1.1 500 Oh\r\n\r\n'), { kind: 'server-trouble', status: 500 }],
    ['206 unasked', (socket) => socket.end('HTTP/1.1 206 Part\r\n\r\nx'), { kind: 'server-trouble', status: 206 }],
    [
      'a redirect to http elsewhere',
      (socket) => socket.end('HTTP/1.1 302 Go\r\nlocation: http://papers.example/\r\n\r\n'),
      { kind: 'sign-in-page' },
    ],
    [
      'a redirect to a file',
      (socket) => socket.end('HTTP/1.1 302 Go\r\nlocation: file:///etc/passwd\r\n\r\n'),
      { kind: 'sign-in-page' },
    ],
    ['nothing at all', () => undefined, { kind: 'timed-out' }],
    ['no HTTP', (socket) => socket.end('SSH-2.0-x\r\n'), { kind: 'offline' }],
    [
      'a beginning, then nothing',
      (socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nxx'),
      { kind: 'timed-out' },
    ],
  ];
  it.each(cases)('%s', async (_name, speak, failure) => {
    const address = await saying(speak);
    expect(await http().fetchHead({ address, conference })).toEqual(failed(failure));
  });

  it('a connection kept from the last request, and closed as the next one comes, is no reason to be offline', async () => {
    let connections = 0;
    const address = await saying((socket) => {
      connections += 1;
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${head.length}\r\n\r\n${head}`);
      socket.once('data', () => socket.resetAndDestroy());
    });
    const asked = http();
    const first = await asked.fetchHead({ address, conference });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = await asked.fetchHead({ address, conference });
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(connections).toBe(2);
  });

  it('a slow drip is given up in the end', async () => {
    const address = await saying((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 100);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await http().fetchHead({ address, conference })).toEqual(failed({ kind: 'timed-out' }));
  });

  it('a body without an end stops at the cap', async () => {
    let sent = 0;
    const address = await saying((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      const flood = (): void => {
        while (!socket.destroyed && socket.write(`1000\r\n${'x'.repeat(4096)}\r\n`)) sent += 4096;
      };
      socket.on('drain', flood);
      flood();
    });
    expect(await http().fetchHead({ address, conference })).toEqual(failed({ kind: 'too-large', limit: 16_384 }));
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('a bomb in the transport’s compression stops at the cap', async () => {
    const bomb = gzipSync(new Uint8Array(64 * 1024 * 1024));
    const address = await saying((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`);
      socket.end(bomb);
    });
    expect(await http().fetchHead({ address, conference })).toEqual(failed({ kind: 'too-large', limit: 16_384 }));
  });
});

it('no server is offline, and an address in the clear is not asked', async () => {
  const port = await freePort();
  expect(await http().fetchHead({ address: `http://127.0.0.1:${port}`, conference })).toEqual(
    failed({ kind: 'offline' }),
  );
  const asked = syncHttp({ kept: memory(), fetch: async () => Promise.reject(new Error('the network was asked')) });
  expect(await asked.fetchHead({ address: 'http://papers.example', conference })).toEqual(
    failed({ kind: 'address-refused' }),
  );
});

it('an object that cannot be kept is not handed over as if it were', async () => {
  const full: KeptObjects = { read: async () => undefined, keep: async () => fail({ kind: 'disk-full' }) };
  const answering = syncHttp({ kept: full, fetch: async () => new Response(Buffer.from(stored)) });
  const object = { store: 'own', address: 'https://papers.example', conference, sha256, size: stored.length } as const;
  expect(await answering.fetchObject(object)).toEqual(failed({ kind: 'disk-full' }));
});
