// Why a part of a printed amendment could not be read into a change, in a sentence.

import type { Unresolved } from '../../shared/amendment/read-wording';

export function unresolvedWords({ reason, candidates }: Unresolved): string {
  switch (reason) {
    case 'anchor-not-found':
      return 'The words it quotes are not in this text.';
    case 'anchor-ambiguous':
      return candidates.length === 0
        ? 'It is not certain which words it means.'
        : 'It could mean any of these places. Press the one it means in the text.';
    case 'clause-not-found':
      return 'The place it names is not in this text.';
    case 'clause-ambiguous':
      return candidates.length === 0
        ? 'It is not certain which part of the text it means.'
        : 'It could mean more than one part of the text. Press the one it means.';
    case 'line-numbers-unknown':
      return 'It counts lines, and this text has no line numbers.';
    case 'descriptive':
      return 'It describes a change and does not say it word for word. It is never applied.';
    case 'result-mismatch':
      return 'It says how the text should then read, and the change does not give that.';
  }
}
