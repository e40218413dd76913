/** Gives a date form its day: against the published day, against other dates of the text, or not at all. */
import { addDays, addMonths, type Day, daysBetween, daysInMonth, isoOf, isRealDay, weekdayOf } from './calendar';
import type { DateForm, Reference } from './date-forms';
import type { DateItem } from './digest';

/** A date without a year is the latest that lies no further than this behind the published day: news announces weeks ahead. */
const FUTURE_TOLERANCE_DAYS = 45;
/** The same for a day that names no month either. */
const DAY_TOLERANCE_DAYS = 7;

export interface DateContext {
  published: Day | null;
  /** The last day the text named, with all its parts; the year or month left out behind it is its own. */
  previous: Day | null;
  /** The year a date of the same line states, or null. */
  lineYear: number | null;
  /** Years that the text has given to days, by `month-day`: the same day again is of the same year. */
  years: ReadonlyMap<string, number>;
  /** The text says that the date is to come (将, 定于). */
  future: boolean;
}

export interface Resolution {
  iso: string | null;
  basis: DateItem['basis'];
  /** Set when the date is one day. */
  day: Day | null;
}

const UNRESOLVED: Resolution = { iso: null, basis: 'unresolved', day: null };
const IMPOSSIBLE: Resolution = { iso: null, basis: 'impossible', day: null };

/** A form and its surroundings to ISO 8601 (`YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `A/B`) and the way it was found. */
export function resolveForm(form: DateForm, context: DateContext): Resolution {
  switch (form.kind) {
    case 'calendar':
      return resolveCalendar(form, context);
    case 'offset':
      return resolveOffset(form, context);
    case 'weekday':
      return resolveWeekday(form, context);
    case 'months':
      return resolveMonths(form, context);
    case 'approximate':
      return { iso: context.published ? isoOfDay(context.published) : null, basis: 'approximate', day: null };
  }
}

const isoOfDay = ({ year, month, day }: Day): string => isoOf(year, month, day);

function ofDay(day: Day, basis: DateItem['basis']): Resolution {
  return isRealDay(day) ? { iso: isoOfDay(day), basis, day } : IMPOSSIBLE;
}

/** The base of 去年 and 本月: the published day, else the last day of the text. */
const referenceDay = ({ published, previous }: DateContext): Day | null => published ?? previous;
const referenceBasis = ({ published }: DateContext): DateItem['basis'] => (published ? 'published' : 'context');

/** `last` is the last day of the month (6月底). */
type DayOfMonth = number | 'last';

const dayIn = (year: number, month: number, day: DayOfMonth): Day => ({
  year,
  month,
  day: day === 'last' ? daysInMonth(year, month) : day,
});

function resolveCalendar(form: DateForm & { kind: 'calendar' }, context: DateContext): Resolution {
  const { year, month, day = form.atEnd ? 'last' : undefined } = form;
  if (month && 'absolute' in month && (month.absolute < 1 || month.absolute > 12)) return IMPOSSIBLE;
  if (month && 'absolute' in month && typeof day === 'number' && (day < 1 || day > daysInMonth(2000, month.absolute))) {
    return IMPOSSIBLE;
  }
  if (month && 'relative' in month) return resolveRelativeMonth(month.relative, day, context);
  if (year) return resolveWithYear(year, month, day, context);
  if (month) return resolveWithoutYear(month.absolute, day, context);
  return typeof day === 'number' ? resolveDayOfMonth(day, context) : UNRESOLVED;
}

function resolveRelativeMonth(months: number, day: DayOfMonth | undefined, context: DateContext): Resolution {
  const reference = referenceDay(context);
  if (!reference) return UNRESOLVED;
  const { year, month } = addMonths(reference.year, reference.month, months);
  if (day === undefined) return { iso: isoOf(year, month), basis: referenceBasis(context), day: null };
  return ofDay(dayIn(year, month, day), referenceBasis(context));
}

