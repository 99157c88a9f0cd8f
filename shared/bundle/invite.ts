// An invitation: a conference's id, which is all there is to trust, and the addresses where its papers are. Short enough
// for a QR picture on a credential card.

import type { ConferenceId } from '../ids';
import { parseConferenceId } from './conference-id';

export type Invitation = { readonly conference: ConferenceId; readonly addresses: readonly string[] };

/** `conf:<id>?u=<address>&u=<address>`, addresses percent-encoded. */
export function writeInvitation({ conference, addresses }: Invitation): string {
  const query = addresses.map((address) => `u=${encodeURIComponent(address)}`).join('&');
  return `conf:${conference}${query === '' ? '' : `?${query}`}`;
}

/** The invitation in a text, as scanned or typed; undefined when it is none. Addresses are still to be checked. */
export function readInvitation(text: string): Invitation | undefined {
  const [, id = '', query = ''] = /^\s*conf:([^?\s]+)(?:\?(\S*))?\s*$/i.exec(text) ?? [];
  const conference = parseConferenceId(id);
  if (conference === undefined) return undefined;
  const addresses: string[] = [];
  for (const part of query.split('&')) {
    if (!part.startsWith('u=')) continue;
    const address = decoded(part.slice(2));
    if (address === undefined) return undefined;
    addresses.push(address);
  }
  return { conference, addresses };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
