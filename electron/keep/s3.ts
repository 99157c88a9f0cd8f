// An S3-compatible store, addressed as `https://host/bucket/prefix/`: signed GET, PUT, DELETE and a listing. A PUT there
// is whole or not at all.

import { AwsV4Signer } from 'aws4fetch';
import type { FolderFailure } from '../../shared/desktop-contract';
import { fail, succeed, type Result } from '../../shared/result';
import type { Network } from './fetch-capped';
import { askServer, failureOfStatus, isPage, xmlTexts, type Reply } from './push-http';
import type { PushPlace, WriteCondition } from './push-place';
import { sha256Of } from './sha256';
import { baseOf } from './webdav';

export type S3Options = {
  readonly address: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly network: Network;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

const shortAnswer = 64 * 1024;
const listingLimit = 8 * 1024 * 1024;

/** The store at `address`; `address-refused` when it may not be asked, or names no bucket. */
export function s3Place(options: S3Options): Result<PushPlace, FolderFailure> {
  const base = baseOf(options.address);
  const [bucket = '', ...prefix] = base?.pathname.slice(1).split('/').map(decodeURIComponent) ?? [];
  if (base === undefined || bucket === '') return fail({ kind: 'address-refused' });
  const { network, now } = options;

  const ask = async (method: string, url: URL, asking: Asking = {}): Promise<Result<Reply, FolderFailure>> => {
    const { headers = {}, body, limit = shortAnswer } = asking;
    const signed = await signS3(options, { method, url, headers, ...(body && { body }) });
    return askServer({ url, method, headers: signed, ...(body && { body }) }, limit, network);
  };
  const at = (path: string): URL => new URL(path, base);

  return succeed({
    read: async (path, limit) => {
      const reply = await ask('GET', at(path), { limit });
      if (!reply.ok) return reply;
      if (reply.value.status === 404) return succeed(undefined);
      if (reply.value.status !== 200) return fail(failureOfStatus(reply.value, now()));
      if (isPage(reply.value)) return fail({ kind: 'sign-in-page' });
      const etag = reply.value.headers.get('etag');
      return succeed({ bytes: reply.value.body, ...(etag === null ? {} : { etag }) });
    },
    write: async (path, bytes, condition) => {
      const reply = await ask('PUT', at(path), { headers: conditionHeaders(condition), body: Uint8Array.from(bytes) });
      if (!reply.ok) return reply;
      const { status } = reply.value;
      // 409: another conditional write to the same name was under way.
      if (status === 412 || (status === 409 && condition.kind !== 'always')) return succeed('unmet');
      return status < 300 ? succeed('written') : fail(failureOfStatus(reply.value, now()));
    },
    list: async (path) => {
      const key = [...prefix.filter((part) => part !== ''), ...(path === '' ? [] : [path]), ''].join('/');
      const names = new Set<string>();
      let token: string | undefined;
      do {
        const url = new URL(`/${bucket}`, base);
        const query = { 'list-type': '2', prefix: key, delimiter: '/', ...(token && { 'continuation-token': token }) };
        url.search = new URLSearchParams(query).toString();
        const reply = await ask('GET', url, { limit: listingLimit });
        if (!reply.ok) return reply;
        if (reply.value.status === 404) return succeed([]);
        if (reply.value.status !== 200) return fail(failureOfStatus(reply.value, now()));
        const xml = Buffer.from(reply.value.body).toString('utf8');
        for (const each of [...xmlTexts(xml, 'Prefix'), ...xmlTexts(xml, 'Key')]) {
          const [name = ''] = each.startsWith(key) ? each.slice(key.length).split('/') : [];
          if (name !== '') names.add(name);
        }
        [token] = xmlTexts(xml, 'NextContinuationToken');
      } while (token !== undefined && token !== '');
      return succeed([...names]);
    },
    remove: async (path) => {
      const reply = await ask('DELETE', at(path));
      if (!reply.ok) return reply;
      const { status } = reply.value;
      return status < 300 || status === 404 ? succeed(undefined) : fail(failureOfStatus(reply.value, now()));
    },
  });
}

type Asking = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly limit?: number;
};

type ToSign = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
};

/** The headers of a request, signed with version 4 of Amazon's signature, the hash of the body among them. */
export async function signS3(
  { accessKeyId, secretAccessKey, region, now }: Pick<S3Options, 'accessKeyId' | 'secretAccessKey' | 'region' | 'now'>,
  { method, url, headers, body }: ToSign,
): Promise<Record<string, string>> {
  const signed = await new AwsV4Signer({
    method,
    url: url.href,
    headers: { ...headers, 'x-amz-content-sha256': sha256Of(body ?? new Uint8Array()) },
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    datetime: new Date(now()).toISOString().replaceAll(/[:-]|\.\d{3}/g, ''),
  }).sign();
  const all = Object.fromEntries(new Headers(signed.headers));
  // The platform sets it from the address, and refuses to be told.
  const { host: _host, ...rest } = all;
  return rest;
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
