// What a page cannot do, tried from the page of the running app; and what the doorkeeper does for it.

import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItem } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesktopHost } from '../../electron/keep/desktop-host';
import { desktopRequests, type DesktopEvent } from '../../shared/desktop-contract';
import { fail } from '../../shared/result';
import { launchRostrum, type RunningRostrum } from '../electron-stand-in/launch';

const root = join(import.meta.dirname, '../..');
let scratch = '';
let dataFolder = '';
let rostrum: RunningRostrum;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'doorkeeper-'));
  dataFolder = join(scratch, 'data');
  rostrum = await launchRostrum({ dataFolder });
});

afterAll(async () => {
  await rostrum.close();
  await rm(scratch, { recursive: true, force: true });
});

/** Counts whoever knocks at this computer: connections by TCP and packets by UDP. */
async function listenForVisitors(): Promise<{ tcp: number; udp: number; visits: () => number; close: () => void }> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  const socket = createSocket('udp4', () => {
    visits += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', () => resolve()));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = (): void => {
    server.close();
    socket.close();
  };
  return { tcp: address.port, udp: socket.address().port, visits: () => visits, close };
}

/** Begins to listen in the page; the answer waits for the first event, and gives all that the listener was given. */
async function listenInPage(): Promise<() => Promise<unknown>> {
  const { page } = rostrum;
  await page.evaluate(() => {
    const next = new Promise((resolve) => {
      const stop = window.rostrum?.listen((...given: readonly DesktopEvent[]) => {
        stop?.();
        resolve(given);
      });
    });
    Reflect.set(window, 'nextEvent', () => next);
  });
  return async () => page.evaluate(async (): Promise<unknown> => Reflect.get(window, 'nextEvent')());
}

