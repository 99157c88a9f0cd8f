// Real servers behind a bad line: uploads that are cut at every tenth, answers that get lost, and every status that a
// delegate meets. Nothing is lost, nothing is there twice, and nothing half of it is ever called sent.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pushFiles, type FilesToPush } from '../../electron/keep/push-files';
import type { PushPlace } from '../../electron/keep/push-place';
import { patientPlace } from '../../electron/keep/push-retry';
import { sha256Of } from '../../electron/keep/sha256';
import { webdavPlace } from '../../electron/keep/webdav';
import { password, serverKinds, startServer, user, type DavServer } from './dav-servers';
import { startProxy, type NastyProxy } from './nasty-proxy';

const network = { fetch: globalThis.fetch, idleMilliseconds: 2000, totalMilliseconds: 8000 };
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const done = { ok: true, value: undefined };
const options = { honoursIfMatch: false };

/** Large enough that an upload of it is cut in the middle, and not before the server sees any of it. */
const object = bytesOf(Array.from({ length: 30_000 }, (_, at) => `line ${at}`).join('\n'));

function files(number: number): FilesToPush & { readonly head: { readonly path: string; readonly bytes: Uint8Array } } {
  const mark = bytesOf(`object of ${number}`);
  return {
    immutable: [object, mark].map((bytes) => ({ path: `papers/o/${sha256Of(bytes)}`, bytes })),
    head: { path: 'papers/head.json', bytes: bytesOf(`{"version":${number},"note":"${'n'.repeat(3000)}"}`) },
  };
}

const answer = (status: string, headers = '', body = ''): string =>
  `HTTP/1.1 ${status}\r\nconnection: close\r\n${headers}content-length: ${body.length}\r\n\r\n${body}`;

