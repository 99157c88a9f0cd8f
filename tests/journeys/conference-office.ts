// The conference office at work: keys and papers made with the shipped command line, and its folder served to this
// computer alone by Debian's lighttpd.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const commandLine = join(import.meta.dirname, '../../dist/cli/rostrum.cjs');
const agenda = join(import.meta.dirname, 'agenda');

export const officeTitle = 'Union of Night Workers Conference 2027';

/** The papers of the two versions that the office publishes: in the second, motion 2 reads otherwise. */
const papersOf = {
  first: ['motion-1.txt', 'motion-2.txt', 'motion-3.txt'],
  second: ['motion-1.txt', 'motion-2-changed.txt', 'motion-3.txt'],
} as const;

export type PublishedVersion = {
  readonly version: number;
  /** The four words for the screen in the hall. */
  readonly words: string;
  /** The single-file bundle of this version. */
  readonly file: string;
};

export type ConferenceOffice = {
  /** The address to give to delegates. */
  readonly address: string;
  readonly publish: (which: keyof typeof papersOf, note?: string) => PublishedVersion;
  /** The folder of its keys, for its commands. */
  readonly keys: string;
  readonly close: () => Promise<void>;
};

/**
 * Founds an office in `folder` and opens its web server, with nothing published yet. `inbox`: where it tells delegates
 * to send to.
 */
export async function openOffice(folder: string, inbox?: string): Promise<ConferenceOffice> {
  const keys = makeKeys(folder, inbox);
  const site = join(folder, 'public');
  mkdirSync(site, { recursive: true });
  chmodSync(folder, 0o755);
  const server = await serve(site, folder);
  return {
    address: server.address,
    publish: (which, note) => publish({ keys, site, folder }, which, note),
    keys,
    close: server.close,
  };
}

/** A bundle of the same papers under the same title, from somebody who made keys of their own in `folder`. */
export function publishAsStranger(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return publish({ keys: makeKeys(folder), site: join(folder, 'public'), folder }, 'second').file;
}

/** A bundle that shows the office's own keys, while everything else in it is a stranger's and signed by the stranger. */
export function signedByOthers(file: string, strangers: string, forged: string): string {
  const { roots }: { roots: unknown } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(forged, JSON.stringify({ ...JSON.parse(readFileSync(strangers, 'utf8')), roots }));
  return forged;
}

/** `file` with one byte of the signed head's payload changed: still a bundle file, no longer what was signed. */
export function withOneByteChanged(file: string, changed: string): string {
  const text = readFileSync(file, 'utf8');
  const payload = text.indexOf('"payload":"', text.indexOf('"head"')) + '"payload":"'.length;
  const at = payload + 100;
  const other = text[at] === 'A' ? 'B' : 'A';
  writeFileSync(changed, text.slice(0, at) + other + text.slice(at + 1));
  return changed;
}

function makeKeys(folder: string, inbox?: string): string {
  const keys = join(folder, 'keys');
  const named = inbox === undefined ? [] : ['--inbox', inbox];
  rostrum('keys', 'create', keys, '--org', 'Union of Night Workers', '--title', officeTitle, ...named);
  return keys;
}

type Place = { readonly keys: string; readonly site: string; readonly folder: string };

function publish({ keys, site, folder }: Place, which: keyof typeof papersOf, note?: string): PublishedVersion {
  const file = join(folder, `agenda-${which}.rostrum`);
  const papers = papersOf[which].map((name) => join(agenda, name));
  const said = note === undefined ? [] : ['--note', note];
  const out = rostrum('publish', ...papers, '--keys', keys, '--out', site, '--single-file', file, '--json', ...said);
  const { version, words }: { version: number; words: string } = JSON.parse(out);
  return { version, words, file };
}

/** Runs a command as it is shipped, and answers what it prints. */
export function rostrum(...words: readonly string[]): string {
  return execFileSync(process.execPath, [commandLine, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Serves `site` with lighttpd; its settings are put down in `folder`. */
export async function serve(site: string, folder: string) {
  const port = await freePort();
  const configuration = join(folder, 'lighttpd.conf');
  writeFileSync(
    configuration,
    `server.document-root = "${site}"\nserver.port = ${port}\nserver.bind = "127.0.0.1"\n` +
      'mimetype.assign = (".json" => "application/json", "" => "application/octet-stream")\n',
  );
  const server = spawn('/usr/sbin/lighttpd', ['-D', '-f', configuration], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve, reject) => {
    server.once('exit', () => resolve());
    server.once('error', reject);
  });
  const address = `http://127.0.0.1:${port}`;
  await Promise.race([answering(address), ended]);
  return {
    address,
    close: async () => {
      server.kill();
      await ended;
    },
  };
}

async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isThere = await fetch(address).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await pause(50);
  }
  throw new Error(`No server answers at ${address}`);
}

/** A port that nothing uses just now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const place = probe.address();
      const port = typeof place === 'object' && place !== null ? place.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
