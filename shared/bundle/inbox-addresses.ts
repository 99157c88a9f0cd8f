// Where a conference wants submissions: the `inbox` of its newest root, which its keys have signed.

import * as v from 'valibot';
import { fromBase64 } from '../base64';
import type { TextCodec } from '../ports';
import { parseJsonSafely } from './parse-json-safely';
import type { TrustedState } from './trusted-state';

/** A folder that the office reads. */
export type InboxAddress = { readonly kind: 'webdav' | 's3'; readonly url: string };

const rootSchema = v.object({ inbox: v.optional(v.array(v.object({ kind: v.string(), url: v.string() })), []) });

/** The addresses in the root that is trusted, in its order; of kinds that this version does not write to there is none. */
export function inboxAddresses({ root }: Pick<TrustedState, 'root'>, text: TextCodec): readonly InboxAddress[] {
  const payload = fromBase64(root.payload);
  const json = payload === undefined ? undefined : parseJsonSafely(payload, text);
  const shape = v.safeParse(rootSchema, json?.ok === true ? json.value : undefined);
  if (!shape.success) return [];
  return shape.output.inbox.flatMap(({ kind, url }) => (kind === 'webdav' || kind === 's3' ? [{ kind, url }] : []));
}

/** The address as a person gives it: `s3+https://…` is an S3 store, anything else a WebDAV folder. */
export function inboxAddressOf(typed: string): InboxAddress {
  const isS3 = /^s3\+/iu.test(typed);
  return { kind: isS3 ? 's3' : 'webdav', url: isS3 ? typed.slice('s3+'.length) : typed };
}
