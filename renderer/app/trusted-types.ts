// Words that the content security policy takes only from where it is known that they can do no harm.

type Rules = { readonly createScriptURL: (address: string) => string; readonly createHTML: (html: string) => string };

declare global {
  /** Trusted Types (W3C), as far as they are used; TypeScript's own description of the browser leaves them out. */
  var trustedTypes: { readonly createPolicy: (name: string, rules: Rules) => Rules } | undefined;
}

/** `address`, which the build has put into the page's code, as one that a worker may be started from. */
export function trustedScriptAddress(address: string): string {
  return policy('rostrum-own-scripts').createScriptURL(address);
}

/** A paper's markup, for a document that no window shows: it is read, and neither runs nor loads anything. */
export function inertHtml(html: string): string {
  return policy('rostrum-papers').createHTML(html);
}

function policy(name: string): Rules {
  const asItIs: Rules = { createScriptURL: (address) => address, createHTML: (html) => html };
  return globalThis.trustedTypes?.createPolicy(name, asItIs) ?? asItIs;
}
