// What an address publishes, before one of its conferences is chosen.

import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import { readConferenceList } from '../../shared/bundle/conference-list';
import type { ListedConference } from '../../shared/bundle/conference-list';
import type { FetchFailure } from '../../shared/desktop-contract';
import { fail } from '../../shared/result';
import type { Result } from '../../shared/result';
import { textCodec } from '../app/text-codec';
import type { Store } from '../storage/store';

/** The conferences that an address lists. */
export async function listAtAddress(
  store: Store,
  address: string,
): Promise<Result<readonly ListedConference[], BundleFailure | FetchFailure>> {
  const fetched = await store.desktop.fetchConferences({ address });
  if (!fetched.ok) return fail(fetched.error);
  return readConferenceList(fetched.value, textCodec);
}
