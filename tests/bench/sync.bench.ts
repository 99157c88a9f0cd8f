// What the largest conference costs a delegate: CPU of verifying beside its floor in the same run (the same bytes
// through SHA-256, gunzip and JSON.parse), memory above the program at rest, and what moves. Bytes do not depend on the
// computer, so those goals fail a bench; clocks only tell.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BundleSource } from '../../shared/bundle/bundle-source';
import type { PublishedVersion } from '../../shared/bundle/publish-bundle';
import { verifyBundle, type VerifiedBundle } from '../../shared/bundle/verify-bundle';
import { fail, succeed, type Result } from '../../shared/result';
import { now, openOffice, publish, verification, type Office } from '../adversary/conference-office';
import { largeConferenceRecords, withOneMotionChanged } from './large-conference';
import { inMilliseconds, spreadOf, tell, type Spread } from './spread';

const scratch = mkdtempSync(join(tmpdir(), 'sync-bench-'));
const kilobyte = 1000;
const megabyte = 1_000_000;

let office: Office;
let first: PublishedVersion;
let next: PublishedVersion;
let held: VerifiedBundle;

beforeAll(async () => {
  office = await openOffice();
  const records = largeConferenceRecords(office.founded.conference);
  first = await publish(office, records);
  held = await read(counting([first]).source);
  next = await publish(office, withOneMotionChanged(records), { previous: held });
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('what moves', () => {
  it('at the first sync: under 7.6 MB', async () => {
    const { source, moved } = counting([first]);
    await read(source);
    report('first sync', moved);
    expect(moved.bytes).toBeLessThan(7.6 * megabyte);
  });

  it('when one motion has changed: under 50 kB in three requests, and one that asks for newer keys', async () => {
    const { source, moved } = counting([first, next]);
    const news = await read(source, held);
    report('one motion changed', moved);
    expect(news.isNews).toBe(true);
    expect(moved.bytes).toBeLessThan(50 * kilobyte);
    expect(moved).toMatchObject({ answered: 3, asked: 4 });
  });

  it('when nothing has changed: under 1 kB', async () => {
    const { source, moved } = counting([first]);
    expect((await read(source, held)).isNews).toBe(false);
    report('unchanged', moved);
    expect(moved.bytes).toBeLessThan(kilobyte);
  });
});

describe('verifying all of it', () => {
  beforeAll(async () => {
    writeAsPublished();
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, 'verify-program.ts'),
        outDir: join(scratch, 'program'),
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
      },
    });
  });

  it('costs little more than its floor', () => {
    const { bare, kept, verifying }: Cost = JSON.parse(runProgram('cost'));
    const [floor, floorKept, cost] = [bare, kept, verifying].map((values) => spreadOf(values));
    if (floor === undefined || floorKept === undefined || cost === undefined) throw new Error('nothing was measured');
    const ratioTo = (beside: Spread): string =>
      `${inMilliseconds(beside)}, ratio ${(cost.median / beside.median).toFixed(2)}`;
    tell(`verifying in Node on ${cpus().length} cores, CPU of all threads: ${inMilliseconds(cost)}`);
    tell(`  floor that keeps what it parsed: ${ratioTo(floorKept)}`);
    tell(`  floor that throws it away: ${ratioTo(floor)}`);
    expect(cost.median).toBeGreaterThan(0);
  });

  it('takes less than 100 MB of memory for a while', () => {
    const above = Array.from({ length: 5 }, () => {
      const { base, peak }: Memory = JSON.parse(runProgram('memory'));
      return (peak - base) / megabyte;
    });
    const { median, least, most } = spreadOf(above);
    tell(
      `peak memory of one verification above rest: ${median.toFixed(0)} MB (${least.toFixed(0)}–${most.toFixed(0)})`,
    );
    expect(above).toHaveLength(5);
  });
});

type Cost = Readonly<Record<'bare' | 'kept' | 'verifying', readonly number[]>>;
type Memory = { readonly base: number; readonly peak: number };

type Moved = { bytes: number; asked: number; answered: number };

/** What an address with these versions, the newest last, hands over, counted: bodies, as HTTP would carry them. */
function counting(versions: readonly PublishedVersion[]): { readonly source: BundleSource; readonly moved: Moved } {
  const objects = new Map(
    versions.flatMap((version) => version.newObjects.map(({ sha256, bytes }) => [sha256, bytes])),
  );
  const moved: Moved = { bytes: 0, asked: 0, answered: 0 };
  const answer = (bytes: Uint8Array | undefined): Result<Uint8Array, { readonly kind: 'not-found' }> => {
    moved.asked += 1;
    if (bytes === undefined) return fail({ kind: 'not-found' });
    moved.answered += 1;
    moved.bytes += bytes.length;
    return succeed(bytes);
  };
  const source: BundleSource = {
    kind: 'address',
    root: async (version) => answer(version === 1 ? office.founded.root : undefined),
    head: async () => answer(versions.at(-1)?.head),
    object: async (sha256) => answer(objects.get(sha256)),
  };
  return { source, moved };
}

async function read(source: BundleSource, before?: VerifiedBundle): Promise<VerifiedBundle> {
  const chunks = new Map(before?.chunks.map(({ entry, records }) => [entry.sha256, records]));
  const verified = await verifyBundle(source, before?.state, {
    ...verification,
    held: async (sha256) => chunks.get(sha256),
  });
  if (!verified.ok) throw new Error(`refused: ${JSON.stringify(verified.error)}`);
  return verified.value;
}

function report(what: string, { bytes, asked, answered }: Moved): void {
  tell(
    `${what}: ${bytes.toLocaleString('en-GB')} bytes in ${answered} requests (${asked} with those answered by nothing)`,
  );
}

function writeAsPublished(): void {
  const place = join(scratch, 'published', office.founded.conference);
  for (const folder of ['root', 'o']) mkdirSync(join(place, folder), { recursive: true });
  writeFileSync(join(place, 'root/1.json'), office.founded.root);
  writeFileSync(join(place, 'head.json'), first.head);
  for (const { sha256, bytes } of first.newObjects) writeFileSync(join(place, 'o', sha256), bytes);
}

function runProgram(what: 'cost' | 'memory'): string {
  const program = join(scratch, 'program/program.mjs');
  const words = [what, join(scratch, 'published'), office.founded.conference, String(now)];
  return execFileSync(process.execPath, ['--expose-gc', program, ...words], { encoding: 'utf8' });
}
