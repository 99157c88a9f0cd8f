// `rostrum verify FILE|URL`: what the app would say of a bundle, and what is trusted after it.

import { parseArgs } from 'node:util';
import { parseConferenceId } from '../shared/bundle/conference-id';
import { parseTrustedState, type TrustedState } from '../shared/bundle/trusted-state';
import { verifyBundle, type VerifiedBundle } from '../shared/bundle/verify-bundle';
import type { ConferenceId } from '../shared/ids';
import { fail, succeed, type Result } from '../shared/result';
import { bundlePlatform } from './bundle-platform';
import { bundleNoteSentence, bundleSentence } from './bundle-sentence';
import type { Command, CommandIo } from './command';
import { fileTrouble } from './file-trouble';
import { findBundle, findTrouble } from './find-bundle';
import { readIfThere } from './keys-folder';
import { refuse, refuseUsage } from './refuse';
import { writeOutput } from './write-output';

const help = `Usage: rostrum verify FILE|URL [--conference ID] [--state FILE] [--json]

Checks a bundle as the app does: who signed it, every hash, and that it is not older than what is
trusted. FILE is a *.rostrum file or a folder as published; URL is the address of either.

  --conference ID  the conference it has to be, from the invitation or the credential card
  --state FILE     what is trusted so far; written anew when the bundle is accepted
  --json           print the answer as JSON

Example:
  rostrum verify agenda.rostrum --state trusted.json
`;

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'check a bundle: who signed it, and that nothing was changed',
  help,
  run: runVerify,
};

async function runVerify(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { conference: { type: 'string' }, state: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [place, ...others] = positionals;
  if (place === undefined || others.length > 0)
    return refuseUsage(io, 'verify', 'Name one bundle, by file or address.');
  const expected = values.conference === undefined ? undefined : parseConferenceId(values.conference);
  if (values.conference !== undefined && expected === undefined) {
    return refuseUsage(io, 'verify', `“${values.conference}” is no conference id: c and 26 letters or digits.`);
  }
  const request: VerifyRequest = {
    place,
    ...(expected === undefined ? {} : { expected }),
    ...(values.state === undefined ? {} : { stateFile: values.state }),
  };
  try {
    const verified = await verify(request);
    if (!verified.ok) return refuse(io, { kind: verified.error.code, message: verified.error.message }, values.json);
    report(verified.value, values.json, io);
    return 0;
  } catch (error) {
    const message = fileTrouble(error);
    if (message === undefined) throw error;
    return refuse(io, { kind: 'not-readable', message }, values.json);
  }
}

type VerifyRequest = { readonly place: string; readonly expected?: ConferenceId; readonly stateFile?: string };
type VerifyRefusal = { readonly kind: 'not-accepted'; readonly code: string; readonly message: string };

async function verify({ place, expected, stateFile }: VerifyRequest): Promise<Result<VerifiedBundle, VerifyRefusal>> {
  const trusted = await readState(stateFile);
  if (!trusted.ok) return trusted;
  const found = await findBundle(place, expected ?? trusted.value?.conference);
  if (!found.ok) return fail({ kind: 'not-accepted', ...findTrouble(found.error, place) });
  const verified = await verifyBundle(found.value, trusted.value, {
    ...bundlePlatform,
    now: Date.now(),
    ...(expected === undefined ? {} : { expectedConference: expected }),
  });
  if (!verified.ok) return refusal(verified.error.code, bundleSentence(verified.error));
  if (stateFile === undefined) return verified;
  const text = `${JSON.stringify(verified.value.state, null, 2)}\n`;
  const written = await writeOutput(stateFile, bundlePlatform.text.encode(text));
  return written.ok ? verified : refusal(written.error.kind, `${stateFile} was not written: ${written.error.why}.`);
}

function refusal(code: string, message: string): Result<never, VerifyRefusal> {
  return fail({ kind: 'not-accepted', code, message });
}

/** What is trusted so far; undefined when nothing was kept yet. */
async function readState(path: string | undefined): Promise<Result<TrustedState | undefined, VerifyRefusal>> {
  const bytes = path === undefined ? undefined : await readIfThere(path);
  if (bytes === undefined) return succeed(undefined);
  const state = parseState(bundlePlatform.text.decodeUtf8(bytes) ?? '');
  return state === undefined
    ? refusal('damaged-state', `${path} does not hold what is trusted. Nothing was checked and nothing changed.`)
    : succeed(state);
}

function parseState(text: string): TrustedState | undefined {
  try {
    return parseTrustedState(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function report(bundle: VerifiedBundle, asJson: boolean, io: CommandIo): void {
  const { conference, version, words, notes, isTrusted, papers } = bundle;
  for (const note of notes) io.err(`${bundleNoteSentence(note)}\n`);
  if (asJson) {
    const answer = { accepted: true, trusted: isTrusted, conference: conference.id, version, words, notes };
    io.out(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const signers = bundle.signedBy.join(', ');
  io.out(
    `Version ${version} of ${conference.title} (${conference.id}), signed by ${signers}.\n` +
      `Words on the hall’s screen: ${words}\n` +
      `${papers.motions.length} motions, ${papers.amendments.length} amendments.\n`,
  );
  if (!isTrusted) io.out('Not yet trusted: nothing says that this is the conference you mean. Give --conference ID.\n');
}
