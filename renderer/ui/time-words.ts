// Moments and calendar days in a delegate's words. Times are this computer's; days as printed have no zone.

/** `09:41`. */
export function clockTime(moment: number): string {
  return new Date(moment).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** `09:41` on the day of `now`; `3 May, 09:41` in its year; else `3 May 2026, 09:41`. */
export function dayAndTime(moment: number, now: number): string {
  const at = new Date(moment);
  const today = new Date(now);
  if (at.toDateString() === today.toDateString()) return clockTime(moment);
  const isThisYear = at.getFullYear() === today.getFullYear();
  const day = at.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' as const }),
  });
  return `${day}, ${clockTime(moment)}`;
}

/** `3 May 2027`. */
export function dayInWords(moment: number): string {
  return new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

/** An ISO 8601 calendar day as it is read: `2012-02-15` → `15 February 2012`. Anything else comes back as it is. */
export function printedDay(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** `1 note`, `2 notes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
