// What is known of an amendment that went to the office: whether it still says that, and who can take it back.

import type { Amendment } from '../../shared/amendment/amendment';
import type { OwnSubmission } from '../../shared/bundle/submission-steps';
import { visibleLine } from '../../shared/report/visible-text';

/** True when the change itself is the same; who moves it and how it is worded may have changed. */
export function isAsSubmitted(
  { operations, baseVersion }: Pick<Amendment, 'operations' | 'baseVersion'>,
  { submission }: Pick<OwnSubmission, 'submission'>,
): boolean {
  return submission.baseVersion === baseVersion && JSON.stringify(submission.operations) === JSON.stringify(operations);
}

/** That an amendment went to the office from another of the delegate's computers, and which can take it back. */
export function submittedElsewhere(others: readonly string[]): string {
  const named = others.map((name) => `“${visibleLine(name)}”`);
  const [only] = named;
  if (only === undefined) return 'Submitted from another of your computers; it can be taken back there.';
  const where =
    named.length === 1 ? `your other computer, ${only}` : `another of your computers (${named.join(' or ')})`;
  return `Submitted from ${where}; it can be taken back there, not here.`;
}
