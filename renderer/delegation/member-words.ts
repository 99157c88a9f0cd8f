// Who somebody in the delegation is, in words: a name only where the office vouches for it.

import { visibleLine } from '../../shared/report/visible-text';
import type { Member } from '../storage/sending-questions';

export function memberWords(member: Member): string {
  switch (member.kind) {
    case 'self':
      return 'You';
    case 'vouched':
      return member.delegation === undefined
        ? visibleLine(member.name)
        : `${visibleLine(member.name)}, ${visibleLine(member.delegation)}`;
    case 'withdrawn':
      return `${visibleLine(member.name)} (no longer vouched for)`;
    case 'unknown':
      return member.claims === undefined || visibleLine(member.claims) === ''
        ? 'A device not yet vouched for'
        : `A device not yet vouched for, calling itself “${visibleLine(member.claims)}”`;
  }
}
