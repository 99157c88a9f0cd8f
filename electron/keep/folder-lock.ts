// One process at a time in a data folder. Each claims it with a file that names a socket it listens on: the system
// closes that socket with the process however it ends, so a claim left by a crash is told from a live one without
// trusting process numbers or clocks.

import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../shared/result';
import { systemCodeOf, writeFailureOf, type WriteFailure } from './failures';
import { makeFolder, readWhole, writeWhole } from './files';

/** Gives the folder back. */
export type FolderLock = { readonly release: () => Promise<void> };

/**
 * Claims `folder`, or answers `folder-in-use`.
 *
 * Each process first puts down its claim and only then looks at the others, so of two that come at once at least one
 * sees the other. Both may: then both step back and try again a moment later. Claims of processes that are gone are
 * removed by whoever finds them; their names are never used again, so nobody can remove a live one by mistake.
 */
export async function lockFolder(folder: string): Promise<Result<FolderLock, WriteFailure>> {
  const claims = join(folder, 'in-use');
  const made = await makeFolder(claims);
  if (!made.ok) return made;
  for (let attempt = 1; ; attempt += 1) {
    const claimed = await claim(claims);
    if (claimed.ok || claimed.error.kind !== 'folder-in-use' || attempt === 6) return claimed;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60 * attempt));
  }
}

async function claim(claims: string): Promise<Result<FolderLock, WriteFailure>> {
  const name = randomUUID();
  const address = socketAddress(name);
  const server = await listen(address);
  if (!server.ok) return server;
  const file = join(claims, name);
  const release = async (): Promise<void> => {
    await new Promise((resolve) => server.value.close(resolve));
    await rm(file, { force: true }).catch(writeFailureOf);
  };
  const written = await writeWhole(file, Buffer.from(address));
  const others = written.ok ? await anotherLives(claims, name) : written;
  if (others.ok && !others.value) return succeed({ release });
  await release();
  return others.ok ? fail({ kind: 'folder-in-use' }) : others;
}

function socketAddress(name: string): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\rostrum-${name}` : join(tmpdir(), `rostrum-${name}.sock`);
}

async function listen(address: string): Promise<Result<Server, WriteFailure>> {
  const server = createServer((socket) => socket.destroy());
  // The lock must not keep a command line alive that has nothing left to do.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (systemCodeOf(error) === undefined) reject(error);
      else resolve(fail(writeFailureOf(error)));
    });
    server.listen(address, () => resolve(succeed(server)));
  });
}

/** Whether a claim besides `own` belongs to a live process. Claims of the dead are swept away. */
async function anotherLives(claims: string, own: string): Promise<Result<boolean, WriteFailure>> {
  try {
    for (const name of await readdir(claims)) {
      if (name === own || name.endsWith('.part')) continue;
      const file = join(claims, name);
      const address = await readWhole(file);
      if (!address.ok) continue;
      if (await answers(address.value.toString('utf8'))) return succeed(true);
      await rm(file, { force: true });
      if (process.platform !== 'win32') await rm(socketAddress(name), { force: true });
    }
    return succeed(false);
  } catch (error) {
    return fail(writeFailureOf(error));
  }
}

/** Whether somebody listens at `address`; somebody who refuses to talk to this account counts. */
async function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error) => resolve(systemCodeOf(error) === 'EACCES'));
  });
}
