// `rostrum inbox URL --keys DIR`: what delegates submitted, and the office's decision on each.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  decide,
  findSubmission,
  isVouchedFor,
  type DecisionFailure,
  type SubmissionEntry,
} from '../shared/bundle/inbox';
import type { OfficeFiles } from '../shared/bundle/office-papers';
import type { RosterEntry } from '../shared/bundle/office-records';
import { visibleLine } from '../shared/report/visible-text';
import { bundleSentence } from './bundle-sentence';
import type { Command, CommandIo } from './command';
import { conferenceOfRoots } from './conference-keys';
import { fileTrouble } from './file-trouble';
import { keysSentence, readRoots } from './keys-folder';
import { readOfficeFiles, writeInbox } from './office-files';
import { placeAt } from './place-at';
import { readInbox, readInboxFile, type LogTrouble } from './read-inbox';
import { refuse, refuseUsage } from './refuse';

const help = `Usage: rostrum inbox URL --keys DIR [--accept ID [--number N] | --refuse ID --why TEXT]
                     [--credentials FILE] [--json]

Fetches what delegates submitted at URL (a WebDAV address, s3+https://host/bucket/…, or a folder),
and lists it. What is accepted is in the next version that "rostrum publish" makes, as an official
amendment; what was decided is told by a receipt in it. Devices that are not on the roster are
unverified: put them there with "rostrum keys roster" first.

URL may also be a file that a delegate saved (*.rostrum): what is in it is taken in.

  --keys DIR          the folder that "rostrum keys create" made
  --accept ID         make it an official amendment; --number N gives it that number
  --refuse ID         do not; --why TEXT says why
  --credentials FILE  what opens URL: {"user", "password"} or {"accessKeyId", "secretAccessKey"}
  --json              print the list as JSON

Example:
  rostrum inbox https://cloud.example/dav/inbox --keys office-keys --accept 3f9a11 --number 12.1
`;

export const inboxCommand: Command = {
  name: 'inbox',
  summary: 'see and decide what delegates submitted',
  help,
  run: runInbox,
};

async function runInbox(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      accept: { type: 'string' },
      number: { type: 'string' },
      refuse: { type: 'string' },
      why: { type: 'string' },
      credentials: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [from, ...others] = positionals;
  const { keys, accept, number, why, credentials, json } = values;
  if (from === undefined || others.length > 0) return refuseUsage(io, 'inbox', 'Name the one address of the inbox.');
  if (keys === undefined) return refuseUsage(io, 'inbox', 'Say where the keys are with --keys DIR.');
  if (accept !== undefined && values.refuse !== undefined) {
    return refuseUsage(io, 'inbox', 'Accept or refuse, one at a time.');
  }
  if (values.refuse !== undefined && (why === undefined || why.trim() === '')) {
    return refuseUsage(io, 'inbox', 'Say why it is refused with --why TEXT: its mover will read it.');
  }
  if (number !== undefined && accept === undefined) return refuseUsage(io, 'inbox', '--number goes with --accept.');
  const request: InboxRequest = {
    from,
    keys: resolve(keys),
    ...(credentials === undefined ? {} : { credentials }),
    ...(accept === undefined ? {} : { accept, ...(number === undefined ? {} : { number }) }),
    ...(values.refuse === undefined ? {} : { refuse: values.refuse, why: why ?? '' }),
  };
  try {
    return await inbox(request, json, io);
  } catch (error) {
    const message = fileTrouble(error);
    if (message === undefined) throw error;
    return refuse(io, { kind: 'not-readable', message }, json);
  }
}

type InboxRequest = {
  readonly from: string;
  readonly keys: string;
  readonly credentials?: string;
  readonly accept?: string;
  readonly number?: string;
  readonly refuse?: string;
  readonly why?: string;
};

