// The files that an office keeps beside its keys, as text: the roster, the inbox, and which version it signed last. The
// command line and the app write the same.

import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../base64';
import type { TextCodec } from '../ports';
import { sha256Pattern } from './hex';
import { parseInbox, type Inbox } from './inbox';
import type { RosterEntry } from './office-records';

const rosterSchema = v.object({
  v: v.literal(1),
  devices: v.array(
    v.object({
      device: v.string(),
      x: v.string(),
      name: v.string(),
      delegation: v.exactOptional(v.string()),
      withdrawn: v.optional(v.boolean(), false),
    }),
  ),
});

const lastSchema = v.object({ version: v.number(), headHash: v.pipe(v.string(), v.regex(sha256Pattern)) });

/** The newest version that was signed with the keys of a folder, as far as the folder knows. */
export type LastSigned = Readonly<v.InferOutput<typeof lastSchema>>;

/** The devices on the roster; undefined when the file is none. */
export function readRosterFile(bytes: Uint8Array, text: TextCodec): readonly RosterEntry[] | undefined {
  const shape = v.safeParse(rosterSchema, jsonOf(bytes, text));
  if (!shape.success) return undefined;
  return shape.output.devices.flatMap(({ x, withdrawn, ...facts }) => {
    const publicKey = fromBase64Url(x);
    return publicKey === undefined ? [] : [{ ...facts, publicKey, isWithdrawn: withdrawn }];
  });
}

export function writeRosterFile(roster: readonly RosterEntry[], text: TextCodec): Uint8Array {
  const devices = roster.map(({ publicKey, isWithdrawn, ...facts }) => ({
    ...facts,
    x: toBase64Url(publicKey),
    withdrawn: isWithdrawn,
  }));
  return fileOf({ v: 1, devices }, text);
}

/** What was submitted and decided; undefined when the file is no inbox. */
export function readInboxFile(bytes: Uint8Array, text: TextCodec): Inbox | undefined {
  return parseInbox(jsonOf(bytes, text));
}

export function writeInboxFile(inbox: Inbox, text: TextCodec): Uint8Array {
  return fileOf(inbox, text);
}

/** Undefined when the file says nothing of the kind. */
export function readLastSignedFile(bytes: Uint8Array, text: TextCodec): LastSigned | undefined {
  const shape = v.safeParse(lastSchema, jsonOf(bytes, text));
  return shape.success ? shape.output : undefined;
}

export function writeLastSignedFile({ version, headHash }: LastSigned, text: TextCodec): Uint8Array {
  return text.encode(`${JSON.stringify({ version, headHash })}\n`);
}

function jsonOf(bytes: Uint8Array, text: TextCodec): unknown {
  const json = v.safeParse(v.pipe(v.string(), v.parseJson()), text.decodeUtf8(bytes));
  return json.success ? json.output : undefined;
}

function fileOf(value: unknown, text: TextCodec): Uint8Array {
  return text.encode(`${JSON.stringify(value, null, 2)}\n`);
}
