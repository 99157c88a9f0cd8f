// A conference's id is the hash of its first root: who has the id can check everything that follows.

import { conferenceId, type ConferenceId } from '../ids';

/** `c` and 26 characters of base32 (RFC 4648 section 6, lower case): the first 130 bits of a SHA-256. */
export const conferenceIdPattern = /^c[a-z2-7]{26}$/;

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The id of the conference whose first root's payload has this SHA-256. */
export function conferenceIdOf(rootHash: Uint8Array): ConferenceId {
  let characters = '';
  let held = 0;
  let bits = 0;
  for (const byte of rootHash) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      characters += base32.charAt((held >> bits) & 31);
    }
  }
  return conferenceId(`c${characters.slice(0, 26)}`);
}

/** The id as a person typed it: any case, with or without spaces and hyphens. Undefined when it is none. */
export function parseConferenceId(typed: string): ConferenceId | undefined {
  const text = typed.replaceAll(/[\s-]/g, '').toLowerCase();
  return conferenceIdPattern.test(text) ? conferenceId(text) : undefined;
}

/** The first 16 bytes of the hash that the id stands for: 128 of its 130 bits. */
export function hashBeginning(id: ConferenceId): Uint8Array {
  const bytes = new Uint8Array(16);
  let held = 0;
  let bits = 0;
  let written = 0;
  for (const character of id.slice(1)) {
    held = ((held << 5) | base32.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits < 8 || written === bytes.length) continue;
    bits -= 8;
    bytes[written] = (held >> bits) & 0xff;
    written += 1;
  }
  return bytes;
}

/** Whether a conference is one that an office publishes: its id is the hash of a root. */
export function isConferenceId(id: string): boolean {
  return conferenceIdPattern.test(id);
}
