// A root: the conference's keys and who may sign what with them. Each is signed by the keys of the one before.

import * as v from 'valibot';
import { fromBase64Url } from '../base64';
import type { TextCodec } from '../ports';
import { fail, succeed, type Result } from '../result';
import type { BundleFailure, BundlePart } from './bundle-failure';
import { conferenceIdPattern } from './conference-id';
import { keysLimit } from './limits';
import { isUsablePublicKey } from './low-order-keys';
import { parseJsonSafely } from './parse-json-safely';
import { moment } from './moment';

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const label = v.pipe(v.string(), v.maxLength(1024));

const roleSchema = v.object({
  keyids: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(keysLimit)),
  threshold: v.pipe(wholeNumber, v.minValue(1)),
});

const keySchema = v.object({
  kty: v.literal('OKP'),
  crv: v.literal('Ed25519'),
  x: v.string(),
  label: v.optional(label, ''),
});

const rootSchema = v.object({
  v: v.literal(1),
  conf: v.optional(v.pipe(v.string(), v.regex(conferenceIdPattern))),
  version: v.pipe(wholeNumber, v.minValue(1)),
  title: label,
  org: v.optional(label, ''),
  lang: v.optional(label, ''),
  issuedAt: moment,
  expires: moment,
  keys: v.record(v.string(), keySchema),
  roles: v.object({ root: roleSchema, publisher: roleSchema, registrar: v.optional(roleSchema) }),
  headFloor: v.optional(wholeNumber, 0),
  resetAbove: v.optional(v.nullable(wholeNumber), null),
  revoked: v.optional(v.array(v.object({ keyid: v.string(), at: moment, reason: v.optional(label, '') })), []),
  mirrors: v.optional(v.pipe(v.array(v.object({ kind: v.string(), url: v.string() })), v.maxLength(8)), []),
  inbox: v.optional(v.array(v.object({ kind: v.string(), url: v.string(), maxBytes: v.optional(wholeNumber) })), []),
  minApp: v.optional(label),
});

/** A root's payload, field by field as FORMAT.md has it. */
export type RootPayload = v.InferInput<typeof rootSchema>;

export type RoleName = 'root' | 'publisher';

export type PublicKey = { readonly keyid: string; readonly bytes: Uint8Array; readonly label: string };
export type Role = { readonly keys: readonly PublicKey[]; readonly threshold: number };

/** A root that was read. Whether to believe it is for `verify-roots.ts`. */
export type Root = {
  readonly version: number;
  /** Absent in root 1, whose hash it is. */
  readonly conference?: string;
  readonly title: string;
  readonly organisation: string;
  /** RFC 3339, UTC. */
  readonly expires: string;
  readonly roles: Readonly<Record<RoleName, Role>>;
  readonly headFloor: number;
  readonly resetAbove: number | null;
  readonly revoked: readonly { readonly keyid: string; readonly at: string }[];
  /** The version of the app that the office asks for, when it publishes in a newer format. */
  readonly minApp?: string;
};

type HashOfKey = (publicKey: Uint8Array) => Promise<string>;

/**
 * Reads a root's payload. Every key's id must be the hash of the key (`keyIdOf`), no key of low order, thresholds
 * reachable, ids in a role distinct. Unknown fields are let be. S17 for another major version, S15 for anything else.
 */
export async function readRoot(
  payload: Uint8Array,
  part: BundlePart,
  { text, keyIdOf }: { readonly text: TextCodec; readonly keyIdOf: HashOfKey },
): Promise<Result<Root, BundleFailure>> {
  const json = parseJsonSafely(payload, text);
  if (!json.ok) return fail({ kind: 'unreadable', code: 'S15', part, where: json.error.kind });
  const major = v.safeParse(v.object({ v: v.number() }), json.value);
  if (major.success && major.output.v > 1) return fail({ kind: 'newer-format', code: 'S17', major: major.output.v });
  const shape = v.safeParse(rootSchema, json.value);
  if (!shape.success) return fail({ kind: 'unreadable', code: 'S15', part, where: placeOf(shape.issues) });
  const fields = shape.output;
  const keys = await readKeys(fields.keys, keyIdOf);
  const root = keys && roleOf(fields.roles.root, keys);
  const publisher = keys && roleOf(fields.roles.publisher, keys);
  if (root === undefined || publisher === undefined) {
    return fail({ kind: 'unreadable', code: 'S15', part, where: 'keys' });
  }
  return succeed({
    version: fields.version,
    ...(fields.conf === undefined ? {} : { conference: fields.conf }),
    title: fields.title,
    organisation: fields.org,
    expires: fields.expires,
    roles: { root, publisher },
    headFloor: fields.headFloor,
    resetAbove: fields.resetAbove,
    revoked: fields.revoked,
    ...(fields.minApp === undefined ? {} : { minApp: fields.minApp }),
  });
}

/** The dotted path of the first field that does not fit. */
export function placeOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const [first] = issues;
  return first === undefined ? '' : (v.getDotPath(first) ?? '');
}

async function readKeys(
  fields: Readonly<Record<string, v.InferOutput<typeof keySchema>>>,
  keyIdOf: HashOfKey,
): Promise<ReadonlyMap<string, PublicKey> | undefined> {
  const entries = Object.entries(fields);
  if (entries.length > keysLimit) return undefined;
  const keys = new Map<string, PublicKey>();
  for (const [keyid, key] of entries) {
    const bytes = fromBase64Url(key.x);
    if (bytes === undefined || !isUsablePublicKey(bytes) || (await keyIdOf(bytes)) !== keyid) return undefined;
    keys.set(keyid, { keyid, bytes, label: key.label });
  }
  return keys;
}

function roleOf(fields: v.InferOutput<typeof roleSchema>, keys: ReadonlyMap<string, PublicKey>): Role | undefined {
  const chosen = new Map<string, PublicKey>();
  for (const keyid of fields.keyids) {
    const key = keys.get(keyid);
    if (key === undefined || chosen.has(keyid)) return undefined;
    chosen.set(keyid, key);
  }
  if (fields.threshold > chosen.size) return undefined;
  return { keys: [...chosen.values()], threshold: fields.threshold };
}
