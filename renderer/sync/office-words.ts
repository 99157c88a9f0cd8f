// The office in a few words, for the footer.

import type { SourceTrouble } from '../../shared/bundle/bundle-failure';
import { clockTime, dayAndTime } from '../ui/time-words';
import type { OfficeState } from './use-office';

type LastPapers = {
  /** When the papers held were taken over, epoch milliseconds. */
  readonly appliedAt?: number | undefined;
  readonly now: number;
};

/** Undefined where there is no office to connect to, or nothing to say of it yet. */
export function officeWords(state: OfficeState, { appliedAt, now }: LastPapers): string | undefined {
  const last = appliedAt === undefined ? '' : ` — last papers ${dayAndTime(appliedAt, now)}`;
  switch (state.kind) {
    case 'unconnected':
    case 'quiet':
      return undefined;
    case 'asking':
      return 'Asking for news…';
    case 'current':
      return state.notes.includes('S09')
        ? `Not confirmed since ${since(state.expires, now)}`
        : `Newest papers, asked ${clockTime(state.at)}`;
    case 'news':
      return `New papers: agenda v${state.offer.bundle.version}`;
    case 'unreached': {
      const why = state.failure.code === 'S01' ? 'Sign in to this network' : unreachedWords(state.failure.why);
      return why + (state.expired === undefined ? last : ` — papers not confirmed since ${since(state.expired, now)}`);
    }
    case 'refused':
      return state.failure.code === 'S08'
        ? `Two different agendas call themselves v${state.failure.version}`
        : 'What the office’s address sent was not used';
  }
}

function since(moment: string, now: number): string {
  return dayAndTime(Date.parse(moment), now);
}

function unreachedWords(why: SourceTrouble): string {
  return why === 'offline' ? 'Not connected' : 'The office cannot be reached just now';
}
