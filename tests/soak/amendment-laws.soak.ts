// The laws of amendments, each on twenty thousand made-up texts.

import { describe, it } from 'vitest';
import { wordingStyleNames } from '../../shared/amendment/wording-style';
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
} from '../laws/amendment-laws';
import {
  anchorsWithAForeignWordAreAsked,
  misprintsNeverTakeOtherWords,
  placesThatAreNotThereAreAsked,
} from '../laws/reading-laws';

const runs = 20_000;

describe(`${runs} texts and edits`, () => {
  it.each([
    ['deriving and applying', applyingWhatWasDerivedGivesTheEditedText],
    ['inverting', invertingUndoes],
    ['JSON', jsonKeepsOperations],
    ['tracked runs', trackedRunsRejoinToBothTexts],
    ['carrying over', carryingOverCommutes],
    ['rebasing', rebasingAgreesWithCarryingOver],
    ['overlap', overlapMissesNothing],
    ['the substantive motion', substantiveMotionIsItsChanges],
    ['joining amendments', composingIsCarryingOneAfterTheOther],
    ['amendments to amendments', secondaryAmendmentsChangeTheirParent],
    ['foreign words', anchorsWithAForeignWordAreAsked],
    ['places that are not there', placesThatAreNotThereAreAsked],
    ['misprints', misprintsNeverTakeOtherWords],
  ] as const)('keep the law of %s', (_, law) => law(runs));

  it.each(wordingStyleNames)('read back as written for %s', (style) =>
    readingWhatWasWrittenGivesTheSameText(runs, style),
  );

  it.each(wordingStyleNames)('read back amendments to amendments as written for %s', (style) =>
    readingASecondaryWordingGivesTheSameText(runs / wordingStyleNames.length, style),
  );
});
