// The only addresses that are ever asked: where a conference office publishes, and the fixed layout below it.

/** What stands at an address (FORMAT.md, "Layout"). */
export type PublishedPlace =
  | { readonly kind: 'conferences' }
  | { readonly kind: 'root'; readonly conference: string; readonly version: number }
  | { readonly kind: 'head'; readonly conference: string }
  | { readonly kind: 'object'; readonly conference: string; readonly sha256: string };

/**
 * The URL of `place` under `address`. Undefined unless the address is https, or http on this very computer, and has
 * neither a password nor a query: then nothing is asked at all.
 */
export function urlOf(address: string, place: PublishedPlace): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const base = new URL(address);
  if (!mayBeAsked(base)) return undefined;
  if (base.username !== '' || base.password !== '' || base.search !== '' || base.hash !== '') return undefined;
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return new URL(pathOf(place), base);
}

/** Whether a URL is encrypted on its way, or does not leave this computer. */
export function mayBeAsked({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

function pathOf(place: PublishedPlace): string {
  switch (place.kind) {
    case 'conferences':
      return 'conferences.json';
    case 'root':
      return `${place.conference}/root/${place.version}.json`;
    case 'head':
      return `${place.conference}/head.json`;
    case 'object':
      return `${place.conference}/o/${place.sha256}`;
  }
}
