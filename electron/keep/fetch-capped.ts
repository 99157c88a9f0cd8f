// One file by HTTP from a server that may be slow, lying, or not the one that was meant: never more bytes than are
// expected, never longer than is reasonable, never from another host.

import type { FetchFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { mayBeAsked } from './sync-address';

export type Network = {
  /**
   * The platform's `fetch`. With `redirect: 'manual'` it must answer a redirect with its status and `location`, as
   * Node's does, and leave following it to the caller.
   */
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds without a byte, and for the whole file, after which it is given up. */
  readonly idleMilliseconds: number;
  readonly totalMilliseconds: number;
};

export type CappedRequest = { readonly url: URL; /** The most bytes that are read. */ readonly limit: number };

/** What is asked of a server: a plain GET unless told. `credentials` go to the host that was meant, and to no other. */
export type ServerRequest = {
  readonly url: URL;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
};

const mostRedirects = 5;
const lessThanSign = '<'.charCodeAt(0);

/** GETs a file. Redirects are followed on the same host only; elsewhere leads a sign-in page. */
export async function fetchCapped(request: CappedRequest, network: Network): Promise<Result<Uint8Array, FetchFailure>> {
  const watch = startWatch(network);
  try {
    const response = await askOnAKeptConnection(request, network.fetch, watch);
    if (!response.ok) return response;
    return await readResponse(response.value, request.limit, watch);
  } catch (error) {
    return fail({ kind: failureOfFetch(error, watch) });
  } finally {
    watch.stop();
  }
}

/** A connection kept from the last request may have been closed by the server meanwhile: then once more, over a new one. */
async function askOnAKeptConnection(
  request: CappedRequest,
  fetch: Network['fetch'],
  watch: Watch,
): Promise<Result<Response, FetchFailure>> {
  try {
    return await followRedirects(request, fetch, watch.signal);
  } catch (error) {
    if (watch.isOver() || !(error instanceof Error) || !isClosedConnection(error.cause)) throw error;
    return await followRedirects(request, fetch, watch.signal);
  }
}

const closedConnection: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

function isClosedConnection(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && closedConnection.has(cause.code);
}

/** What `fetch` throws has no shape to go by: a host that cannot be found or reached, or an answer that is no HTTP. */
export function failureOfFetch(error: unknown, watch: Watch): 'timed-out' | 'offline' {
  if (!(error instanceof Error)) throw error;
  return watch.isOver() ? 'timed-out' : 'offline';
}

/** The answer of the host that was meant; where it sends us elsewhere on itself, what is asked goes along unchanged. */
export async function followRedirects(
  request: ServerRequest,
  fetch: Network['fetch'],
  signal: AbortSignal,
): Promise<Result<Response, FetchFailure>> {
  const { url: start, method = 'GET', headers = {}, body } = request;
  let url = start;
  for (let step = 0; step <= mostRedirects; step += 1) {
    const response = await fetch(url.href, {
      method,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      headers: { accept: '*/*', ...headers },
      ...(body === undefined ? {} : { body }),
      signal,
    });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return succeed(response);
    await response.body?.cancel();
    if (!URL.canParse(location, url.href)) return fail({ kind: 'server-trouble', status: response.status });
    const next = new URL(location, url);
    if (next.origin !== start.origin || !mayBeAsked(next)) return fail({ kind: 'sign-in-page' });
    url = next;
  }
  return fail({ kind: 'server-trouble', status: 310 });
}

async function readResponse(
  response: Response,
  limit: number,
  watch: Watch,
): Promise<Result<Uint8Array, FetchFailure>> {
  const refusal = refusalOf(response, limit);
  if (refusal !== undefined) {
    await response.body?.cancel();
    return fail(refusal);
  }
  const bytes = await readBody(response, limit, watch);
  // No file of ours begins like this, and every page does.
  return bytes.ok && bytes.value[0] === lessThanSign ? fail({ kind: 'sign-in-page' }) : bytes;
}

/** The body of an answer, as long as it is no longer than `limit` and all that was promised. */
export async function readBody(
  response: Response,
  limit: number,
  watch: Watch,
): Promise<Result<Uint8Array, FetchFailure>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      watch.progress();
      length += piece.value.length;
      if (length > limit) return fail({ kind: 'too-large', limit });
      pieces.push(piece.value);
    }
  } catch (error) {
    // The connection was lost in the middle, or ours was the hand that cut it.
    if (!(error instanceof Error)) throw error;
    return fail({ kind: watch.isOver() ? 'timed-out' : 'cut-short' });
  } finally {
    // Nothing more is wanted; whether the server still hears it does not matter.
    await reader?.cancel().catch(() => undefined);
  }
  const promised = promisedLength(response);
  return promised !== undefined && length < promised
    ? fail({ kind: 'cut-short' })
    : succeed(new Uint8Array(Buffer.concat(pieces)));
}

/** Why an answer to a GET is not the file; undefined when it may be. */
export function refusalOf(response: Response, limit: number): FetchFailure | undefined {
  const { status } = response;
  if (status === 404 || status === 410) return { kind: 'not-found' };
  if (status === 401 || status === 403 || status === 407) return { kind: 'not-allowed', status };
  if (status === 511) return { kind: 'sign-in-page' };
  if (status !== 200) return { kind: 'server-trouble', status };
  if (response.headers.get('content-type')?.startsWith('text/html') === true) return { kind: 'sign-in-page' };
  return (promisedLength(response) ?? 0) > limit ? { kind: 'too-large', limit } : undefined;
}

/** The length the server promised; it says nothing about the file when the server compressed it on the way. */
function promisedLength({ headers }: Response): number | undefined {
  const text = headers.get('content-length');
  return text === null || headers.has('content-encoding') || !/^\d{1,15}$/.test(text) ? undefined : Number(text);
}

export type Watch = {
  readonly signal: AbortSignal;
  readonly progress: () => void;
  /** Whether it was this watch that ended the request. */
  readonly isOver: () => boolean;
  readonly stop: () => void;
};

/** Ends a request that makes no progress, or takes too long. */
export function startWatch({ idleMilliseconds, totalMilliseconds }: Network): Watch {
  const controller = new AbortController();
  const giveUp = (): void => {
    controller.abort();
  };
  const total = setTimeout(giveUp, totalMilliseconds);
  let idle = setTimeout(giveUp, idleMilliseconds);
  return {
    signal: controller.signal,
    progress: () => {
      clearTimeout(idle);
      idle = setTimeout(giveUp, idleMilliseconds);
    },
    isOver: () => controller.signal.aborted,
    stop: () => {
      clearTimeout(total);
      clearTimeout(idle);
    },
  };
}
