// `rostrum push URL --identity DIR AMENDMENT…`: amendments to the conference office, and what became of earlier ones.

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseConferenceId } from '../shared/bundle/conference-id';
import type { Command, CommandIo } from './command';
import { fileTrouble } from './file-trouble';
import { openIdentity } from './identity';
import { readPassphrase } from './keys-folder';
import { folderSentence, placeAt } from './place-at';
import { pullBundle } from './pull-bundle';
import { pushAmendments, type PushReport } from './push-amendments';
import { refuse, refuseUsage } from './refuse';

const help = `Usage: rostrum push URL --identity DIR [--papers PLACE] [--conference ID] [--name NAME]
                    [--withdraw ID]… [--credentials FILE] [--passphrase-file FILE] [--json] [AMENDMENT…]

Sends amendments to the conference office, signed by this device, into its inbox at URL (a WebDAV
address, s3+https://host/bucket/…, or a folder). What was sent is not sent twice. Without an
AMENDMENT it sends what is left, and says what became of what was sent before.

  --identity DIR       the device's journal and key; made when it is not there
  --papers PLACE       where the papers are that are amended: an address, file or folder (URL)
  --conference ID      the conference it has to be
  --name NAME          what the office reads as the sender
  --withdraw ID        take a submission back
  --credentials FILE   what opens URL: {"user", "password"} or {"accessKeyId", "secretAccessKey"}
  --passphrase-file FILE  puts a new device key under a passphrase, and opens one that is
  --json               print the answer as JSON

Example:
  rostrum push https://cloud.example/dav/inbox --papers https://papers.example/2027 --identity me 12.1.txt
`;

export const pushCommand: Command = {
  name: 'push',
  summary: 'send amendments to the conference office',
  help,
  run: runPush,
};

async function runPush(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      identity: { type: 'string' },
      papers: { type: 'string' },
      conference: { type: 'string' },
      name: { type: 'string' },
      withdraw: { type: 'string', multiple: true, default: [] },
      credentials: { type: 'string' },
      'passphrase-file': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [to, ...amendments] = positionals;
  const { identity, json } = values;
  if (to === undefined) return refuseUsage(io, 'push', 'Say where to push to.');
  if (identity === undefined) return refuseUsage(io, 'push', 'Say who pushes with --identity DIR.');
  const expected = values.conference === undefined ? undefined : parseConferenceId(values.conference);
  if (values.conference !== undefined && expected === undefined) {
    return refuseUsage(io, 'push', `“${values.conference}” is no conference id: c and 26 letters or digits.`);
  }
  try {
    const place = await placeAt(to, values.credentials);
    if (!place.ok) return refuse(io, place.error, json);
    const passphrase = await readPassphrase(values['passphrase-file']);
    if (!passphrase.ok) return refuse(io, passphrase.error, json);
    const folder = join(resolve(identity), 'pulled');
    const pulled = await pullBundle({
      from: values.papers ?? to,
      folder,
      ...(expected === undefined ? {} : { expected }),
    });
    if (!pulled.ok) return refuse(io, { kind: pulled.error.code, message: pulled.error.message }, json);
    const opened = await openIdentity(resolve(identity), passphrase.value);
    if (!opened.ok) return refuse(io, { kind: opened.error.kind, message: folderSentence(opened.error) }, json);
    try {
      const pushed = await pushAmendments(
        {
          amendments,
          withdraw: values.withdraw,
          ...(values.name === undefined ? {} : { name: values.name }),
          place: place.value,
          pulled: pulled.value,
          identity: opened.value,
        },
        io,
      );
      if (!pushed.ok) return refuse(io, { kind: pushed.error.code, message: pushed.error.message }, json);
      report(pushed.value, json, io);
      return 0;
    } finally {
      await opened.value.close();
    }
  } catch (error) {
    const message = fileTrouble(error);
    if (message === undefined) throw error;
    return refuse(io, { kind: 'not-readable', message }, json);
  }
}

function report(pushed: PushReport, asJson: boolean, io: CommandIo): void {
  if (pushed.lost > 0) io.err(`The folder lost ${pushed.lost} of your changes. They have been sent again.\n`);
  if (pushed.isRenewed) {
    io.err(
      'Two computers were using the same device key (maybe a restored backup). This one has been given a new key; nothing was lost.\n',
    );
  }
  if (asJson) {
    io.out(`${JSON.stringify(pushed, null, 2)}\n`);
    return;
  }
  io.out(`Device ${pushed.device}\n${pushed.sent} sent.\n`);
  for (const { id, standing, reason, instruction } of pushed.submissions) {
    io.out(`${id}  ${standing}${reason === undefined ? '' : ` (${reason})`}  ${instruction.split('\n')[0] ?? ''}\n`);
  }
}
