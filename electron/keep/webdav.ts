// A WebDAV folder (RFC 4918) through five verbs: GET, PUT, MKCOL, PROPFIND, DELETE. Nextcloud, Apache, nginx, lighttpd
// and rclone differ in what they answer to nearly each; what they have in common is all that is relied on.

import type { FolderFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import type { Network } from './fetch-capped';
import { askServer, failureOfStatus, isPage, xmlTexts, type Reply } from './push-http';
import type { PushPlace, WriteCondition } from './push-place';
import { mayBeAsked } from './sync-address';

export type WebdavOptions = {
  /** An address of https, or of this computer, without a password or query. */
  readonly address: string;
  readonly user?: string;
  readonly password?: string;
  readonly network: Network;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** What an answer that nobody reads may weigh, and a listing. */
const shortAnswer = 64 * 1024;
const listingLimit = 8 * 1024 * 1024;

const listing = new TextEncoder().encode(
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>',
);

/** The folder at `address`; `address-refused` when it may not be asked. */
export function webdavPlace(options: WebdavOptions): Result<PushPlace, FolderFailure> {
  const base = baseOf(options.address);
  if (base === undefined) return fail({ kind: 'address-refused' });
  const { network, now } = options;
  const authorization = authorizationOf(options);
  const underWay = new Map<string, Promise<Result<undefined, FolderFailure>>>();

  const ask = async (
    method: string,
    url: URL,
    { headers = {}, body, limit = shortAnswer }: Asking = {},
  ): Promise<Result<Reply, FolderFailure>> =>
    askServer({ url, method, headers: { ...authorization, ...headers }, ...(body && { body }) }, limit, network);

  /** Makes a folder, and those above it when the server says that they are missing: never higher than it has to. */
  const makeFolder = async (folder: URL): Promise<Result<undefined, FolderFailure>> => {
    let reply = await ask('MKCOL', folder);
    const isParentMissing = reply.ok && (reply.value.status === 409 || reply.value.status === 404);
    if (isParentMissing && folder.pathname !== '/') {
      const parent = await makeOnce(new URL('..', folder));
      if (!parent.ok) return parent;
      reply = await ask('MKCOL', folder);
    }
    if (!reply.ok) return reply;
    // 405: it is there already (RFC 4918 section 9.3.1).
    return reply.value.status < 300 || reply.value.status === 405
      ? succeed(undefined)
      : fail(failureOfStatus(reply.value, now()));
  };

  /** Those who need the same folder at once wait for one request. */
  const makeOnce = async (folder: URL): Promise<Result<undefined, FolderFailure>> => {
    const making = underWay.get(folder.href) ?? makeFolder(folder);
    underWay.set(folder.href, making);
    const done = await making;
    underWay.delete(folder.href);
    return done;
  };

  const put = async (
    path: string,
    bytes: Uint8Array,
    condition: WriteCondition,
  ): Promise<Result<Reply, FolderFailure>> =>
    ask('PUT', new URL(path, base), {
      headers: { 'content-type': 'application/octet-stream', ...conditionHeaders(condition) },
      body: Uint8Array.from(bytes),
    });

  return succeed({
    read: async (path, limit) => {
      const reply = await ask('GET', new URL(path, base), { limit });
      if (!reply.ok) return reply;
      const { status, headers, body } = reply.value;
      if (status === 404 || status === 410) return succeed(undefined);
      if (status !== 200) return fail(failureOfStatus(reply.value, now()));
      if (isPage(reply.value)) return fail({ kind: 'sign-in-page' });
      const etag = headers.get('etag');
      return succeed({ bytes: body, ...(etag === null ? {} : { etag: plainEtag(etag) }) });
    },
    write: async (path, bytes, condition) => {
      let reply = await put(path, bytes, condition);
      if (mayLackFolder(reply, bytes)) {
        const parents = await makeOnce(new URL('.', new URL(path, base)));
        if (!parents.ok) return parents;
        reply = await put(path, bytes, condition);
      }
      if (!reply.ok) return reply;
      if (reply.value.status === 412) return succeed('unmet');
      return reply.value.status < 300 ? succeed('written') : fail(failureOfStatus(reply.value, now()));
    },
    list: async (path) => {
      const headers = { depth: '1', 'content-type': 'application/xml' };
      const folder = new URL(`${path}/`, base);
      const reply = await ask('PROPFIND', folder, { headers, body: listing, limit: listingLimit });
      if (!reply.ok) return reply;
      if (reply.value.status === 404) return succeed([]);
      if (reply.value.status !== 207) return fail(failureOfStatus(reply.value, now()));
      return succeed(namesBelow(folder, Buffer.from(reply.value.body).toString('utf8')));
    },
    remove: async (path) => {
      const reply = await ask('DELETE', new URL(path, base));
      if (!reply.ok) return reply;
      const { status } = reply.value;
      return status < 300 || status === 404 ? succeed(undefined) : fail(failureOfStatus(reply.value, now()));
    },
  });
}

/** What a server reads of a body that it has refused already; with more, it may cut the line before it is heard. */
const readAfterRefusal = 128 * 1024;

/** Whether a PUT failed for the want of its folder, or may have: rclone refuses so early that its answer is lost. */
function mayLackFolder(reply: Result<Reply, FolderFailure>, bytes: Uint8Array): boolean {
  if (reply.ok) return reply.value.status === 409 || reply.value.status === 404;
  return reply.error.kind === 'offline' && bytes.length > readAfterRefusal;
}

type Asking = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly limit?: number;
};

/** The address with a `/` at its end; undefined when it may not be asked. */
export function baseOf(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const base = new URL(address);
  if (!mayBeAsked(base)) return undefined;
  if (base.username !== '' || base.password !== '' || base.search !== '' || base.hash !== '') return undefined;
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}

/** Basic authentication (RFC 7617) in UTF-8, from the first request on. */
function authorizationOf({ user, password }: WebdavOptions): Readonly<Record<string, string>> {
  if (user === undefined) return {};
  return { authorization: `Basic ${Buffer.from(`${user}:${password ?? ''}`, 'utf8').toString('base64')}` };
}

function conditionHeaders(condition: WriteCondition): Readonly<Record<string, string>> {
  switch (condition.kind) {
    case 'always':
      return {};
    case 'if-new':
      return { 'if-none-match': '*' };
    case 'if-match':
      return { 'if-match': condition.etag };
  }
}

/** The ETag without what compression and weak comparison put around it: Apache never matches its own `"…-gzip"`. */
export function plainEtag(etag: string): string {
  return etag.replace(/^W\//, '').replace(/-(?:gzip|br|deflate)"$/, '"');
}

/** Names of what a listing has right below `folder`: paths, or whole addresses, percent-encoded or not. */
function namesBelow(folder: URL, xml: string): readonly string[] {
  const names = new Set<string>();
  for (const href of xmlTexts(xml, 'href')) {
    if (!URL.canParse(href, folder.href)) continue;
    const { origin, pathname } = new URL(href, folder);
    if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) continue;
    const [name = ''] = pathname.slice(folder.pathname.length).split('/');
    if (name !== '') names.add(name);
  }
  return [...names];
}
