import { describe, it } from 'vitest';
import {
  applyingWhatWasDerivedGivesTheEditedText,
  invertingUndoes,
  jsonKeepsOperations,
  readingWhatWasWrittenGivesTheSameText,
  trackedRunsRejoinToBothTexts,
} from '../../tests/laws/amendment-laws';

import { wordingStyleNames } from './wording-style';

const runs = 200;

describe('for every text and every edit', () => {
  it('applying what was derived gives the edited text', () => applyingWhatWasDerivedGivesTheEditedText(runs));
  it('applying the inverse gives the base again', () => invertingUndoes(runs));
  it('operations are the same after a journey through JSON', () => jsonKeepsOperations(runs));
  it('tracked runs re-join to both texts', () => trackedRunsRejoinToBothTexts(runs));
  it.each(wordingStyleNames)('reading what was written for %s gives the same text', (style) =>
    readingWhatWasWrittenGivesTheSameText(runs, style),
  );
});
