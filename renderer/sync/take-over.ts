// Takes an offer over, and keeps with it where it came from and whether its office is known to be the right one.

import { saveConference } from '../storage/deeds';
import type { Deed } from '../storage/deeds';
import { applyOfficial } from '../storage/official-deeds';
import { findTrusted } from '../storage/official-questions';
import { findConference } from '../storage/questions';
import type { Store } from '../storage/store';
import type { Offer } from './verify-in-worker';

/**
 * Applies `offer`. Its office is known from then on when it was before, when its id came with an invitation (then it is
 * trusted at the first meeting), or when the delegate `hasCompared` its words with the credential card.
 */
export async function takeOver(store: Store, offer: Offer, hasCompared: boolean): Deed {
  const { bundle, title, address } = offer;
  const { id } = bundle.conference;
  const isFirst = (await findTrusted(store, id)) === null;
  const wasKnown = (await findConference(store, id))?.isOfficeKnown === true;
  const applied = await applyOfficial(store, offer.news);
  const isKnown = wasKnown || hasCompared || (isFirst && bundle.isTrusted);
  if (!applied.ok || (address === undefined && isKnown === wasKnown)) return applied;
  return saveConference(store, {
    ...title,
    ...(address === undefined ? {} : { address }),
    ...(isKnown ? { isOfficeKnown: true } : {}),
  });
}
