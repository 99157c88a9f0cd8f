// Whose keys a keys folder holds.

import type { BundleFailure } from '../shared/bundle/bundle-failure';
import { conferenceOfRoots as conferenceOf, type NamedConference } from '../shared/bundle/conference-of-roots';
import type { Result } from '../shared/result';
import { bundlePlatform } from './bundle-platform';

export type { NamedConference } from '../shared/bundle/conference-of-roots';

/** The conference of `roots` (at least one). */
export async function conferenceOfRoots(roots: readonly Uint8Array[]): Promise<Result<NamedConference, BundleFailure>> {
  return conferenceOf(roots, bundlePlatform);
}
