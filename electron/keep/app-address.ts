// The address of the app's page. It is the key of its IndexedDB, so it never changes.

import type { AppFile, AppFiles } from './app-files';

export const appScheme = 'app';
export const appHost = 'bundle';
export const appOrigin = `${appScheme}://${appHost}`;

/** Whether `url` is within the app. Compares what was parsed, never the beginning of a text. */
export function isAppAddress(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.protocol === `${appScheme}:` && parsed.host === appHost && parsed.username === '';
}

/**
 * The file at `url`: undefined for every address that is not, character by character once parsed, one of the list.
 * Encoded dots and slashes stay encoded and so match nothing; nothing takes a query.
 */
export function appFileAt(files: AppFiles, url: string): AppFile | undefined {
  if (!isAppAddress(url)) return undefined;
  const { pathname, search } = new URL(url);
  return search === '' ? files.get(pathname) : undefined;
}
