// An S3 server on loopback: s3rver, started as a program of its own. It knows no conditional PUT, on which nothing
// relies, and does not check signatures of version 4.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './dav-servers';

export type S3Server = {
  readonly port: number;
  /** What it holds, on disk. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
};

/** The only name it knows, and the secret that goes with it. */
export const s3Key = 'S3RVER';

/** Starts one that has an empty bucket of this name. */
export async function startS3Server(bucket: string): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-s3-'));
  const port = await freePort();
  const program = join(dirname(createRequire(import.meta.url).resolve('s3rver/package.json')), 'bin/s3rver.js');
  const options = ['-a', '127.0.0.1', '-p', String(port), '--no-vhost-buckets', '-s', '--configure-bucket', bucket];
  const server = spawn(process.execPath, [program, '-d', folder, ...options], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) return { port, folder, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error('s3rver did not start');
}
