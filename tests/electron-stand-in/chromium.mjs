// Debian's Chromium as the renderer of the windows, driven over its DevTools pipe.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';

const candidates = [
  process.env.CHROMIUM_BIN,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The one proxy that an app may ask for: it keeps WebRTC from the network. */
export const proxyToNowhere = 'http://0.0.0.0:1';

const switches = [
  '--headless',
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-sandbox',
  '--block-new-web-contents',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  `--proxy-server=${proxyToNowhere}`,
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/**
 * Starts Chromium with `userData` as its profile. `send(method, params, session?)` answers the result or rejects;
 * `on(method, listener)` hears `(params, session)`; `close` lets it finish its files, `kill` does not.
 */
export async function startChromium(userData) {
  const executable = candidates.find((path) => path !== undefined && existsSync(path));
  if (executable === undefined)
    throw new Error('No Chromium on this computer: install the package chromium-headless-shell');
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  const child = spawn(executable, [...switches, `--user-data-dir=${userData}`], {
    // Its own process group: Debian's starter is a script, and both are to be killed.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  // For tests that end everything at once, as a power cut would.
  process.env.STAND_IN_CHROMIUM_GROUP = String(child.pid);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const address = await devToolsAddress(child.stderr);
  const { send, on } = openPipe(child.stdio[3], child.stdio[4]);
  return {
    address,
    send,
    on,
    kill: () => process.kill(-child.pid, 'SIGKILL'),
    close: async () => {
      await Promise.race([send('Browser.close').catch(() => undefined), exited]);
      await exited;
    },
  };
}

function devToolsAddress(stderr) {
  return new Promise((resolve, reject) => {
    let text = '';
    stderr.on('data', (data) => {
      text += data;
      const match = /DevTools listening on (ws:\/\/\S+)/.exec(text);
      if (match !== null) resolve(match[1]);
    });
    stderr.on('end', () => reject(new Error(`Chromium did not start: ${text.slice(-2000)}`)));
  });
}

function openPipe(writing, reading) {
  const waiting = new Map();
  const listeners = new Map();
  let lastId = 0;
  let pieces = [];
  const receive = (text) => {
    const { id, method, params, sessionId, result, error } = JSON.parse(text);
    if (id === undefined) {
      for (const listener of listeners.get(method) ?? []) listener(params, sessionId);
      return;
    }
    const { resolve, reject, asked } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(`${asked}: ${error.message}`));
  };
  reading.on('data', (data) => {
    let start = 0;
    for (let end = data.indexOf(0); end !== -1; end = data.indexOf(0, start)) {
      receive(Buffer.concat([...pieces, data.subarray(start, end)]).toString('utf8'));
      pieces = [];
      start = end + 1;
    }
    if (start < data.length) pieces.push(data.subarray(start));
  });
  writing.on('error', () => undefined);
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject, asked: method });
        writing.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      }),
    on: (method, listener) => listeners.set(method, [...(listeners.get(method) ?? []), listener]),
  };
}
