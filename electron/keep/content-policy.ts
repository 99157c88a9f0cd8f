// The content security policy of the app's page: it loads what it was built with, and reaches nobody.

/**
 * The `Content-Security-Policy` header. `connect` is where the page's scripts may connect to: nowhere in Electron, its
 * own loopback host in `rostrum open`. Sync is the doorkeeper's, so that a script that should not be there finds no way
 * out; it finds no way in either, as scripts come from the app's own files and nothing else.
 */
export function contentPolicy(connect: 'none' | 'self'): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src '${connect}'`,
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** For a document that is only printed: it may bring its own styles and pictures, run nothing and load nothing. */
export const printPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
