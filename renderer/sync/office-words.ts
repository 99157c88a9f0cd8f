// The office in a few words, for the footer.

import { clockTime } from '../ui/time-words';
import type { OfficeState } from './use-office';

/** Undefined where there is no office to connect to. */
export function officeWords(state: OfficeState): string | undefined {
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
      return state.failure.why === 'offline' ? 'Not connected' : 'The office cannot be reached just now';
    case 'refused':
      return 'What the office’s address sent was not used';
  }
}
