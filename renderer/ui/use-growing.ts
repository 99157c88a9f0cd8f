// Draws a long list a run of items at a time, one run a frame, so that the window goes on answering while thousands come.
// At the end the whole list is in the page, where the browser's own search finds it.

import { useEffect, useState } from 'react';

/** Items that are drawn together: a screenful and more, and a few milliseconds' work. */
export const runLength = 40;

/** How many of `count` items are to be drawn now: one run at once, one more in each frame. */
export function useGrowing(count: number): number {
  const [drawn, setDrawn] = useState(runLength);
  const isWhole = drawn >= count;
  useEffect(() => {
    if (isWhole) return undefined;
    const frame = requestAnimationFrame(() => setDrawn(drawn + runLength));
    return () => cancelAnimationFrame(frame);
  }, [drawn, isWhole]);
  return Math.min(drawn, count);
}
