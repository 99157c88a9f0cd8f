// A socket in front of a real server, which spoils what it is told to: answers by itself, cuts uploads, drips.

import { createServer, connect, type Server, type Socket } from 'node:net';

/** What happens to a request: `method path`, and how many of its kind came before. Undefined lets it through. */
export type Spoiling = (request: string, count: number) => Spoilt | undefined;

export type Spoilt =
  /** An answer of the proxy's own; the server never hears of the request. */
  | { readonly kind: 'answer'; readonly text: string }
  /** The upload reaches the server up to this share of its body, and then the line is dead on both sides. */
  | { readonly kind: 'cut'; readonly share: number }
  /** The server does what it was asked, and its answer is lost. */
  | { readonly kind: 'lose-answer' }
  /** A byte at a time passes, in one direction: `up` to the server, `down` from it. */
  | { readonly kind: 'drip'; readonly direction: 'up' | 'down' };

export type NastyProxy = {
  readonly port: number;
  /** Requests as they came: `PUT /x`. */
  readonly seen: readonly string[];
  readonly spoil: (spoiling: Spoiling) => void;
  readonly stop: () => Promise<void>;
};

/** Listens on loopback and passes to `port`. Each connection carries one request. */
export async function startProxy(port: number): Promise<NastyProxy> {
  const seen: string[] = [];
  const counts = new Map<string, number>();
  let spoiling: Spoiling = () => undefined;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => client.destroy());
    let head = Buffer.alloc(0);
    const begin = (bytes: Buffer): void => {
      head = Buffer.concat([head, bytes]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      client.off('data', begin);
      const [request = ''] = /^\S+ \S+/.exec(head.toString('latin1')) ?? [];
      seen.push(request);
      const count = counts.get(request) ?? 0;
      counts.set(request, count + 1);
      carry(client, oneRequest(head.subarray(0, end)), head.subarray(end + 4), spoiling(request, count));
    };
    client.on('data', begin);
  });
  const carry = (client: Socket, front: Buffer, body: Buffer, spoilt: Spoilt | undefined): void => {
    if (spoilt?.kind === 'answer') {
      client.resume();
      client.end(spoilt.text);
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    sockets.add(upstream);
    // What came before the error is still to be handed on.
    upstream.on('error', () => client.end());
    client.on('close', () => upstream.end());
    if (spoilt?.kind === 'cut') return cut(client, upstream, front, body, spoilt.share);
    upstream.write(front);
    if (spoilt?.kind === 'drip' && spoilt.direction === 'up') {
      client.on('close', () => upstream.destroy());
      drip(client, upstream, body);
      upstream.pipe(client);
      return;
    }
    upstream.write(body);
    client.pipe(upstream);
    if (spoilt?.kind === 'drip') return drip(upstream, client, Buffer.alloc(0));
    if (spoilt?.kind === 'lose-answer') upstream.once('data', () => client.destroy());
    else upstream.pipe(client);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    seen,
    spoil: (next) => {
      spoiling = next;
      counts.clear();
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The head of the request, asking for the connection to end with it. */
function oneRequest(head: Buffer): Buffer {
  const text = head.toString('latin1').replace(/\r\nconnection:[^\r]*/i, '');
  return Buffer.from(`${text}\r\nconnection: close\r\n\r\n`, 'latin1');
}

function cut(client: Socket, upstream: Socket, front: Buffer, body: Buffer, share: number): void {
  const length = Number(/content-length: (\d+)/i.exec(front.toString('latin1'))?.[1] ?? 0);
  const most = Math.floor(length * share);
  let sent = 0;
  const pass = (bytes: Buffer): void => {
    const some = bytes.subarray(0, most - sent);
    sent += some.length;
    upstream.write(some, () => {
      if (sent < most) return;
      upstream.end();
      client.destroy();
    });
  };
  upstream.write(front);
  upstream.resume();
  pass(body);
  client.on('data', pass);
}

/** Hands on `first` and what comes from `from`, a byte every 5 ms, to the last one or until `to` is closed. */
function drip(from: Socket, to: Socket, first: Buffer): void {
  let waiting = first;
  let isOver = false;
  from.on('data', (bytes: Buffer) => {
    waiting = Buffer.concat([waiting, bytes]);
  });
  from.on('close', () => {
    isOver = true;
  });
  const drop = setInterval(() => {
    to.write(waiting.subarray(0, 1));
    waiting = waiting.subarray(1);
    if (isOver && waiting.length === 0) to.destroy();
  }, 5);
  to.on('close', () => clearInterval(drop));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
