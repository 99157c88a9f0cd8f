// Which rows of a long list are near enough to be drawn, for rows of one height. Short lists are drawn whole, so that
// the browser's own search finds them.

import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

type RowsInSight = {
  /** The first row to draw, and the one after the last. */
  readonly from: number;
  readonly to: number;
};

type RowsOptions = { readonly count: number; readonly rowHeight: number; readonly drawAllUpTo: number };

/** Rows drawn beyond each edge, so that quick scrolling shows no gaps. */
const spare = 12;

/** Follows `scroller` as it scrolls and changes its size. */
export function useRowsInSight(scroller: RefObject<HTMLElement | null>, options: RowsOptions): RowsInSight {
  const { count, rowHeight, drawAllUpTo } = options;
  const isWhole = count <= drawAllUpTo;
  const [sight, setSight] = useState(() => ({ from: 0, to: Math.ceil(window.innerHeight / rowHeight) + spare }));

  useEffect(() => {
    const element = scroller.current;
    if (element === null || isWhole) return undefined;
    const measure = (): void => {
      const from = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare);
      const to = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + spare;
      setSight((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    measure();
    const resizing = new ResizeObserver(measure);
    resizing.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      resizing.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, isWhole, rowHeight]);

  return { from: isWhole ? 0 : sight.from, to: isWhole ? count : Math.min(sight.to, count) };
}

/** Brings the row `index` into sight: just far enough when it is the next one, to the middle when it is far. */
export function revealRow(scroller: HTMLElement | null, index: number, rowHeight: number): void {
  if (scroller === null) return;
  const top = index * rowHeight;
  const above = scroller.scrollTop - top;
  const below = top + rowHeight - scroller.scrollTop - scroller.clientHeight;
  if (above <= 0 && below <= 0) return;
  if (Math.max(above, below) > rowHeight) scroller.scrollTo({ top: top - scroller.clientHeight / 2 });
  else scroller.scrollBy({ top: above > 0 ? -above : below });
}
