// `rostrum publish PAPERS… --keys DIR`: the conference office's next version, signed and written.

import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import type { Command, CommandIo } from './command';
import { fileTrouble } from './file-trouble';
import { readPassphrase } from './keys-folder';
import { placeAt } from './place-at';
import { publishVersion, type PublishRequest } from './publish-version';
import { refuse, refuseUsage } from './refuse';

const help = `Usage: rostrum publish PAPERS… --keys DIR (--out DIR|URL | --single-file FILE.rostrum) [--note TEXT]
                       [--order FILE.json] [--mass-removal] [--json]

Builds the next version from PAPERS (everything that is to be in it, not only what changed), signs
it, and writes it. Papers keep their ids from version to version by number, else by title.

  --keys DIR          the folder that "rostrum keys create" made
  --out DIR|URL       the folder to publish in, which a web server serves as it is; or the address of
                      a WebDAV folder (https://…) or S3 store (s3+https://host/bucket/…)
  --credentials FILE  what opens that address: {"user", "password"}, or {"accessKeyId",
                      "secretAccessKey", "region"}
  --passphrase-file FILE  what opens the publisher's key, when it lies under a passphrase
  --single-file FILE  everything in one file, for a stick or e-mail
  --note TEXT         what delegates read about this version, such as "Supplementary Report 2"
  --order FILE        the order of business: [{"title": "Thursday morning", "time": "9.30 to 12.30",
                      "items": [{"line": "Guest speaker"}, {"motion": "12"}]}]; without it, the one
                      that is published stays
  --mass-removal      more than a tenth of the papers is meant to go
  --json              print what was published as JSON

Example:
  rostrum publish motions/*.txt --keys office-keys --out public --single-file agenda.rostrum
`;

export const publishCommand: Command = {
  name: 'publish',
  summary: 'sign the next version of the papers and publish it',
  help,
  run: runPublish,
};

async function runPublish(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      out: { type: 'string' },
      credentials: { type: 'string' },
      'passphrase-file': { type: 'string' },
      'single-file': { type: 'string' },
      note: { type: 'string' },
      order: { type: 'string' },
      'mass-removal': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { keys, out, note, order, json } = values;
  const singleFile = values['single-file'];
  if (positionals.length === 0) return refuseUsage(io, 'publish', 'Name the papers to publish.');
  if (keys === undefined) return refuseUsage(io, 'publish', 'Say where the keys are with --keys DIR.');
  if (out === undefined && singleFile === undefined) {
    return refuseUsage(io, 'publish', 'Say where to publish with --out DIR|URL, or --single-file FILE.');
  }
  const place = out === undefined ? undefined : await placeAt(out, values.credentials);
  if (place?.ok === false) return refuse(io, place.error, json);
  const passphrase = await readPassphrase(values['passphrase-file']);
  if (!passphrase.ok) return refuse(io, passphrase.error, json);
  const request: PublishRequest = {
    papers: positionals,
    keys: resolve(keys),
    ...(place === undefined ? {} : { out: place.value }),
    ...(passphrase.value === undefined ? {} : { passphrase: passphrase.value }),
    ...(singleFile === undefined ? {} : { singleFile: resolve(singleFile) }),
    ...(note === undefined ? {} : { note }),
    ...(order === undefined ? {} : { order: resolve(order) }),
    isMassRemovalMeant: values['mass-removal'],
  };
  return publish(request, json, io);
}

async function publish(request: PublishRequest, asJson: boolean, io: CommandIo): Promise<number> {
  try {
    const published = await publishVersion(request, io);
    if (!published.ok) return refuse(io, { kind: published.error.code, message: published.error.message }, asJson);
    const { title, conference, version, words, added, changed, removed } = published.value;
    if (asJson) io.out(`${JSON.stringify({ conference, version, words, added, changed, removed }, null, 2)}\n`);
    else {
      io.out(
        `Published version ${version} of ${title} (${conference}): ${added} added, ${changed} changed, ${removed} removed.\n` +
          `Words for the hall’s screen: ${words}\n`,
      );
    }
    return 0;
  } catch (error) {
    const message = fileTrouble(error);
    if (message === undefined) throw error;
    return refuse(io, { kind: 'not-written', message }, asJson);
  }
}
