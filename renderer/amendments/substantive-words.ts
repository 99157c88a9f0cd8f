// The motion as it would stand, as plain words to be copied: title, then every clause on a line of its own.

import type { TrackedRun, TrackedText } from '../../shared/amendment/tracked-runs';
import { remains } from './what-if';

/** Numbers are the renewed ones. */
export function substantiveWords({ title, clauses }: TrackedText): string {
  const lines = clauses.filter(remains).map(({ number, runs }) => [number, wordsOf(runs)].filter(Boolean).join(' '));
  return [wordsOf(title), ...lines].join('\n');
}

/** The words that stand after the changes. */
export function wordsOf(runs: readonly TrackedRun[]): string {
  return runs.map((run) => (run.kind === 'deleted' ? '' : run.text)).join('');
}
