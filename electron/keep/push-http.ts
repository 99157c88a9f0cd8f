// One request to a server that is written to: its answer as status, headers and a body of a limited size; and what each
// status means for who asked.

import type { FolderFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import {
  failureOfFetch,
  followRedirects,
  readBody,
  startWatch,
  type Network,
  type ServerRequest,
} from './fetch-capped';

export type Reply = { readonly status: number; readonly headers: Headers; readonly body: Uint8Array };

/** What a body of requests may add to the wait for an answer: 8 KiB a second are slow, and not yet broken. */
const slowestBytesPerMillisecond = 8;

/**
 * Sends `request` and reads at most `limit` bytes of the answer, none of one that refuses. Redirects are followed on the same
 * host only, so that credentials never leave it; where it sends us elsewhere, that is a sign-in page.
 */
export async function askServer(
  request: ServerRequest,
  limit: number,
  network: Network,
): Promise<Result<Reply, FolderFailure>> {
  const uploading = (request.body?.length ?? 0) / slowestBytesPerMillisecond;
  const watch = startWatch({
    ...network,
    idleMilliseconds: network.idleMilliseconds + uploading,
    totalMilliseconds: network.totalMilliseconds + uploading,
  });
  try {
    const response = await followRedirects(request, network.fetch, watch.signal);
    if (!response.ok) return response;
    const { status, headers } = response.value;
    if (status >= 300) {
      // Not what was asked for: that it was refused matters, and not how long the page is that says so.
      await response.value.body?.cancel();
      return succeed({ status, headers, body: new Uint8Array() });
    }
    const body = await readBody(response.value, limit, watch);
    return body.ok ? succeed({ status, headers, body: body.value }) : body;
  } catch (error) {
    return fail({ kind: failureOfFetch(error, watch) });
  } finally {
    watch.stop();
  }
}

/** What a status that is no success means. `now` is for a `Retry-After` that is a date. */
export function failureOfStatus({ status, headers }: Pick<Reply, 'status' | 'headers'>, now: number): FolderFailure {
  if (status === 401 || status === 403 || status === 407) return { kind: 'not-allowed', status };
  if (status === 404 || status === 410) return { kind: 'not-found' };
  if (status === 413 || status === 507) return { kind: 'folder-full', status };
  if (status === 423) return { kind: 'locked' };
  if (status === 511) return { kind: 'sign-in-page' };
  const retryAfter = retryAfterOf(headers, now);
  if (status === 429 || status === 503) return { kind: 'busy', ...(retryAfter === undefined ? {} : { retryAfter }) };
  return { kind: 'server-trouble', status };
}

/** `Retry-After` (RFC 9110 section 10.2.3) in milliseconds from now. */
function retryAfterOf(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined) return undefined;
  if (/^\d{1,7}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** Whether an answer is a page for people, where a file or nothing was expected. */
export function isPage({ headers, body }: Pick<Reply, 'headers' | 'body'>): boolean {
  return headers.get('content-type')?.startsWith('text/html') === true || body[0] === 0x3c;
}

/**
 * What stands between the tags called `name`, whatever their prefix, of an XML text; entities resolved. No tag is looked
 * for beyond the next `<`, so that no listing takes longer than its length.
 */
export function xmlTexts(xml: string, name: string): readonly string[] {
  const pattern = new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?>([^<]*)</`, 'g');
  return [...xml.matchAll(pattern)].map(([, text = '']) =>
    text.trim().replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? ''),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