describe.each(serverKinds)('$name', (kind) => {
  let server: DavServer;
  let proxy: NastyProxy;
  let corner = '';
  let count = 0;
  beforeAll(async () => {
    server = await startServer(kind);
    proxy = await startProxy(server.port);
  });
  afterAll(async () => {
    await proxy?.stop();
    await server?.stop();
  });
  beforeEach(async () => {
    count += 1;
    corner = join(server.folder, `c${count}`);
    proxy.spoil(() => undefined);
    expect(await pushFiles(place(), files(1), options)).toEqual(done);
  });

  const place = (attempts = 1, waits: number[] = [], patience = network): PushPlace => {
    const address = `http://127.0.0.1:${proxy.port}/c${count}`;
    const made = webdavPlace({
      address,
      user,
      password,
      network: patience,
      now: () => Date.parse('2027-05-02T12:00:00Z'),
    });
    if (!made.ok) throw new Error(made.error.kind);
    const sleep = async (wait: number): Promise<void> => void waits.push(wait);
    return patientPlace(made.value, { attempts, random: () => 0.5, sleep });
  };

  /** Waits for real, though not as long as it was told. */
  const placeThatWaits = (): PushPlace =>
    patientPlace(place(), {
      attempts: 5,
      random: Math.random,
      sleep: async () => new Promise((go) => setTimeout(go, 100)),
    });

  const whole = (number: number): void => {
    for (const { path, bytes } of [...files(number).immutable, files(number).head]) {
      expect(Buffer.compare(readFileSync(join(corner, path)), bytes), path).toBe(0);
    }
    expect(readdirSync(join(corner, 'papers')).sort()).toEqual(['head.json', 'o']);
  };

  it.each([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])(
    'an upload cut at %f: not sent, and the next push mends it',
    async (share) => {
      const next = files(2);
      for (const { path, bytes } of [...next.immutable, next.head]) {
        proxy.spoil((request) =>
          request.startsWith('PUT') && request.endsWith(path) ? { kind: 'cut', share } : undefined,
        );
        const cut = await pushFiles(place(), next, options);
        // rclone still holds the file of the upload before for a moment, and says that it is locked.
        if (!cut.ok) expect(['offline', 'timed-out', 'cut-short', 'locked']).toContain(cut.error.kind);
        if (cut.ok) expect(Buffer.compare(readFileSync(join(corner, path)), bytes)).toBe(0);
      }
      proxy.spoil(() => undefined);
      expect(await pushFiles(placeThatWaits(), next, options)).toEqual(done);
      whole(2);
    },
  );

  it('an answer that is lost makes nothing twice', async () => {
    proxy.spoil((request, before) => (request.startsWith('PUT') && before === 0 ? { kind: 'lose-answer' } : undefined));
    const waits: number[] = [];
    expect(await pushFiles(place(3, waits), files(2), options)).toEqual(done);
    expect(waits.length).toBeGreaterThan(0);
    whole(2);
    expect(readdirSync(join(corner, 'papers/o'))).toHaveLength(3);
  });

  it.each([
    ['401', answer('401 Unauthorized'), { kind: 'not-allowed', status: 401 }],
    ['403', answer('403 Forbidden'), { kind: 'not-allowed', status: 403 }],
    ['413', answer('413 Content Too Large'), { kind: 'folder-full', status: 413 }],
    ['507', answer('507 Insufficient Storage'), { kind: 'folder-full', status: 507 }],
    ['405', answer('405 Method Not Allowed'), { kind: 'server-trouble', status: 405 }],
    ['another host', answer('302 Found', 'location: http://localhost:1/login\r\n'), { kind: 'sign-in-page' }],
  ])('%s on a PUT: asked once, and the head stays', async (_, text, error) => {
    proxy.spoil((request) => (request.startsWith('PUT') ? { kind: 'answer', text } : undefined));
    const before = proxy.seen.length;
    const waits: number[] = [];
    expect(await pushFiles(place(5, waits), { ...files(2), immutable: [] }, options)).toEqual({ ok: false, error });
    expect(waits).toEqual([]);
    expect(proxy.seen.slice(before).filter((request) => request.startsWith('PUT'))).toHaveLength(1);
    whole(1);
  });

  it.each([
    ['423', answer('423 Locked'), [1000, 2000]],
    ['500', answer('500 Internal Server Error'), [1000, 2000]],
    ['502', answer('502 Bad Gateway', '', '<html>'), [1000, 2000]],
    ['503 with a wish', answer('503 Service Unavailable', 'retry-after: 7\r\n'), [7000, 7000]],
    [
      '429 with a moment',
      answer('429 Too Many Requests', 'retry-after: Sun, 02 May 2027 12:00:30 GMT\r\n'),
      [30_000, 30_000],
    ],
    ['a day to wait is five minutes', answer('503 Service Unavailable', 'retry-after: 86400\r\n'), [300_000, 300_000]],
    ['no answer at all', '', [1000, 2000]],
    ['half an answer', 'HTTP/1.1 201 Crea', [1000, 2000]],
  ])('%s on a PUT passes: asked again after a while', async (_, text, expected) => {
    proxy.spoil((request, before) => (request.startsWith('PUT') && before < 2 ? { kind: 'answer', text } : undefined));
    const waits: number[] = [];
    expect(await pushFiles(place(3, waits), { ...files(2), immutable: [] }, options)).toEqual(done);
    expect(waits).toEqual(expected);
  });

  it('a 412 for what is there whole is as good as written; for half of it, it is written over', async () => {
    const next = files(2);
    proxy.spoil((request, before) =>
      request.startsWith('PUT') && before === 0 && request.includes('/o/')
        ? { kind: 'answer', text: answer('412 Precondition Failed') }
        : undefined,
    );
    expect(await pushFiles(place(), next, options)).toEqual(done);
    whole(2);
  });

  it('a folder that has gone is made again, once', async () => {
    proxy.spoil((request, before) =>
      request.startsWith('PUT') && before === 0 ? { kind: 'answer', text: answer('409 Conflict') } : undefined,
    );
    expect(await pushFiles(place(), files(2), options)).toEqual(done);
    proxy.spoil((request) =>
      request.startsWith('PUT') ? { kind: 'answer', text: answer('409 Conflict') } : undefined,
    );
    expect(await pushFiles(place(), files(3), options)).toEqual({
      ok: false,
      error: { kind: 'server-trouble', status: 409 },
    });
    whole(2);
  });

  it('a page instead of a file, as hotels have it, is neither sent nor believed', async () => {
    const page = answer('200 OK', 'content-type: text/html\r\n', '<html>Welcome</html>');
    proxy.spoil(() => ({ kind: 'answer', text: page }));
    expect(await pushFiles(place(), files(2), options)).toEqual({ ok: false, error: { kind: 'sign-in-page' } });
    expect(await place().read('papers/head.json', 10_000)).toEqual({ ok: false, error: { kind: 'sign-in-page' } });
    proxy.spoil(() => undefined);
    whole(1);
  });

  it('a PUT that is answered well and does nothing is found out', async () => {
    proxy.spoil((request) => (request.startsWith('PUT') ? { kind: 'answer', text: answer('201 Created') } : undefined));
    expect(await pushFiles(place(), { ...files(2), immutable: [] }, options)).toEqual({
      ok: false,
      error: { kind: 'not-as-written', path: 'papers/head.json' },
    });
    whole(1);
  });

  it('a redirect on the same host is followed, password and all; to another host the password does not go', async () => {
    const start = proxy.seen.length;
    proxy.spoil((request, before) =>
      request.startsWith('PUT') && before === 0 && !request.endsWith('?again')
        ? { kind: 'answer', text: answer('307 Temporary Redirect', `location: ${request.split(' ')[1]}?again\r\n`) }
        : undefined,
    );
    expect(await pushFiles(place(), { ...files(2), immutable: [] }, options)).toEqual(done);
    expect(proxy.seen.slice(start).some((request) => request.endsWith('?again'))).toBe(true);
    const other = await startProxy(server.port);
    try {
      proxy.spoil(() => ({
        kind: 'answer',
        text: answer('307 Temporary Redirect', `location: http://localhost:${other.port}/x\r\n`),
      }));
      expect(await pushFiles(place(), files(3), options)).toEqual({ ok: false, error: { kind: 'sign-in-page' } });
      expect(other.seen).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  it.each([
    ['an upload', 'PUT', 'up'],
    ['what is read back', 'GET', 'down'],
  ] as const)(
    '%s that goes a byte at a time is left in the end, and the next push mends it',
    async (_, verb, direction) => {
      proxy.spoil((request) =>
        request.startsWith(verb) && request.endsWith('head.json') ? { kind: 'drip', direction } : undefined,
      );
      const hasty = place(1, [], { ...network, idleMilliseconds: 1000, totalMilliseconds: 2000 });
      expect(await pushFiles(hasty, files(2), options)).toEqual({ ok: false, error: { kind: 'timed-out' } });
      proxy.spoil(() => undefined);
      expect(await pushFiles(place(), files(2), options)).toEqual(done);
      whole(2);
    },
  );

  it('a server that says nothing for too long is left', async () => {
    proxy.spoil((request) =>
      request.startsWith('GET')
        ? { kind: 'answer', text: 'HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\n{' }
        : undefined,
    );
    const read = await place().read('papers/head.json', 10_000);
    expect(read).toMatchObject({ ok: false, error: { kind: 'cut-short' } });
  });
});
