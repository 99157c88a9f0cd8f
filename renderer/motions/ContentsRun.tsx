// A run of consecutive items in the contents of a conference: drawn anew only when the items are others, and laid out only
// when it is near.

import { memo } from 'react';
import { ContentsEntry } from './ContentsEntry';
import type { ItemTaken } from './in-sessions';
import styles from './papers-page.module.css';

type ContentsRunProps = { readonly items: readonly ItemTaken[]; readonly from: number; readonly to: number };

/** Of an entry whose title takes one line, in pixels: what a run is taken for until it is laid out. */
const entryHeight = 62;

/** The items from `from` to before `to`. */
export const ContentsRun = memo(function ContentsRun({ items, from, to }: ContentsRunProps) {
  const size = { containIntrinsicBlockSize: `auto ${(to - from) * entryHeight}px` };
  return (
    <div role="presentation" className={styles['run']} style={size}>
      {items.slice(from, to).map((item, offset) => (
        // Its place is told because the others may not be drawn yet.
        <div key={item.key} role="listitem" aria-posinset={from + offset + 1} aria-setsize={items.length}>
          {item.kind === 'line' ? (
            <p className={styles['line']}>{item.words}</p>
          ) : (
            <ContentsEntry motion={item.motion} />
          )}
        </div>
      ))}
    </div>
  );
});