function resolveWithYear(
  reference: Reference,
  month: { absolute: number } | undefined,
  day: DayOfMonth | undefined,
  context: DateContext,
): Resolution {
  const year = yearOf(reference, context);
  if (year === null) return UNRESOLVED;
  const basis = 'absolute' in reference ? 'stated' : referenceBasis(context);
  if (!month) return { iso: isoOf(year), basis, day: null };
  if (day === undefined) return { iso: isoOf(year, month.absolute), basis, day: null };
  return ofDay(dayIn(year, month.absolute, day), basis);
}

function yearOf(reference: Reference, context: DateContext): number | null {
  if ('absolute' in reference) return reference.absolute;
  const base = referenceDay(context);
  return base ? base.year + reference.relative : null;
}

function resolveWithoutYear(month: number, day: DayOfMonth | undefined, context: DateContext): Resolution {
  const { published, previous, lineYear, future } = context;
  const again = context.years.get(`${month}-${day}`);
  const year =
    again ??
    lineYear ??
    (published ? nearestYear(month, typeof day === 'number' ? day : 1, published, future) : (previous?.year ?? null));
  if (year === null) return UNRESOLVED;
  const basis = lineYear === null && published ? 'published' : 'context';
  if (day === undefined) return { iso: isoOf(year, month), basis, day: null };
  return ofDay(dayIn(year, month, day), basis);
}

/** The year that puts the day nearest before the published day, or nearest after it when the text says future. */
function nearestYear(month: number, day: number, published: Day, future: boolean): number {
  const inYear = (year: number): number => daysBetween(published, { year, month, day });
  if (future) return inYear(published.year) >= 0 ? published.year : published.year + 1;
  if (inYear(published.year + 1) <= FUTURE_TOLERANCE_DAYS) return published.year + 1;
  return inYear(published.year) <= FUTURE_TOLERANCE_DAYS ? published.year : published.year - 1;
}

function resolveDayOfMonth(day: number, context: DateContext): Resolution {
  const { published, previous, future } = context;
  if (previous) {
    const same = { ...previous, day };
    const plausible =
      !published ||
      future ||
      daysBetween(published, previous) > 0 ||
      daysBetween(published, same) <= DAY_TOLERANCE_DAYS;
    if (isRealDay(same) && plausible) return ofDay(same, 'context');
  }
  if (!published) return UNRESOLVED;
  const months = future === day >= published.day ? 0 : future ? 1 : day > published.day + 1 ? -1 : 0;
  const { year, month } = addMonths(published.year, published.month, months);
  return ofDay({ year, month, day }, 'published');
}

function resolveOffset(form: DateForm & { kind: 'offset' }, context: DateContext): Resolution {
  const { published } = context;
  if (!published) return UNRESOLVED;
  const counted = addDays(published, form.days);
  if (form.day === undefined) return ofDay(counted, 'published');
  if (form.month !== undefined) return resolveWithoutYear(form.month, form.day, { ...context, lineYear: null });
  if (counted.day === form.day) return ofDay(counted, 'published');
  return resolveDayOfMonth(form.day, { ...context, previous: null, future: form.days > 0 });
}

function resolveWeekday(form: DateForm & { kind: 'weekday' }, context: DateContext): Resolution {
  const { published, future } = context;
  if (!published) return UNRESOLVED;
  if (form.day !== undefined) return resolveDayOfMonth(form.day, context);
  const days = form.weekday - weekdayOf(published);
  if (form.weeks !== null) return ofDay(addDays(published, days + 7 * form.weeks), 'published');
  const shift = future ? (days < 0 ? 7 : 0) : days > 0 ? -7 : 0;
  return ofDay(addDays(published, days + shift), 'published');
}

function resolveMonths(form: DateForm & { kind: 'months' }, context: DateContext): Resolution {
  const year = yearOf(form.year, context);
  if (year === null) return UNRESOLVED;
  const basis = 'absolute' in form.year ? 'stated' : referenceBasis(context);
  return { iso: `${isoOf(year, form.from)}/${isoOf(year, form.to)}`, basis, day: null };
}
