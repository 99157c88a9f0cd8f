// The motion as it would stand, as plain words to be copied: title, then every clause on a line of its own.

import type { TrackedRun } from '../../shared/amendment/tracked-runs';
import type { TextVersion } from '../../shared/motion/motion';

export function substantiveWords({ title, clauses }: TextVersion): string {
  const lines = clauses.map(({ number, text }) => [number, text].filter(Boolean).join(' '));
  return [title, ...lines].join('\n');
}

/** The words that stand after the changes. */
export function wordsOf(runs: readonly TrackedRun[]): string {
  return runs.map((run) => (run.kind === 'deleted' ? '' : run.text)).join('');
}
