// Dates as papers print them: "15 February 2012", "15th Feb 2012", "February 15, 2012", "15/02/2012", ISO.

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const dayFirst = /^(?:\p{L}{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?(\p{L}{3,9})\.?,? (\d{4})$/iu;
const monthFirst = /^(?:\p{L}{3,9},? )?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu;
const figures = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The ISO 8601 calendar date that the whole of `text` is, a weekday before it allowed; undefined for anything else
 * and for days that no calendar has. Figures are read day first, as the field does.
 */
export function readPrintedDate(text: string): string | undefined {
  const isoMatch = iso.exec(text);
  if (isoMatch !== null) return isoDate(isoMatch[1], Number(isoMatch[2]), isoMatch[3]);
  const figuresMatch = figures.exec(text);
  if (figuresMatch !== null) return isoDate(figuresMatch[3], Number(figuresMatch[2]), figuresMatch[1]);
  const dayMatch = dayFirst.exec(text);
  if (dayMatch !== null) return isoDate(dayMatch[3], monthNumber(dayMatch[2]), dayMatch[1]);
  const monthMatch = monthFirst.exec(text);
  if (monthMatch !== null) return isoDate(monthMatch[3], monthNumber(monthMatch[1]), monthMatch[2]);
  return undefined;
}

/** 1 for January, in full or shortened to three letters or more; 0 for what is no month. */
function monthNumber(word = ''): number {
  const lower = word.toLowerCase();
  return lower.length < 3 ? 0 : months.findIndex((month) => month.startsWith(lower === 'sept' ? 'sep' : lower)) + 1;
}

function isoDate(year = '', month: number, day = ''): string | undefined {
  const dayNumber = Number(day);
  const daysInMonth = [31, isLeapYear(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (daysInMonth === undefined || dayNumber < 1 || dayNumber > daysInMonth) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
