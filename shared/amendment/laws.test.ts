import { describe, it } from 'vitest';
import {
  applyingWhatWasDerivedGivesTheEditedText,
  carryingOverCommutes,
  composingIsCarryingOneAfterTheOther,
  invertingUndoes,
  jsonKeepsOperations,
  overlapMissesNothing,
  readingASecondaryWordingGivesTheSameText,
  readingWhatWasWrittenGivesTheSameText,
  rebasingAgreesWithCarryingOver,
  secondaryAmendmentsChangeTheirParent,
  substantiveMotionIsItsChanges,
  trackedRunsRejoinToBothTexts,
} from '../../tests/laws/amendment-laws';
import {
  anchorsWithAForeignWordAreAsked,
  harmlessVariationsNeverDoOtherwise,
  misprintsNeverTakeOtherWords,
  placesThatAreNotThereAreAsked,
} from '../../tests/laws/reading-laws';
import { wordingStyleNames } from './wording-style';

const runs = 1000;

describe('for every text and every edit', () => {
  it('applying what was derived gives the edited text', () => applyingWhatWasDerivedGivesTheEditedText(runs));
  it('applying the inverse gives the base again', () => invertingUndoes(runs));
  it('operations are the same after a journey through JSON', () => jsonKeepsOperations(runs));
  it('tracked runs re-join to both texts', () => trackedRunsRejoinToBothTexts(runs));
  it('two amendments give one text in either order, or a conflict', () => carryingOverCommutes(runs));
  it('a rebased amendment does what it did', () => rebasingAgreesWithCarryingOver(runs));
  it('overlap misses nothing and is symmetrical', () => overlapMissesNothing(runs));
  it('the substantive motion is its changes', () => substantiveMotionIsItsChanges(runs));
  it('an amendment and an amendment to it are one amendment', () => composingIsCarryingOneAfterTheOther(runs));
  it('an amendment to an amendment changes what that one does', () => secondaryAmendmentsChangeTheirParent(runs));
  // A thousand in all: as many in each style.
  it.each(wordingStyleNames)(
    'reading the wording of an amendment to an amendment for %s gives the same text',
    (style) => readingASecondaryWordingGivesTheSameText(Math.ceil(runs / wordingStyleNames.length), style),
  );
  it.each(wordingStyleNames)('reading what was written for %s gives the same text', (style) =>
    readingWhatWasWrittenGivesTheSameText(runs, style),
  );
});

describe('for every faulty instruction', () => {
  it('quoted words that the motion does not have are asked', () => anchorsWithAForeignWordAreAsked(runs));
  it('a place that the motion does not have is asked', () => placesThatAreNotThereAreAsked(runs));
  it('a misprint never takes other words', () => misprintsNeverTakeOtherWords(runs));
  it('an order printed in another way does the same or is asked', () => harmlessVariationsNeverDoOtherwise(runs));
});
