// What the list of an agenda says of a paper that deserves a second look.

import type { Doubt } from './agenda-rows';
import { warningWords } from './warning-words';

/** A few plain words. */
export function doubtWords(doubt: Doubt): string {
  switch (doubt.kind) {
    case 'warning':
      return warningWords(doubt.warning);
    case 'without-number':
      return 'No number was found.';
    case 'without-text':
      return 'No text was found.';
    case 'without-motion':
      return 'The motion it amends is not here; it will be kept as a paper of its own.';
    case 'not-understood':
      return 'It does not say exactly what to change; its words are kept as printed.';
  }
}
