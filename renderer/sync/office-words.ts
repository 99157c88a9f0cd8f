// The office in a few words, for the footer.

import type { SourceTrouble } from '../../shared/bundle/bundle-failure';
import { clockTime, dayAndTime } from '../ui/time-words';
import type { OfficeState } from './use-office';

type LastPapers = {
  /** When the papers held were taken over, epoch milliseconds. */
  readonly appliedAt?: number | undefined;
  readonly now: number;
};

/** Undefined where there is no office to connect to. */
export function officeWords(state: OfficeState, { appliedAt, now }: LastPapers): string | undefined {
  switch (state.kind) {
    case 'unconnected':
      return undefined;
    case 'asking':
      return 'Asking for news…';
    case 'current':
      return `Newest papers, asked ${clockTime(state.at)}`;
    case 'news':
      return `New papers: agenda v${state.offer.bundle.version}`;
    case 'unreached':
      return (
        unreachedWords(state.failure.why) +
        (appliedAt === undefined ? '' : ` — last papers ${dayAndTime(appliedAt, now)}`)
      );
    case 'refused':
      return 'What the office’s address sent was not used';
  }
}

function unreachedWords(why: SourceTrouble): string {
  return why === 'offline' ? 'Not connected' : 'The office cannot be reached just now';
}
