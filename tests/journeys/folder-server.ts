// A WebDAV server as Debian has it, behind a line that can be cut: for what happens to a delegate on a train.

import { connect, createServer, type Socket } from 'node:net';
import { password, serverKinds, startServer, user } from '../adversary/dav-servers';
import { freePort } from './conference-office';

export type FolderServer = {
  /** The address of the folder, through the line. */
  readonly address: string;
  /** The same folder without the line: for commands, which this process waits for. */
  readonly direct: string;
  readonly user: string;
  readonly password: string;
  /** What the server holds, on disk. */
  readonly folder: string;
  /** Nobody is reached any more; what is under way breaks off. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** From the next time a head is written on, the server hears and its answers do not arrive; resolves at that time. */
  readonly swallowAnswersToHead: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts lighttpd, or the first server there is, and the line before it. */
export async function startFolderServer(): Promise<FolderServer> {
  const [kind] = serverKinds;
  if (kind === undefined) throw new Error('no kind of server');
  const server = await startServer(kind);
  const port = await freePort();
  const sockets = new Set<Socket>();
  let isCut = false;
  let isSwallowing = false;
  let onHead: (() => void) | undefined;
  const line = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(server.port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      if (onHead !== undefined && /^PUT \S*head\.json/u.test(bytes.toString('latin1'))) {
        isSwallowing = true;
        onHead();
        onHead = undefined;
      }
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (!isSwallowing) near.write(bytes);
    });
  });
  await new Promise<void>((resolve) => line.listen(port, '127.0.0.1', resolve));
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `http://127.0.0.1:${port}/dav`,
    direct: `${server.address}/dav`,
    user,
    password,
    folder: server.folder,
    cut: () => {
      isCut = true;
      hangUp();
    },
    mend: () => {
      isCut = false;
      isSwallowing = false;
    },
    swallowAnswersToHead: async () =>
      new Promise((resolve) => {
        onHead = resolve;
      }),
    stop: async () => {
      hangUp();
      await new Promise((resolve) => line.close(resolve));
      await server.stop();
    },
  };
}
