// What a committee would send an amendment back for, in sentences. They warn; nothing is held up by them.

import type { ChecklistFact } from '../../shared/amendment/checklist';
import { counted } from '../ui/time-words';
import { quoted } from './clash-words';

/** A sentence beside the draft; none for one that is only empty yet. */
export function checklistWords(fact: ChecklistFact): string | undefined {
  switch (fact.kind) {
    case 'empty':
      return undefined;
    case 'changes-nothing':
      return 'It changes nothing: the text would read as it does now.';
    case 'negates':
      return `It turns ${quoted(fact.clause.text)} into its opposite (${quoted(fact.words)}): amendments that negate the motion are usually ruled out of order.`;
    case 'replaces-all':
      return 'Nothing of the motion is left: a committee may take it for another motion.';
    case 'over-length':
      return `It is ${counted(fact.words - fact.most, 'word')} too long.`;
    case 'addressee-missing':
      return `Nobody is named who is to act: ${quoted(fact.clause.text)}`;
    case 'stale-reference':
      return `${quoted(fact.reference)} in clause ${fact.clause + 1} may now name another number.`;
  }
}
