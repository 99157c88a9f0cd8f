// The app over loopback HTTP: its files from a list, and the contract by POST. Everything else does not exist.

import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AppFiles } from '../electron/keep/app-files';
import { contentPolicy } from '../electron/keep/content-policy';
import type { ServedApi } from '../electron/keep/desktop-host';
import { desktopRequests, type DesktopRequestName } from '../shared/desktop-contract';
import { fromWire, toWire } from '../shared/desktop-wire';
import { fail, succeed, type Result } from '../shared/result';
import { bodyLimit, readBody } from './loopback-body';
import { carriesToken, hostOf, isFromOwnPage } from './loopback-guard';

export type LoopbackOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly token: string;
  readonly files: AppFiles;
  readonly api: ServedApi;
  /** Told of bugs: what a request threw. The page hears only that it failed. */
  readonly report: (error: unknown) => void;
};

export type Loopback = {
  readonly port: number;
  /** The address to open, its token included. */
  readonly address: string;
  /** Refuses new requests, lets those under way end, and gives the port back. */
  readonly close: () => Promise<void>;
};

export type ListenFailure = { readonly kind: 'port-taken' } | { readonly kind: 'port-not-allowed' };

/** Listens on 127.0.0.1 and nowhere else. */
export async function serveLoopback(options: LoopbackOptions): Promise<Result<Loopback, ListenFailure>> {
  const server = createServer();
  const port = await listen(server, options.port);
  if (!port.ok) return port;
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, { ...options, port: port.value }).catch((error: unknown) => {
      options.report(error);
      refuse(response, 500, 'Failed');
    });
  });
  return succeed({
    port: port.value,
    address: `http://${hostOf(port.value)}/?token=${options.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  });
}

async function listen(server: Server, port: number): Promise<Result<number, ListenFailure>> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(fail({ kind: 'port-taken' }));
      else if (error.code === 'EACCES') resolve(fail({ kind: 'port-not-allowed' }));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      resolve(succeed(typeof bound === 'object' && bound !== null ? bound.port : port));
    });
  });
}

const apiPrefix = '/api/';

async function answer(request: IncomingMessage, response: ServerResponse, options: LoopbackOptions): Promise<void> {
  setSecurityHeaders(response);
  if (!isFromOwnPage(request.headers, options.port)) return refuse(response, 403, 'Refused');
  const target = request.url ?? '';
  return target.startsWith(apiPrefix)
    ? answerApi(request, response, target.slice(apiPrefix.length), options)
    : answerFile(request, response, target, options.files);
}

function setSecurityHeaders(response: ServerResponse): void {
  const headers = {
    'content-security-policy': contentPolicy('self'),
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), serial=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  files: AppFiles,
): Promise<void> {
  // Only the page itself takes a query: the token, which its script takes out of the address.
  const file = files.get(target.startsWith('/?') ? '/' : target);
  if (file === undefined) return refuse(response, 404, 'Not found');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Not allowed');
  const bytes = await readFile(file.path);
  response.setHeader('content-type', file.contentType);
  // Built files carry their content's hash in their name; the page that names them is always asked for.
  if (target.startsWith('/assets/')) response.setHeader('cache-control', 'private, max-age=31536000, immutable');
  response.setHeader('content-length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  { token, api }: LoopbackOptions,
): Promise<void> {
  if (!carriesToken(request.headers, token)) return refuse(response, 403, 'Refused');
  if (!isRequestName(name)) return refuse(response, 404, 'Not found');
  if (request.method !== 'POST') return refuse(response, 405, 'Not allowed');
  if (request.headers['content-type'] !== 'application/json') return refuse(response, 415, 'Not JSON');
  const body = await readBody(request, bodyLimit(name));
  if (!body.ok && body.error.kind === 'cut-short') return;
  if (!body.ok) return sendWire(response, 413, body);
  const args = fromWire(body.value);
  if (!args.ok) return sendWire(response, 400, fail({ kind: 'refused' }));
  return sendWire(response, 200, await api[name](args.value));
}

function isRequestName(name: string): name is DesktopRequestName {
  return Object.hasOwn(desktopRequests, name);
}

function sendWire(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(toWire(value));
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('connection', 'close');
  response.end(`${reason}\n`);
}
