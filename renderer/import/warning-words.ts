// What the preview says about the parts of a paper that are uncertain.

import type { PaperWarning } from '../../shared/import/paper';
import { counted } from '../ui/time-words';

/** One plain sentence a warning. */
export function warningWords(warning: PaperWarning): string {
  switch (warning.kind) {
    case 'damaged-characters':
      return `${counted(warning.count, 'character')} came damaged (shown as �). They are kept as they came; put them right where you can.`;
    case 'uncertain-kind':
      return 'Rostrum is not sure what kind of paper this is. Say so below if it is wrong.';
    case 'uncertain-list':
      return `Lines ${warning.lines.from + 1} to ${warning.lines.to} may be a list or may be plain sentences. Look at them twice.`;
    case 'cut-short':
      return 'This copy seems to stop in the middle. Look at its end before you rely on it.';
    case 'line-numbers-removed':
      return `The line numbers ${warning.from} to ${warning.to} down the side of the page were taken off the text.`;
    case 'refers-to-own-items':
      return `The text refers to its own points (${warning.reference}). If their numbers change, the reference will not.`;
  }
}
