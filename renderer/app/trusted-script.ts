// Addresses of the app's own scripts, as the content security policy wants them: it takes no plain text for one.

declare global {
  /** Trusted Types (W3C), as far as they are used; TypeScript's own description of the browser leaves them out. */
  var trustedTypes:
    | {
        readonly createPolicy: (
          name: string,
          rules: { readonly createScriptURL: (address: string) => string },
        ) => { readonly createScriptURL: (address: string) => string };
      }
    | undefined;
}

/** `address`, which the build has put into the page's code, as one that a worker may be started from. */
export function trustedScriptAddress(address: string): string {
  const policy = globalThis.trustedTypes?.createPolicy('rostrum-own-scripts', { createScriptURL: (own) => own });
  return policy === undefined ? address : policy.createScriptURL(address);
}
