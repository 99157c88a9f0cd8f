// A value as it is when typing pauses: what costs more than a keystroke may wait for that.

import { useEffect, useState } from 'react';

/** `value` once it has stayed the same for `delay` milliseconds and the window has a moment to spare. */
export function useSettled<T>(value: T, delay: number): T {
  const [settled, settle] = useState(() => value);
  useEffect(() => {
    let idle: number | undefined;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => settle(() => value), { timeout: 400 });
    }, delay);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [value, delay]);
  return settled;
}
