// A program of its own for the bench of verifying, so that nothing else is in its memory and on its clock. `cost`: CPU
// of the floor and of a verification, in turns; `memory`: how much one verification takes above the program at rest.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bundlePlatform } from '../../cli/bundle-platform';
import { folderSource } from '../../cli/published-folder';
import type { BundleSource } from '../../shared/bundle/bundle-source';
import { verifyBundle } from '../../shared/bundle/verify-bundle';
import { conferenceId } from '../../shared/ids';
import { fail, succeed } from '../../shared/result';

const [what = '', folder = '', name = '', now = ''] = process.argv.slice(2);
const conference = conferenceId(name);
const turns = 9;

if (what === 'cost') await tellCost();
else await tellMemory();

async function tellCost(): Promise<void> {
  const place = join(folder, conference, 'o');
  const objects = new Map<string, Uint8Array>();
  for (const sha256 of await readdir(place)) objects.set(sha256, new Uint8Array(await readFile(join(place, sha256))));
  const source = inMemory(folderSource(folder, conference), objects);
  const bare: number[] = [];
  const kept: number[] = [];
  const verifying: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    bare.push(await cpuOf(async () => takeFloor([...objects.values()], false)));
    kept.push(await cpuOf(async () => takeFloor([...objects.values()], true)));
    verifying.push(await cpuOf(async () => verify(source)));
  }
  tell({ bare, kept, verifying });
}

async function tellMemory(): Promise<void> {
  globalThis.gc?.();
  const base = process.memoryUsage().rss;
  // As the app reads an address: what was fetched is kept on disk, and not in memory too.
  await verify({ ...folderSource(folder, conference), keepsObjects: true });
  tell({ base, peak: await mostMemory() });
}

/** The kernel's own high-water mark in bytes. That of `getrusage` would begin with the memory of the program that started this one. */
async function mostMemory(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(status) ?? [];
  return (kibibytes === undefined ? process.resourceUsage().maxRSS : Number(kibibytes)) * 1024;
}

function takeFloor(objects: readonly Uint8Array[], isKept: boolean): readonly unknown[] {
  const kept: unknown[] = [];
  for (const bytes of objects) {
    createHash('sha256').update(bytes).digest();
    const value: unknown = JSON.parse(gunzipSync(bytes).toString('utf8'));
    if (isKept) kept.push(value);
  }
  return kept;
}

async function verify(source: BundleSource): Promise<void> {
  const verified = await verifyBundle(source, undefined, { ...bundlePlatform, now: Number(now) });
  if (!verified.ok) throw new Error(`refused: ${JSON.stringify(verified.error)}`);
}

/** Milliseconds of CPU, of all threads, user and system: what another program on this computer does is not in it. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function inMemory(source: BundleSource, objects: ReadonlyMap<string, Uint8Array>): BundleSource {
  return {
    ...source,
    object: async (sha256) => {
      const bytes = objects.get(sha256);
      return bytes === undefined ? fail({ kind: 'not-found' }) : succeed(bytes);
    },
  };
}

function tell(measured: unknown): void {
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
