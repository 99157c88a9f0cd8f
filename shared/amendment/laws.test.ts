import { describe, it } from 'vitest';
import {
  applyingWhatWasDerivedGivesTheEditedText,
  invertingUndoes,
  jsonKeepsOperations,
  trackedRunsRejoinToBothTexts,
} from '../../tests/laws/amendment-laws';

const runs = 200;

describe('for every text and every edit', () => {
  it('applying what was derived gives the edited text', () => applyingWhatWasDerivedGivesTheEditedText(runs));
  it('applying the inverse gives the base again', () => invertingUndoes(runs));
  it('operations are the same after a journey through JSON', () => jsonKeepsOperations(runs));
  it('tracked runs re-join to both texts', () => trackedRunsRejoinToBothTexts(runs));
});