async function inbox(request: InboxRequest, asJson: boolean, io: CommandIo): Promise<number> {
  const place = await placeAt(request.from, request.credentials);
  if (!place.ok) return refuse(io, place.error, asJson);
  const roots = await readRoots(request.keys);
  if (!roots.ok) return refuse(io, { kind: roots.error.kind, message: keysSentence(roots.error) }, asJson);
  const conference = await conferenceOfRoots(roots.value);
  if (!conference.ok) {
    return refuse(io, { kind: conference.error.code, message: bundleSentence(conference.error) }, asJson);
  }
  const files = await readOfficeFiles(request.keys, conference.value.id);
  if (!files.ok) return refuse(io, files.error, asJson);
  const read = request.from.endsWith('.rostrum')
    ? await readInboxFile(await readFile(request.from), files.value)
    : await readInbox(place.value.place, files.value);
  // What arrived is kept before anything is decided about it.
  await writeInbox(request.keys, read.inbox);
  for (const trouble of read.troubles) io.err(`${troubleSentence(trouble)}\n`);
  const decided = decideAsAsked(request, { ...files.value, inbox: read.inbox });
  if (decided !== undefined && !decided.ok) {
    return refuse(io, { kind: decided.error.kind, message: decisionSentence(decided.error) }, asJson);
  }
  const inboxNow = decided === undefined ? read.inbox : decided.value;
  if (decided !== undefined) await writeInbox(request.keys, inboxNow);
  report(inboxNow.submissions, files.value.roster, { asJson, read, names: inboxNow.logs }, io);
  return 0;
}

function decideAsAsked(
  { accept, number, refuse: refused, why }: InboxRequest,
  { inbox: before, roster }: OfficeFiles,
): ReturnType<typeof decide> | undefined {
  const typed = accept ?? refused;
  if (typed === undefined) return undefined;
  const key = findSubmission(before, typed)?.key ?? typed;
  const decision =
    accept === undefined
      ? ({ kind: 'refuse', reason: why ?? '' } as const)
      : ({ kind: 'accept', ...(number === undefined ? {} : { number }) } as const);
  return decide(before, key, decision, roster);
}

function decisionSentence(failure: DecisionFailure): string {
  switch (failure.kind) {
    case 'no-such-submission':
      return `Nothing was submitted under ${failure.key}, or more than one thing.`;
    case 'decided-already':
      return `That was decided already: it is ${failure.standing}. A delegate may have been told.`;
    case 'unverified-device':
      return `Nobody vouches for the device ${failure.device}. Put it on the roster with “rostrum keys roster DIR --add ${failure.device} --name NAME”.`;
  }
}

function troubleSentence({ device, code, why }: LogTrouble): string {
  return `${device}: ${why} (${code}). What was read of it before stays.`;
}

type Circumstances = {
  readonly asJson: boolean;
  readonly read: Awaited<ReturnType<typeof readInbox>>;
  readonly names: Readonly<Record<string, { readonly name?: string | undefined }>>;
};

function report(
  submissions: readonly SubmissionEntry[],
  roster: readonly RosterEntry[],
  { asJson, read, names }: Circumstances,
  io: CommandIo,
): void {
  const listed = submissions.map((entry) => ({
    id: entry.key,
    submission: entry.id,
    standing: entry.standing,
    verified: isVouchedFor(entry, roster),
    device: entry.device,
    from: roster.find(({ device }) => device === entry.device)?.name ?? names[entry.device]?.name ?? null,
    motion: entry.submission.motionId,
    submittedBy: entry.submission.submittedBy,
    wording: entry.submission.instruction,
  }));
  if (asJson) {
    io.out(`${JSON.stringify({ news: read.news, troubles: read.troubles, submissions: listed }, null, 2)}\n`);
    return;
  }
  for (const { id, standing, verified, from, wording } of listed) {
    io.out(
      `${id}  ${standing}${verified ? '' : ', unverified'}  ${visibleLine(from ?? '')}: ${visibleLine(wording.split('\n')[0] ?? '')}\n`,
    );
  }
  io.out(`${read.news.length} new. ${listed.length} in all.\n`);
}
