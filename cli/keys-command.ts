// `rostrum keys create DIR`: makes a conference's keys, and with them its id.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { signaturesLimit } from '../shared/bundle/limits';
import { foundConference, type ConferenceKey } from '../shared/bundle/seal-root';
import { keyIdOf } from '../shared/bundle/verify-roots';
import { bundlePlatform } from './bundle-platform';
import type { Command, CommandIo } from './command';
import { createKeysFolder, keysSentence } from './keys-folder';
import { refuse, refuseUsage } from './refuse';

const help = `Usage: rostrum keys create DIR [--org NAME] [--title CONFERENCE] [--root-keys N --threshold M] [--json]

Makes the keys of a new conference and prints its id, with the words by which delegates recognise
it. The root keys can change the keys, M of N together: give one to each officer on a stick and
take it out of DIR. The publisher key signs what is published, and stays.

  --org NAME          the organisation, as delegates see it
  --title CONFERENCE  the conference, as delegates see it
  --root-keys N       how many root keys, 1 to ${signaturesLimit} (3)
  --threshold M       how many of them must sign a change of keys (more than half)
  --json              print the id and the words as JSON

Example:
  rostrum keys create office-keys --org "Union of Lamplighters" --title "National Conference 2027"
`;

export const keysCommand: Command = {
  name: 'keys',
  summary: 'make the keys of a conference',
  help,
  run: runKeys,
};

const fiveYears = 5 * 365 * 24 * 60 * 60 * 1000;

async function runKeys(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      org: { type: 'string', default: '' },
      title: { type: 'string', default: 'Conference' },
      'root-keys': { type: 'string', default: '3' },
      threshold: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [action, folder, ...rest] = positionals;
  if (action !== 'create') return refuseUsage(io, 'keys', 'Say what to do with keys: create.');
  if (folder === undefined || rest.length > 0) return refuseUsage(io, 'keys', 'Name one folder for the keys.');
  const count = Number(values['root-keys']);
  const threshold = Number(values.threshold ?? Math.floor(count / 2) + 1);
  if (!Number.isInteger(count) || count < 1 || count > signaturesLimit) {
    return refuseUsage(io, 'keys', `--root-keys takes a number from 1 to ${signaturesLimit}.`);
  }
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > count) {
    return refuseUsage(io, 'keys', '--threshold takes a number from 1 to the number of root keys.');
  }
  if (values.title.length > 1024 || values.org.length > 1024) {
    return refuseUsage(io, 'keys', 'Titles and names may have 1,024 characters.');
  }
  const request = { title: values.title, organisation: values.org, count, threshold };
  return createKeys(resolve(folder), request, values.json, io);
}

type Request = {
  readonly title: string;
  readonly organisation: string;
  readonly count: number;
  readonly threshold: number;
};

async function createKeys(folder: string, request: Request, asJson: boolean, io: CommandIo): Promise<number> {
  const { title, organisation, count, threshold } = request;
  const rootKeys = await Promise.all(Array.from({ length: count }, async (_, at) => newKey(`Officer ${at + 1}`)));
  const publisher = await newKey('Conference office');
  const now = Date.now();
  const { conference, words, root } = await foundConference(
    { title, organisation, rootKeys, threshold, publisherKeys: [publisher], issuedAt: now, expires: now + fiveYears },
    bundlePlatform,
  );
  const created = await createKeysFolder(folder, { rootKeys, publisher, root });
  if (!created.ok) return refuse(io, { kind: created.error.kind, message: keysSentence(created.error) }, asJson);
  if (asJson) io.out(`${JSON.stringify({ conference, words, title, threshold, rootKeys: count }, null, 2)}\n`);
  else io.out(`Conference   ${conference}\nCheck words  ${words}\n`);
  io.err(
    `The keys are in ${folder}. Take the ${count} root key files out of it, one for each officer: ` +
      `${threshold} of them together can change the keys.\n`,
  );
  return 0;
}

async function newKey(label: string): Promise<ConferenceKey> {
  const { cryptography } = bundlePlatform;
  const pair = await cryptography.generateEd25519();
  return { ...pair, label, keyid: await keyIdOf(pair.publicKey, cryptography) };
}
