// Tells the footer whether everything is on disk: watches each deed on its way to the journal and back.

import type { DesktopArguments, DesktopBridge, KeepFailure } from '../../shared/desktop-contract';

export type SavingState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** The last deed was not kept. Stays until another one is. */
  | { readonly kind: 'refused'; readonly error: KeepFailure };

/** The part of the doorkeeper that is watched. */
type Journal = Pick<DesktopBridge, 'appendToJournal'>;

/** The same doorkeeper; `onState` hears of every deed handed over and every answer. */
export function watchSaving<Desktop extends Journal>(desktop: Desktop, onState: (state: SavingState) => void): Desktop {
  let underWay = 0;
  return {
    ...desktop,
    appendToJournal: async (deeds: DesktopArguments<'appendToJournal'>) => {
      underWay += 1;
      onState({ kind: 'saving' });
      try {
        const answer = await desktop.appendToJournal(deeds);
        underWay -= 1;
        if (!answer.ok) onState({ kind: 'refused', error: answer.error });
        else if (underWay === 0) onState({ kind: 'saved' });
        return answer;
      } catch (error) {
        underWay -= 1;
        onState({ kind: 'refused', error: { kind: 'not-writable' } });
        throw error;
      }
    },
  };
}
