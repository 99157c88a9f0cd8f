// Who may talk to `rostrum open`: this computer, under the one name its page has, and only with the token.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The header that carries the token. A page of another origin cannot set it without being asked first, and is not. */
export const tokenHeader = 'x-rostrum-token';

/** The one name of the page. `localhost` would be another origin, and so another IndexedDB. */
export function hostOf(port: number): string {
  return `127.0.0.1:${port}`;
}

/**
 * Whether the request was meant for this host and comes from its own page or from the address bar. A page that points
 * a name of its own at 127.0.0.1 (DNS rebinding) still sends its name in Host; one that posts across sends its Origin.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, port: number): boolean {
  const { host, origin } = headers;
  return host === hostOf(port) && (origin === undefined || origin === `http://${hostOf(port)}`);
}

/** Whether the request carries the token, compared in a time that tells nothing about it. */
export function carriesToken(headers: IncomingHttpHeaders, token: string): boolean {
  const given = headers[tokenHeader];
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
