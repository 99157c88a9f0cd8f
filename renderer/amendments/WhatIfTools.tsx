// What can be done with all ticks at once, and with the voting order.

import { Button } from '../ui/Button';
import { useToast } from '../ui/Toasts';
import styles from './amendments-card.module.css';
import { copyWords } from './copy-words';
import { substantiveWords } from './substantive-words';
import type { TakeBack, WhatIf } from './use-what-if';

/** Only what would change something is offered. */
export function WhatIfTools({ whatIf }: { readonly whatIf: WhatIf }) {
  const showToast = useToast();
  const { text, amended } = whatIf.tried;
  const canTickCarried = whatIf.carriedCount > 0 && !whatIf.isAsCarried;
  const canUntick = whatIf.ticked.size > 0;
  const undoable = (words: string, takeBack: TakeBack): void =>
    showToast({ words, action: { words: 'Undo', run: takeBack } });
  if (!canTickCarried && !canUntick && !whatIf.isOwnOrder) return null;
  return (
    <div className={styles['tools']}>
      {canTickCarried && (
        <Button onPress={() => undoable('What conference carried is ticked.', whatIf.tickCarried())}>
          Tick what conference carried
        </Button>
      )}
      {canUntick && <Button onPress={() => undoable('Nothing is ticked.', whatIf.untickAll())}>Untick all</Button>}
      {text !== undefined && (
        <Button onPress={() => copyWords(substantiveWords(amended), { name: 'The motion as amended', showToast })}>
          Copy as amended
        </Button>
      )}
      {whatIf.isOwnOrder && <Button onPress={whatIf.asPrinted}>Order as printed</Button>}
    </div>
  );
}
