// `rostrum pull URL --state DIR`: what is new at the conference office, and what it took to get it.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseConferenceId } from '../shared/bundle/conference-id';
import { bundleNoteSentence } from './bundle-sentence';
import { businessWords } from '../shared/merge/describe-business';
import type { Command, CommandIo } from './command';
import { fileTrouble } from './file-trouble';
import { pullBundle, type Pulled } from './pull-bundle';
import { refuse, refuseUsage } from './refuse';

const help = `Usage: rostrum pull URL --state DIR [--conference ID] [--json]

Gets the newest papers from URL (or a *.rostrum file, or a folder as published) into DIR, verifies
every byte, and says what changed and how much was fetched: only what is new.

  --state DIR      what was pulled so far, and what is trusted; made when it is not there
  --conference ID  the conference it has to be, from the invitation or the credential card
  --json           print the answer as JSON

Example:
  rostrum pull https://papers.example/2027 --state papers
`;

export const pullCommand: Command = {
  name: 'pull',
  summary: 'get what is new from the conference office',
  help,
  run: runPull,
};

async function runPull(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { state: { type: 'string' }, conference: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [from, ...others] = positionals;
  if (from === undefined || others.length > 0) return refuseUsage(io, 'pull', 'Name one address or file.');
  if (values.state === undefined) return refuseUsage(io, 'pull', 'Say where to keep the papers with --state DIR.');
  const expected = values.conference === undefined ? undefined : parseConferenceId(values.conference);
  if (values.conference !== undefined && expected === undefined) {
    return refuseUsage(io, 'pull', `“${values.conference}” is no conference id: c and 26 letters or digits.`);
  }
  try {
    const pulled = await pullBundle({
      from,
      folder: resolve(values.state),
      ...(expected === undefined ? {} : { expected }),
    });
    if (!pulled.ok) return refuse(io, { kind: pulled.error.code, message: pulled.error.message }, values.json);
    report(pulled.value, values.json, io);
    return 0;
  } catch (error) {
    const message = fileTrouble(error);
    if (message === undefined) throw error;
    return refuse(io, { kind: 'not-readable', message }, values.json);
  }
}

function report({ bundle, changes, traffic }: Pulled, asJson: boolean, io: CommandIo): void {
  const { conference, version, words, notes, isTrusted, isNews } = bundle;
  for (const note of notes) io.err(`${bundleNoteSentence(note)}\n`);
  const { requests, bytes } = traffic;
  if (asJson) {
    const facts = { conference: conference.id, version, words, trusted: isTrusted, notes, news: isNews };
    io.out(
      `${JSON.stringify({ ...facts, requests, bytes, changes: changes.changes, business: changes.business }, null, 2)}\n`,
    );
    return;
  }
  const counts = changes.counts.map(({ count, paper, kind }) => `${count} ${paper}${count === 1 ? '' : 's'} ${kind}`);
  const business = changes.business.map((change) => `Order of business: ${businessWords(change)}.\n`).join('');
  const note = bundle.note === undefined ? '' : `${bundle.note}: `;
  io.out(
    `Version ${version} of ${conference.title}. ${note}${counts.length === 0 ? 'nothing changed' : counts.join(', ')}.\n${business}` +
      `Words on the hall’s screen: ${words}\n${requests} requests, ${bytes} bytes.\n`,
  );
  if (!isTrusted) io.out('Not yet trusted: nothing says that this is the conference you mean. Give --conference ID.\n');
}
