// `rostrum keys`: makes a conference's keys, and with them its id; changes them; invites delegates and lists their devices.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mayBeAsked } from '../electron/keep/sync-address';
import { inboxAddressOf, type InboxAddress } from '../shared/bundle/inbox-addresses';
import { signaturesLimit } from '../shared/bundle/limits';
import { foundConference } from '../shared/bundle/seal-root';
import { bundlePlatform } from './bundle-platform';
import type { Command, CommandIo } from './command';
import { fileTrouble } from './file-trouble';
import { createKeysFolder, keysSentence, readPassphrase } from './keys-folder';
import { inviteDelegates } from './keys-invite';
import { changeRoster } from './keys-roster';
import { newKey, rotateKeys } from './keys-rotate';
import { refuse, refuseUsage } from './refuse';

const help = `Usage: rostrum keys create DIR [--org NAME] [--title CONFERENCE] [--root-keys N --threshold M] [--inbox URL]…
                           [--mirror URL]…
       rostrum keys rotate DIR [--root-key FILE]… [--root-keys N --threshold M] [--reason TEXT]
                           [--reset-above VERSION]
       rostrum keys invite DIR [URL…] [--svg FILE]
       rostrum keys roster DIR [--add DEVICE --name NAME [--delegation NAME] | --remove DEVICE]
       each with [--passphrase-file FILE] [--json]

create makes the keys of a new conference and prints its id, with the words by which delegates
recognise it. The root keys can change the keys, M of N together: give one to each officer on a
stick and take it out of DIR. The publisher key signs what is published, and stays.
rotate makes a new publisher key (and with --root-keys new root keys) and withdraws the old.
invite prints what delegates connect by, and draws it as a QR picture.
roster lists the delegates' devices that the office vouches for, adds one or withdraws it. DEVICE
is its id if the inbox has heard of it, else its public key.

  --org NAME          the organisation, as delegates see it
  --title CONFERENCE  the conference, as delegates see it
  --inbox URL         where delegates send to: a WebDAV address, or s3+https://host/bucket/…
  --mirror URL        another address of the papers, asked when the first cannot be reached
  --root-keys N       how many root keys, 1 to ${signaturesLimit} (3)
  --threshold M       how many of them must sign a change of keys (more than half)
  --root-key FILE     a root key that signs the change; those in DIR unless told
  --reason TEXT       why the old keys are withdrawn, for delegates
  --reset-above VERSION  versions above it were signed by a thief, and are to be forgotten
  --svg FILE          the QR picture (- for standard output)
  --passphrase-file FILE  the passphrase that key files lie under, in its first line
  --json              print the answer as JSON

Example:
  rostrum keys create office-keys --org "Union of Lamplighters" --title "National Conference 2027"
`;

export const keysCommand: Command = {
  name: 'keys',
  summary: 'make, change and show the keys of a conference',
  help,
  run: runKeys,
};

