/** Arithmetic on calendar days, free of time zones. Days are `YYYY-MM-DD` strings. */

const MILLISECONDS_A_DAY = 86_400_000;

export interface Day {
  year: number;
  month: number;
  day: number;
}

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

/** `YYYY-MM-DD`; a month or a day left out gives `YYYY-MM` or `YYYY`. */
export function isoOf(year: number, month?: number, day?: number): string {
  let iso = pad(year, 4);
  if (month !== undefined) iso += `-${pad(month, 2)}`;
  if (month !== undefined && day !== undefined) iso += `-${pad(day, 2)}`;
  return iso;
}

/** The day of a `YYYY-MM-DD` string, or null when it is none. */
export function parseDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDay(day) ? day : null;
}

/** Days of a month, 1 to 12, of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function isRealDay({ year, month, day }: Day): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const toTime = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);

export function addDays(day: Day, days: number): Day {
  const date = new Date(toTime(day) + days * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toTime(to) - toTime(from)) / MILLISECONDS_A_DAY);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return new Date(toTime(day)).getUTCDay() || 7;
}

/** The month `months` away, as year and month. */
export function addMonths(year: number, month: number, months: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}
