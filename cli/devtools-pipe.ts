// A headless browser steered through the DevTools pipe: no port that another program could reach, no files.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';

type Fields = Readonly<Record<string, unknown>>;

/** A message of the DevTools protocol: an answer (with `id`) or an event (with `method`). */
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
};

export type BrowserPipe = {
  /** Sends one command, to the page of `session` when given, and answers its result. Rejects when it is refused. */
  readonly send: (method: string, params?: Fields, session?: string) => Promise<Fields>;
  /** Calls `listener` at every event of that name. */
  readonly on: (method: string, listener: (params: Fields) => void) => void;
  /** Ends the browser and removes its profile. */
  readonly close: () => Promise<void>;
};

const switches = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
];

/** A browser that was asked to close and has not is ended, milliseconds. */
const closingPatience = 3000;

/** Starts `browser` with an empty profile of its own. When it ends early, every command that waits is rejected. */
export async function openBrowserPipe(browser: string): Promise<BrowserPipe> {
  const profile = await mkdtemp(join(tmpdir(), 'rostrum-print-'));
  // Chromium refuses to run its sandbox as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(browser, [...switches, ...sandbox, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , commands, answers] = child.stdio;
  if (!(commands instanceof Writable)) throw new Error('the browser’s pipe cannot be written');
  const conversation = converse((text) => commands.write(`${text}\0`));
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve()).once('exit', () => resolve());
  });
  const onEnd = (): void => conversation.end();
  child.once('error', onEnd).once('exit', onEnd);
  commands.on('error', onEnd);
  answers?.on('data', conversation.receive);

  return {
    send: conversation.send,
    on: conversation.on,
    close: async () => {
      const overdue = setTimeout(() => child.kill('SIGKILL'), closingPatience);
      await Promise.allSettled([conversation.send('Browser.close'), ended]);
      clearTimeout(overdue);
      commands.destroy();
      answers?.destroy();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Numbers the commands, joins the slices of the answers, and hands each to whom it belongs. */
function converse(write: (text: string) => void) {
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, (params: Fields) => void>();
  let lastId = 0;
  let hasEnded = false;
  let slices: Buffer[] = [];

  const take = (text: string): void => {
    const message: Message = JSON.parse(text);
    if (message.id === undefined) {
      listeners.get(message.method ?? '')?.(message.params ?? {});
      return;
    }
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  };

  return {
    send: (method: string, params: Fields = {}, session?: string): Promise<Fields> =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const id = lastId;
        waiting.set(id, ({ result, error }) => {
          if (result === undefined) reject(new Error(`${method}: ${error?.message ?? 'no answer'}`));
          else resolve(result);
        });
        if (hasEnded) waiting.get(id)?.({ error: { message: 'the browser has ended' } });
        else write(JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) }));
      }),
    on: (method: string, listener: (params: Fields) => void): void => {
      listeners.set(method, listener);
    },
    receive: (slice: Buffer): void => {
      let start = 0;
      for (let zero = slice.indexOf(0); zero >= 0; zero = slice.indexOf(0, start)) {
        slices.push(slice.subarray(start, zero));
        take(Buffer.concat(slices).toString('utf8'));
        slices = [];
        start = zero + 1;
      }
      slices.push(slice.subarray(start));
    },
    end: (): void => {
      hasEnded = true;
      for (const answer of waiting.values()) answer({ error: { message: 'the browser has ended' } });
      waiting.clear();
    },
  };
}
