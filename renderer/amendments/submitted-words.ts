// Whether an amendment still says what was submitted of it.

import type { Amendment } from '../../shared/amendment/amendment';
import type { OwnSubmission } from '../../shared/bundle/submission-steps';

/** True when the change itself is the same; who moves it and how it is worded may have changed. */
export function isAsSubmitted(
  { operations, baseVersion }: Pick<Amendment, 'operations' | 'baseVersion'>,
  { submission }: Pick<OwnSubmission, 'submission'>,
): boolean {
  return submission.baseVersion === baseVersion && JSON.stringify(submission.operations) === JSON.stringify(operations);
}
