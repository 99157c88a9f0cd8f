// Dates as a British reader writes them. The time zone is handed in: pure code does not know where it stands.

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2012-02-15` as `15 February 2012`; anything that is not an ISO calendar date comes back as it is. */
export function dateInWords(isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  const month = months[Number(match?.[2]) - 1];
  return match === null || month === undefined ? isoDate : `${Number(match[3])} ${month} ${match[1] ?? ''}`;
}

/** Tells epoch milliseconds as `15 February 2012, 09:41` in an IANA time zone. Made once a report: it is dear to make. */
export function momentTeller(timeZone: string): (milliseconds: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (milliseconds) => {
    const parts = new Map(format.formatToParts(milliseconds).map((part) => [part.type, part.value]));
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    return `${dateInWords(`${part('year')}-${part('month')}-${part('day')}`)}, ${part('hour')}:${part('minute')}`;
  };
}
