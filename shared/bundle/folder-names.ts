// The names under which the app keeps the folders that it writes to: one for each purpose and conference.

import { conferenceIdPattern } from './conference-id';

/**
 * What a folder is for: `office` takes what is sent to a conference office, `team` is shared with the delegation,
 * `publish` is where a conference office publishes, `self` is the delegate's own.
 */
export type FolderPurpose =
  | { readonly kind: 'office' | 'team' | 'publish'; readonly conference: string }
  | { readonly kind: 'self' };

/** The name of the folder for a purpose, as `connectFolder` takes it. */
export function folderName(purpose: FolderPurpose): string {
  return purpose.kind === 'self' ? 'self' : `${purpose.kind}-${purpose.conference}`;
}

/** What the folder of this name is for; undefined for a name of another making. */
export function folderPurpose(name: string): FolderPurpose | undefined {
  if (name === 'self') return { kind: 'self' };
  const dash = name.indexOf('-');
  const [kind, conference] = [name.slice(0, dash), name.slice(dash + 1)];
  if (kind !== 'office' && kind !== 'team' && kind !== 'publish') return undefined;
  return conferenceIdPattern.test(conference) ? { kind, conference } : undefined;
}
