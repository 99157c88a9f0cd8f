// The present moment while something counts down.

import { useEffect, useState } from 'react';
import { useStore } from '../storage/StoreContext';

/** Epoch milliseconds, each second anew while `isCounting`. */
export function useNow(isCounting: boolean): number {
  const { now } = useStore();
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    if (!isCounting) return undefined;
    const look = (): void => setMoment(now());
    const first = setTimeout(look);
    const timer = setInterval(look, 1000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [isCounting, now]);
  return moment;
}