const options = {
  org: { type: 'string', default: '' },
  title: { type: 'string', default: 'Conference' },
  'root-keys': { type: 'string' },
  threshold: { type: 'string' },
  'root-key': { type: 'string', multiple: true },
  reason: { type: 'string', default: '' },
  'reset-above': { type: 'string' },
  svg: { type: 'string' },
  add: { type: 'string' },
  remove: { type: 'string' },
  name: { type: 'string' },
  delegation: { type: 'string' },
  inbox: { type: 'string', multiple: true },
  mirror: { type: 'string', multiple: true },
  'passphrase-file': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const mostMirrors = 8;
const fiveYears = 5 * 365 * 24 * 60 * 60 * 1000;

async function runKeys(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [action, given, ...rest] = positionals;
  const isKnown = action === 'create' || action === 'rotate' || action === 'invite' || action === 'roster';
  if (!isKnown) return refuseUsage(io, 'keys', 'Say what to do with keys: create, rotate, invite or roster.');
  if (given === undefined || (rest.length > 0 && action !== 'invite')) {
    return refuseUsage(io, 'keys', 'Name one folder for the keys.');
  }
  const folder = resolve(given);
  try {
    const passphrase = await readPassphrase(values['passphrase-file']);
    if (!passphrase.ok) return refuse(io, passphrase.error, values.json);
    if (action === 'invite') return await inviteDelegates({ folder, addresses: rest, ...values }, io);
    if (action === 'roster') return await changeRoster({ folder, ...values }, io);
    const count = Number(values['root-keys'] ?? '3');
    const threshold = Number(values.threshold ?? Math.floor(count / 2) + 1);
    const wrong = wrongUsage(values, count, threshold);
    if (wrong !== undefined) return refuseUsage(io, 'keys', wrong);
    const secret = passphrase.value === undefined ? {} : { passphrase: passphrase.value };
    if (action === 'create') {
      const request = {
        title: values.title,
        organisation: values.org,
        count,
        threshold,
        inbox: (values.inbox ?? []).map(inboxAddressOf),
        mirrors: values.mirror ?? [],
        ...secret,
      };
      return await createKeys(folder, request, values.json, io);
    }
    const above = values['reset-above'];
    return await rotateKeys(
      {
        folder,
        rootKeyFiles: values['root-key'] ?? [],
        ...(values['root-keys'] === undefined ? {} : { newRootKeys: { count, threshold } }),
        reason: values.reason,
        ...(above === undefined ? {} : { resetAbove: Number(above) }),
        ...secret,
        json: values.json,
      },
      io,
    );
  } catch (error) {
    const message = fileTrouble(error);
    if (message === undefined) throw error;
    return refuse(io, { kind: 'not-written', message }, values.json);
  }
}

type Given = {
  readonly title: string;
  readonly org: string;
  readonly mirror?: readonly string[] | undefined;
  readonly 'reset-above'?: string | undefined;
};

function wrongUsage(values: Given, count: number, threshold: number): string | undefined {
  if (!Number.isInteger(count) || count < 1 || count > signaturesLimit) {
    return `--root-keys takes a number from 1 to ${signaturesLimit}.`;
  }
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > count) {
    return '--threshold takes a number from 1 to the number of root keys.';
  }
  const mirrors = values.mirror ?? [];
  if (mirrors.length > mostMirrors || mirrors.some((url) => !URL.canParse(url) || !mayBeAsked(new URL(url)))) {
    return `--mirror takes an address that begins with https://, at most ${mostMirrors} times.`;
  }
  if (values.title.length > 1024 || values.org.length > 1024) return 'Titles and names may have 1,024 characters.';
  const above = values['reset-above'];
  return above !== undefined && !/^\d{1,9}$/.test(above) ? '--reset-above takes the number of a version.' : undefined;
}

type Request = {
  readonly title: string;
  readonly organisation: string;
  readonly count: number;
  readonly threshold: number;
  readonly inbox: readonly InboxAddress[];
  readonly mirrors: readonly string[];
  readonly passphrase?: string;
};

async function createKeys(folder: string, request: Request, asJson: boolean, io: CommandIo): Promise<number> {
  const { title, organisation, count, threshold, inbox, mirrors, passphrase } = request;
  const rootKeys = await Promise.all(Array.from({ length: count }, async (_, at) => newKey(`Officer ${at + 1}`)));
  const publisher = await newKey('Conference office');
  const now = Date.now();
  const { conference, words, root } = await foundConference(
    {
      title,
      organisation,
      rootKeys,
      threshold,
      publisherKeys: [publisher],
      ...(inbox.length === 0 ? {} : { inbox }),
      ...(mirrors.length === 0 ? {} : { mirrors }),
      issuedAt: now,
      expires: now + fiveYears,
    },
    bundlePlatform,
  );
  const created = await createKeysFolder(folder, {
    rootKeys,
    publisher,
    root,
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  if (!created.ok) return refuse(io, { kind: created.error.kind, message: keysSentence(created.error) }, asJson);
  if (asJson) io.out(`${JSON.stringify({ conference, words, title, threshold, rootKeys: count }, null, 2)}\n`);
  else io.out(`Conference   ${conference}\nCheck words  ${words}\n`);
  io.err(
    `The keys are in ${folder}. Take the ${count} root key files out of it, one for each officer: ` +
      `${threshold} of them together can change the keys.\n`,
  );
  return 0;
}
