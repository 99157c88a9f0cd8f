// One instance a user-data folder: the second hands its command line to the first.

import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Claims the folder before the app starts, because the app's own question is synchronous. `isFirst` is the answer to
 * it; `handOver` tells the first instance about a second; `onSecond` listens for that.
 */
export async function claimInstance(userData) {
  const name = createHash('sha256').update(userData).digest('hex').slice(0, 32);
  const address = join(tmpdir(), `stand-in-instance-${name}.sock`);
  let listener = () => undefined;
  const isFirst = !(await reach(address));
  if (isFirst) {
    rmSync(address, { force: true });
    const server = createServer((socket) => {
      let text = '';
      socket.on('data', (data) => (text += data));
      socket.on('end', () => text !== '' && listener(JSON.parse(text)));
      socket.on('error', () => undefined);
    });
    await new Promise((resolve) => server.listen(address, resolve));
    server.unref();
    process.once('exit', () => rmSync(address, { force: true }));
  }
  return {
    isFirst,
    onSecond: (next) => (listener = next),
    handOver: () => reach(address, JSON.stringify({ argv: process.argv, workingDirectory: process.cwd() })),
  };
}

function reach(address, text = '') {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('connect', () => socket.end(text, () => resolve(true)));
    socket.on('error', () => resolve(false));
  });
}
