// Which conference is open: that of the paper on the page, else the one read last.

import { useCallback, useEffect } from 'react';
import type { ConferenceId } from '../../shared/ids';
import type { Conference } from '../../shared/motion/conference';
import { findAmendment, findBriefing, findMotion, listConferences } from '../storage/questions';
import type { Store } from '../storage/store';
import { useQuestion, useStore } from '../storage/StoreContext';
import { useRemembered } from '../ui/use-remembered';
import type { Route } from './routes';

type OpenConference = {
  /** Undefined while it is being asked for, and where no papers are held. */
  readonly conference: Conference | undefined;
  /** Undefined until the answer is there. */
  readonly conferences: readonly Conference[] | undefined;
  readonly open: (id: ConferenceId) => void;
};

/** The conference of `route`; what was open last is remembered for each store apart. */
export function useConference(route: Route): OpenConference {
  const store = useStore();
  const [last, remember] = useRemembered(`conference.${store.name}`, '');
  const conferences = useQuestion(listConferences, []);
  const ofPage = useQuestion((open) => conferenceOf(open, route), [route]);
  const id = ofPage ?? last;
  useEffect(() => {
    if (ofPage !== undefined && ofPage !== null && ofPage !== last) remember(ofPage);
  }, [ofPage, last, remember]);
  const open = useCallback((next: ConferenceId) => remember(next), [remember]);
  return { conference: conferences?.find((held) => held.id === id) ?? conferences?.[0], conferences, open };
}

async function conferenceOf(store: Store, route: Route): Promise<ConferenceId | null> {
  switch (route.kind) {
    case 'papers':
      return route.conference;
    case 'motion':
    case 'amend':
    case 'correct-motion':
    case 'versions':
      return (await findMotion(store, route.motion))?.conferenceId ?? null;
    case 'briefing':
    case 'correct-briefing':
      return (await findBriefing(store, route.briefing))?.conferenceId ?? null;
    case 'submit':
      return (await findAmendment(store, route.amendment))?.conferenceId ?? null;
    case 'front-door':
    case 'amendments':
    case 'notes':
    case 'import':
    case 'connect':
    case 'report':
    case 'sent':
    case 'folders':
    case 'settings':
    case 'devices':
    case 'office':
    case 'unknown':
      return null;
  }
}
