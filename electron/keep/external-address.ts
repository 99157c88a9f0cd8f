// Addresses that may leave the app for the browser or the mail program: nothing but https: and mailto:.

/**
 * The address as it will be opened, and what the delegate is asked about; undefined when it may not be opened at all.
 * The host is shown as the network sees it (Punycode), and an address that hides one behind a name and password is
 * refused: both are how one host is made to look like another.
 */
export function externalAddress(url: string): { readonly href: string; readonly shown: string } | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || parsed.username !== '' || parsed.password !== '') return undefined;
  if (parsed.protocol === 'https:') return { href: parsed.href, shown: parsed.host };
  if (parsed.protocol === 'mailto:') return { href: parsed.href, shown: parsed.pathname };
  return undefined;
}
