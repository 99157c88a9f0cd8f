// What a delegate may type or paste to reach a conference office: a web address, with or without the conference in it.

import { parseConferenceId } from '../../shared/bundle/conference-id';
import type { ConferenceId } from '../../shared/ids';

/** Where to ask; with `conference` when the address names it, which is then what everything is checked against. */
export type OfficeAddress = { readonly base: string; readonly conference?: ConferenceId };

/** The address as typed, made whole: `https://` added where nothing is said. Undefined when it is none. */
export function parseOfficeAddress(typed: string): OfficeAddress | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const withScheme = /^[a-z][a-z+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const parts = url.pathname
    .split('/')
    .filter((part) => part !== '' && part !== 'conferences.json' && part !== 'head.json');
  const last = parts.at(-1);
  const conference = last === undefined ? undefined : parseConferenceId(last);
  const path = (conference === undefined ? parts : parts.slice(0, -1)).join('/');
  const base = `${url.origin}/${path === '' ? '' : `${path}/`}`;
  return conference === undefined ? { base } : { base, conference };
}