describe('the page', () => {
  it('has the requests of the contract, one way to listen, and nothing else of Electron', async () => {
    const found = await rostrum.page.evaluate(() => ({
      names: Object.keys(window.rostrum ?? {}),
      isFrozen: Object.isFrozen(window.rostrum),
      others: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
    }));
    expect(found).toEqual({ names: [...Object.keys(desktopRequests), 'listen'], isFrozen: true, others: [] });
  });

  it('cannot leave the app, nor open another window', async () => {
    const { page, app } = rostrum;
    const before = page.url();
    await page.evaluate(async () => {
      const wait = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));
      window.open('https://evil.example/');
      location.href = 'https://evil.example/';
      await wait();
      const link = Object.assign(document.createElement('a'), { href: 'https://evil.example/', target: '_blank' });
      document.body.append(link);
      link.click();
      const form = Object.assign(document.createElement('form'), { action: 'https://evil.example/', method: 'post' });
      document.body.append(form);
      form.submit();
      const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh' });
      refresh.content = '0;url=https://evil.example/';
      document.head.append(refresh);
      const frame = Object.assign(document.createElement('iframe'), { src: 'https://evil.example/' });
      document.body.append(frame);
      await wait();
      for (const added of [link, form, refresh, frame]) added.remove();
    });
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    expect(app.windows()).toHaveLength(1);
  });

  it('reaches nobody, by whatever a browser has to reach somebody', async () => {
    const visitors = await listenForVisitors();
    await rostrum.page.evaluate(
      async ({ tcp, udp }) => {
        const host = `127.0.0.1:${tcp}`;
        const attempts: (() => unknown)[] = [
          async () => fetch(`http://${host}/`),
          async () => fetch(`http://${host}/`, { mode: 'no-cors', keepalive: true }),
          () => {
            const request = new XMLHttpRequest();
            request.open('GET', `http://${host}/`);
            request.send();
          },
          () => new WebSocket(`ws://${host}/`),
          () => new EventSource(`http://${host}/`),
          () => navigator.sendBeacon(`http://${host}/`, 'x'),
          () => Object.assign(new Image(), { src: `http://${host}/` }),
          () => document.body.style.setProperty('background-image', `url(http://${host}/)`),
          ...['prefetch', 'preconnect', 'dns-prefetch', 'stylesheet', 'icon', 'modulepreload'].map(
            (rel) => () =>
              document.head.append(Object.assign(document.createElement('link'), { rel, href: `http://${host}/` })),
          ),
          () => document.body.append(Object.assign(document.createElement('video'), { src: `http://${host}/` })),
          async () => {
            const connection = new RTCPeerConnection({
              iceServers: [
                { urls: `stun:127.0.0.1:${udp}` },
                { urls: `turn:${host}?transport=tcp`, username: 'x', credential: 'x' },
              ],
            });
            connection.createDataChannel('x');
            await connection.setLocalDescription(await connection.createOffer());
          },
        ];
        // Some throw, some reject, some fail in silence: what counts is that nobody came.
        await Promise.allSettled(attempts.map(async (attempt) => attempt()));
        await new Promise((resolve) => setTimeout(resolve, 1500));
        document.body.style.removeProperty('background-image');
      },
      { tcp: visitors.tcp, udp: visitors.udp },
    );
    expect(visitors.visits()).toBe(0);
    visitors.close();
  });

  it('is denied what it could ask of the computer', async () => {
    const states = await rostrum.page.evaluate(async () => {
      const names: readonly PermissionName[] = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  it('runs no script and no markup that it was not built with', async () => {
    const outcome = await rostrum.page.evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const inline = document.createElement('script');
      const attempts: (() => unknown)[] = [
        () => document.body.setAttribute('onclick', 'window.ran = true'),
        () => {
          document.body.innerHTML += '<img src=x onerror="window.ran = true">';
        },
        () => {
          inline.textContent = 'window.ran = true';
          document.body.append(inline);
        },
        () => new Worker('data:text/javascript,postMessage(1)'),
        async () => {
          const address = 'data:text/javascript,window.ran = true';
          return import(/* @vite-ignore */ address);
        },
      ];
      await Promise.allSettled(attempts.map(async (attempt) => attempt()));
      document.body.click();
      document.body.removeAttribute('onclick');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { ran: 'ran' in window, blocked: blocked.length };
    });
    expect(outcome.ran).toBe(false);
    expect(outcome.blocked).toBeGreaterThan(2);
  });

  it('cannot reach the bridge from a frame', async () => {
    const found = await rostrum.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const isThere = frame.contentWindow !== null && 'rostrum' in frame.contentWindow;
      frame.remove();
      return isThere;
    });
    expect(found).toBe(false);
  });

  it('cannot talk the bridge into anything by changing what the language is made of', async () => {
    const answers = await rostrum.page.evaluate(async () => {
      const list = Array.prototype;
      const kept = Object.getOwnPropertyDescriptor(list, 'map');
      Reflect.set(Object.prototype, 'store', 'sample');
      Reflect.set(list, 'map', () => []);
      const whole = window.rostrum?.readJournal({ store: 'own', from: 0, limit: 1 });
      const withoutStore = JSON.parse('{ "from": 0, "limit": 1 }');
      const inherited = window.rostrum?.readJournal(withoutStore);
      if (kept !== undefined) Reflect.defineProperty(list, 'map', kept);
      Reflect.deleteProperty(Object.prototype, 'store');
      return [(await whole)?.ok, await inherited];
    });
    expect(answers).toEqual([true, { ok: false, error: { kind: 'refused' } }]);
  });
});

