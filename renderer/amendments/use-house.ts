// The house whose wording a conference's amendments are written in, remembered for each conference.

import type { WordingStyleName } from '../../shared/amendment/wording-style';
import type { ConferenceId } from '../../shared/ids';
import { findConference } from '../storage/questions';
import { useQuestion } from '../storage/StoreContext';
import { useRemembered } from '../ui/use-remembered';
import { houseOf } from './house';

/** The house, and a way to choose another. */
export function useHouse(id: ConferenceId): readonly [WordingStyleName, (house: WordingStyleName) => void] {
  const conference = useQuestion((store) => findConference(store, id), [id]);
  const [chosen, choose] = useRemembered(`house.${id}`, '');
  return [houseOf(conference, chosen), choose];
}
