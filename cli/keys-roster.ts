// `rostrum keys roster DIR`: the delegates' devices that the office vouches for. The next version publishes it.

import { fromBase64Url, toBase64Url } from '../shared/base64';
import { checkWords, conferenceWordCount } from '../shared/bundle/check-words';
import { isUsablePublicKey } from '../shared/bundle/low-order-keys';
import type { OfficeFiles } from '../shared/bundle/office-papers';
import type { RosterEntry } from '../shared/bundle/office-records';
import { keyIdOf } from '../shared/bundle/verify-roots';
import { fail, succeed, type Result } from '../shared/result';
import { bundlePlatform } from './bundle-platform';
import { bundleSentence } from './bundle-sentence';
import type { CommandIo } from './command';
import { conferenceOfRoots } from './conference-keys';
import { keysSentence, readRoots } from './keys-folder';
import { readOfficeFiles, writeRoster } from './office-files';
import { refuse, refuseUsage } from './refuse';

export type RosterRequest = {
  readonly folder: string;
  readonly add?: string | undefined;
  readonly remove?: string | undefined;
  readonly name?: string | undefined;
  readonly delegation?: string | undefined;
  readonly json: boolean;
};

/** Changes the roster as asked, and prints it. */
export async function changeRoster(request: RosterRequest, io: CommandIo): Promise<number> {
  const { folder, add, remove, json } = request;
  if (add !== undefined && remove !== undefined) return refuseUsage(io, 'keys', 'Add or remove, one at a time.');
  if (add !== undefined && request.name === undefined)
    return refuseUsage(io, 'keys', 'Say whose device it is: --name.');
  const roots = await readRoots(folder);
  if (!roots.ok) return refuse(io, { kind: roots.error.kind, message: keysSentence(roots.error) }, json);
  const conference = await conferenceOfRoots(roots.value);
  if (!conference.ok) {
    return refuse(io, { kind: conference.error.code, message: bundleSentence(conference.error) }, json);
  }
  const files = await readOfficeFiles(folder, conference.value.id);
  if (!files.ok) return refuse(io, files.error, json);
  const changed = await rosterAfter(request, files.value);
  if (!changed.ok) return refuse(io, changed.error, json);
  const roster = changed.value;
  if (roster !== files.value.roster) await writeRoster(folder, roster);
  await print(roster, json, io);
  return 0;
}

type RosterRefusal = { readonly kind: 'no-such-device'; readonly message: string };

async function rosterAfter(
  { add, remove, name, delegation }: RosterRequest,
  { roster, inbox }: OfficeFiles,
): Promise<Result<readonly RosterEntry[], RosterRefusal>> {
  if (remove !== undefined) {
    if (!roster.some(({ device }) => device === remove)) return refused(remove, 'is not on the roster');
    return succeed(roster.map((entry) => (entry.device === remove ? { ...entry, isWithdrawn: true } : entry)));
  }
  if (add === undefined) return succeed(roster);
  const publicKey = fromBase64Url(inbox.logs[add]?.x ?? add);
  if (publicKey === undefined || !isUsablePublicKey(publicKey)) {
    return refused(add, 'is no public key, and the inbox has heard of no device of that id');
  }
  const device = await keyIdOf(publicKey, bundlePlatform.cryptography);
  const entry: RosterEntry = {
    device,
    publicKey,
    name: name ?? '',
    ...(delegation === undefined ? {} : { delegation }),
    isWithdrawn: false,
  };
  return succeed([...roster.filter((each) => each.device !== device), entry]);
}

function refused(device: string, why: string): Result<never, RosterRefusal> {
  return fail({ kind: 'no-such-device', message: `${device} ${why}.` });
}

async function print(roster: readonly RosterEntry[], asJson: boolean, io: CommandIo): Promise<void> {
  const listed = await Promise.all(
    roster.map(async ({ device, publicKey, name, delegation, isWithdrawn }) => ({
      device,
      x: toBase64Url(publicKey),
      // What the delegate reads out, to be compared before the device is trusted.
      words: checkWords(await bundlePlatform.cryptography.sha256(publicKey), conferenceWordCount),
      name,
      ...(delegation === undefined ? {} : { delegation }),
      withdrawn: isWithdrawn,
    })),
  );
  if (asJson) io.out(`${JSON.stringify({ devices: listed }, null, 2)}\n`);
  else
    for (const { device, name, words, withdrawn } of listed)
      io.out(`${device}  ${name}${withdrawn ? ' (withdrawn)' : ''}  ${words}\n`);
}
