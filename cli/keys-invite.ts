// `rostrum keys invite DIR URL…`: what delegates connect by, as text and as a QR picture.

import { writeFile } from 'node:fs/promises';
import { encodeQR } from 'qr';
import { writeInvitation } from '../shared/bundle/invite';
import { mayBeAsked } from '../electron/keep/sync-address';
import { bundleSentence } from './bundle-sentence';
import type { CommandIo } from './command';
import { conferenceOfRoots } from './conference-keys';
import { keysSentence, readRoots } from './keys-folder';
import { refuse, refuseUsage } from './refuse';

export type InviteRequest = {
  readonly folder: string;
  readonly addresses: readonly string[];
  readonly svg?: string | undefined;
  readonly json: boolean;
};

/** Prints the invitation of the conference whose keys are in `folder`. */
export async function inviteDelegates({ folder, addresses, svg, json }: InviteRequest, io: CommandIo): Promise<number> {
  const wrong = addresses.find((address) => !URL.canParse(address) || !mayBeAsked(new URL(address)));
  if (wrong !== undefined) return refuseUsage(io, 'keys', `${wrong} is no address that begins with https://.`);
  const roots = await readRoots(folder);
  if (!roots.ok) return refuse(io, { kind: roots.error.kind, message: keysSentence(roots.error) }, json);
  const conference = await conferenceOfRoots(roots.value);
  if (!conference.ok) {
    return refuse(io, { kind: conference.error.code, message: bundleSentence(conference.error) }, json);
  }
  const { id, title, words } = conference.value;
  const invitation = writeInvitation({ conference: id, addresses });
  const picture = encodeQR(invitation, 'svg', { ecc: 'medium' });
  if (svg === '-') io.out(`${picture}\n`);
  else if (svg !== undefined) await writeFile(svg, picture);
  if (svg === '-') return 0;
  if (json) io.out(`${JSON.stringify({ conference: id, title, words, invitation, svg: picture }, null, 2)}\n`);
  else io.out(`${title}\nConference   ${id}\nCheck words  ${words}\nInvitation   ${invitation}\n`);
  return 0;
}