describe('the doorkeeper', () => {
  it('hands a menu command to whoever listens, without any object of Electron', async () => {
    const { app } = rostrum;
    const heard = await listenInPage();
    await app.evaluate(({ Menu }) => {
      const find = (items: readonly MenuItem[]): MenuItem | undefined =>
        items.find((item) => item.label === '&Go To…') ??
        items
          .flatMap((item) => {
            const inside: unknown = item.submenu;
            return Array.isArray(inside) ? inside : (item.submenu?.items ?? []);
          })
          .find((item: MenuItem) => item.label === '&Go To…');
      find(Menu.getApplicationMenu()?.items ?? [])?.click();
    });
    expect(await heard()).toEqual([{ kind: 'menu', command: 'go-to' }]);
  });

  it('saves where the delegate says, under a name that is only a name', async () => {
    const target = join(scratch, 'report.md');
    await rostrum.app.evaluate(({ dialog }, filePath) => {
      Reflect.set(dialog, 'showSaveDialog', async (_window: unknown, options: { readonly defaultPath?: string }) => {
        process.env['SUGGESTED'] = options.defaultPath;
        return { canceled: false, filePath };
      });
    }, target);
    const saved = await rostrum.page.evaluate(async () =>
      window.rostrum?.saveFile({ suggestedName: '../../etc/cron.d/x.md', bytes: new TextEncoder().encode('# Report') }),
    );
    expect(saved).toEqual({ ok: true, value: { name: 'report.md' } });
    expect(await readFile(target, 'utf8')).toBe('# Report');
    expect(await rostrum.app.evaluate(() => process.env['SUGGESTED'])).toBe('etc cron.d x.md');
  });

  it('asks before an address leaves the app, and opens nothing when the answer is no', async () => {
    await rostrum.app.evaluate(({ dialog, shell }) => {
      process.env['OPENED'] = '';
      Reflect.set(shell, 'openExternal', async (url: string) => {
        process.env['OPENED'] += `${url} `;
      });
      Reflect.set(dialog, 'showMessageBox', async (_window: unknown, options: { readonly message: string }) => ({
        response: options.message.includes('good.example') ? 0 : 1,
      }));
    });
    const answers = await rostrum.page.evaluate(async () => [
      await window.rostrum?.openExternal({ url: 'https://good.example/a' }),
      await window.rostrum?.openExternal({ url: 'https://other.example/' }),
      await window.rostrum?.openExternal({ url: 'file:///etc/passwd' }),
    ]);
    expect(answers).toEqual([
      { ok: true, value: { opened: true } },
      { ok: false, error: { kind: 'cancelled' } },
      { ok: false, error: { kind: 'address-refused' } },
    ]);
    expect(await rostrum.app.evaluate(() => process.env['OPENED'])).toBe('https://good.example/a ');
  });

  it('prints a document as tagged PDF, running nothing in it and loading nothing for it', async () => {
    const visitors = await listenForVisitors();
    const pdf = await rostrum.page.evaluate(async (port) => {
      const answer = await window.rostrum?.printPdf({
        html: `<!doctype html><html lang="en"><title>Report</title><style>h1 { color: red }</style><h1>Motion 12</h1>
          <img src="http://127.0.0.1:${port}/a.png"><link rel="stylesheet" href="http://127.0.0.1:${port}/a.css">
          <script>location.href = 'http://127.0.0.1:${port}/'</script><iframe src="http://127.0.0.1:${port}/"></iframe>`,
      });
      return answer?.ok === true ? new TextDecoder('latin1').decode(answer.value) : answer;
    }, visitors.tcp);
    expect(pdf).toMatch(/^%PDF-/);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Outlines');
    expect(visitors.visits()).toBe(0);
    visitors.close();
    await expect.poll(() => rostrum.app.windows().length).toBe(1);
  });

  it('tells the page when a second start brings files, and starts no second app', async () => {
    const file = join(scratch, 'motion.txt');
    await writeFile(file, 'Mutuals and Co-ops');
    const heard = await listenInPage();
    const executable = process.env['ELECTRON_BIN'] ?? join(root, 'tests/electron-stand-in/electron');
    const words = [
      root,
      `--user-data-dir=${dataFolder}`,
      file,
      join(scratch, 'gone.pdf'),
      '--js-flags=x',
      '/etc/passwd',
    ];
    const second = spawn(executable, words, { stdio: 'ignore' });
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
    expect(await heard()).toEqual([{ kind: 'files-opened' }]);
  });

  it('lets no other process into the folder meanwhile', async () => {
    const opened = await openDesktopHost({
      folder: dataFolder,
      appVersion: '0.0.0',
      now: Date.now,
      newId: () => crypto.randomUUID(),
      fetch,
      shell: {
        shell: 'browser',
        lacks: [],
        saveFile: async () => fail({ kind: 'use-download' }),
        printPdf: async () => fail({ kind: 'no-printer' }),
        takeOpenedFiles: async () => [],
        openExternal: async () => fail({ kind: 'cancelled' }),
      },
    });
    expect(opened).toEqual({ ok: false, error: { kind: 'folder-in-use' } });
  });

  it('has on disk what it said is kept, when everything is killed the next moment', async () => {
    const folder = join(scratch, 'killed');
    const first = await launchRostrum({ dataFolder: folder });
    const kept = await first.page.evaluate(async () =>
      window.rostrum?.appendToJournal({
        store: 'own',
        deeds: [{ stream: 'self', t: 'tag.add', id: 'killed', val: { text: 'Ask about pensions' } }],
      }),
    );
    await first.kill();
    const second = await launchRostrum({ dataFolder: folder });
    const page = await second.page.evaluate(async () =>
      window.rostrum?.readJournal({ store: 'own', from: 0, limit: 9 }),
    );
    expect(kept?.ok).toBe(true);
    expect(page).toMatchObject({ ok: true, value: { total: 1, damaged: 0, entries: [{ id: 'killed' }] } });
    await second.close();
  });
});
