// What the office keeps beside its keys: the roster of delegates' devices, and the inbox with what was decided.

import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../shared/base64';
import { emptyInbox, parseInbox, type Inbox } from '../shared/bundle/inbox';
import type { RosterEntry } from '../shared/bundle/office-records';
import type { ConferenceId } from '../shared/ids';
import { fail, succeed, type Result } from '../shared/result';
import { readIfThere } from './keys-folder';

export type OfficeFiles = { readonly roster: readonly RosterEntry[]; readonly inbox: Inbox };

export type DamagedFile = { readonly kind: 'damaged-file'; readonly message: string };

const rosterFile = 'roster.json';
const inboxFile = 'inbox.json';

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

/** The roster and the inbox of `conference` in a keys folder; empty ones when there are none. */
export async function readOfficeFiles(
  folder: string,
  conference: ConferenceId,
): Promise<Result<OfficeFiles, DamagedFile>> {
  const roster = await readRoster(folder);
  if (!roster.ok) return roster;
  const bytes = await readIfThere(join(folder, inboxFile));
  if (bytes === undefined) return succeed({ roster: roster.value, inbox: emptyInbox(conference) });
  const json = v.safeParse(v.pipe(v.string(), v.parseJson()), Buffer.from(bytes).toString('utf8'));
  const inbox = parseInbox(json.success ? json.output : undefined);
  return inbox?.conference === conference
    ? succeed({ roster: roster.value, inbox })
    : fail({ kind: 'damaged-file', message: `${join(folder, inboxFile)} is not the inbox of this conference.` });
}

async function readRoster(folder: string): Promise<Result<readonly RosterEntry[], DamagedFile>> {
  const bytes = await readIfThere(join(folder, rosterFile));
  if (bytes === undefined) return succeed([]);
  const shape = v.safeParse(v.pipe(v.string(), v.parseJson(), rosterSchema), Buffer.from(bytes).toString('utf8'));
  if (!shape.success) return fail({ kind: 'damaged-file', message: `${join(folder, rosterFile)} is no roster.` });
  return succeed(
    shape.output.devices.flatMap(({ x, withdrawn, ...facts }) => {
      const publicKey = fromBase64Url(x);
      return publicKey === undefined ? [] : [{ ...facts, publicKey, isWithdrawn: withdrawn }];
    }),
  );
}

/** Writes the roster, whole or not at all. */
export async function writeRoster(folder: string, roster: readonly RosterEntry[]): Promise<void> {
  const devices = roster.map(({ publicKey, isWithdrawn, ...facts }) => ({
    ...facts,
    x: toBase64Url(publicKey),
    withdrawn: isWithdrawn,
  }));
  await writeJson(join(folder, rosterFile), { v: 1, devices });
}

/** Writes the inbox, whole or not at all. */
export async function writeInbox(folder: string, inbox: Inbox): Promise<void> {
  await writeJson(join(folder, inboxFile), inbox);
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.part`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
}
