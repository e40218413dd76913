/** Reads one date where it stands in a normalised line, in any form Chinese government pages use, without resolving it. */
import { NUMERAL_CHARACTERS, parseNumeral } from './han-numerals';

/** A year or month: written (`absolute`) or counted from the reference day (`relative`: 去年 is −1). */
export type Reference = { absolute: number } | { relative: number };

export type DateForm =
  /** `atEnd` is the last day of the month: 6月底. */
  | { kind: 'calendar'; year?: Reference; month?: Reference; day?: number; atEnd?: true }
  /** 今日 is 0, 昨日 −1; a day or month written beside it (今(12)日) says which 今日 is meant. */
  | { kind: 'offset'; days: number; month?: number; day?: number }
  /** ISO weekday 1–7; `weeks` is −1 for 上周, 0 for 本周, 1 for 下周, null when the text says only 周五. */
  | { kind: 'weekday'; weeks: number | null; weekday: number; day?: number }
  /** Part of a year: months `from` to `to`, 1–12. */
  | { kind: 'months'; year: Reference; from: number; to: number }
  | { kind: 'approximate' };

/** A form read from a line; `end` is the UTF-16 offset behind it. */
export interface ReadForm {
  form: DateForm;
  end: number;
}

export interface FormOptions {
  /** Two- and three-digit years count from 1911 (Republic of China), as pages from Taiwan write them. */
  rocYears: boolean;
}

/** Year 1 of the Republic of China is 1912. */
const ROC_EPOCH = 1911;
/** Two-digit years from here on are of the 20th century. */
const TWO_DIGIT_PIVOT = 50;

const N = NUMERAL_CHARACTERS;
const RELATIVE_YEARS = new Map([
  ['前年', -2],
  ['去年', -1],
  ['上年', -1],
  ['今年', 0],
  ['本年', 0],
  ['明年', 1],
]);
const RELATIVE_MONTHS = new Map([
  ['上月', -1],
  ['上个月', -1],
  ['本月', 0],
  ['这个月', 0],
  ['下月', 1],
  ['下个月', 1],
]);
const OFFSETS = new Map([
  ['前', -2],
  ['昨', -1],
  ['今', 0],
  ['明', 1],
  ['后', 2],
]);
const WEEKS = new Map([
  ['上上', -2],
  ['上', -1],
  ['本', 0],
  ['这', 0],
  ['下', 1],
  ['', null],
]);
const WEEKDAYS = '一二三四五六日';

const YEAR_FOUR = /(\d{4}|[〇零一二三四五六七八九]{4})\s?年/y;
const YEAR_ROC = new RegExp(`(?:中华)?民国\\s?([${N}元]{1,6})\\s?年|\\(([0-9]{2,3})\\)\\s?年`, 'y');
const YEAR_SHORT = new RegExp(
  `([0-9]{2,3}|[〇零一二三四五六七八九十百]{2,6})\\s?年(?=\\s?(?:[${N}]{1,3}|元)\\s?月)`,
  'y',
);
const YEAR_RELATIVE = /(?:前|去|上|今|本|明)年/y;
const MONTH = new RegExp(`([${N}]{1,3}|元)\\s?月份?`, 'y');
const MONTH_RELATIVE = /(?:上|下|这)个月|[上本下]月/y;
const DAY = new RegExp(`([${N}]{1,3})\\s?[日号]`, 'y');
const DAY_BEFORE_RANGE = new RegExp(`([${N}]{1,3})(?=\\s?[-~至到、]\\s?[${N}]{1,3}\\s?[日号])`, 'y');
const PART_OF_YEAR = /([上下])半年|第?([一二三四1-4])季度/y;
const SEASON = /年?[初底末春夏秋冬](?![一二三四五六七八九十])/y;
const NUMERIC = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])/y;
const NUMERIC_ROC = /(\d{2,3})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])/y;
const NUMERIC_SHORT = /(\d{1,2})\/(\d{1,2})日/y;
const MONTH_END = /[底末]/y;
const MONTH_AND_DAY = /(\d{2})-(\d{2})(?![\d-])/y;
const COMPACT = /(\d{4})(\d{2})(\d{2})(?!\d)/y;
const OFFSET = new RegExp(
  `([今昨明])[日天]?\\((?:([${N}]{1,3})[月/])?([${N}]{1,3})[日号]?\\)[日天]?|([今昨明])[日天](?:\\((?:([${N}]{1,3})[月/])?([${N}]{1,3})[日号]?\\))?|([前后])天|([今昨明])(?=[早晨晚午夜])`,
  'y',
);
const WEEKDAY = new RegExp(
  `(上上|[上本这下]?)个?(?:周|星期|礼拜)([一二三四五六日天])(?:\\((?:[${N}]{1,3}月)?([${N}]{1,3})[日号]?\\))?`,
  'y',
);
const APPROXIMATE = /近日|日前/y;

/** The date that begins at `start`, or null. */
export function readForm(text: string, start: number, options: FormOptions): ReadForm | null {
  return (
    readNumeric(text, start, options) ??
    readOffset(text, start) ??
    readWeekday(text, start) ??
    readApproximate(text, start) ??
    readCalendar(text, start, options)
  );
}

/** Eight digits, or month and day with a hyphen, to be asked for only where the text announces a date. */
export function readCompact(text: string, start: number): ReadForm | null {
  const match = matchAt(COMPACT, text, start);
  if (match)
    return { form: calendar(Number(match[1]), Number(match[2]), Number(match[3])), end: start + match[0].length };
  const short = matchAt(MONTH_AND_DAY, text, start);
  return short ? { form: monthAndDay(short), end: start + short[0].length } : null;
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

const calendar = (year: number, month: number, day: number): DateForm => ({
  kind: 'calendar',
  year: { absolute: year },
  month: { absolute: month },
  day,
});

const monthAndDay = (match: RegExpExecArray): DateForm => ({
  kind: 'calendar',
  month: { absolute: Number(match[1]) },
  day: Number(match[2]),
});

function readNumeric(text: string, start: number, { rocYears }: FormOptions): ReadForm | null {
  const short = matchAt(NUMERIC_SHORT, text, start);
  if (short) return { form: monthAndDay(short), end: start + short[0].length };
  const full = matchAt(NUMERIC, text, start);
  const match = full ?? (rocYears ? matchAt(NUMERIC_ROC, text, start) : null);
  if (!match) return null;
  const year = Number(match[1]) + (full ? 0 : ROC_EPOCH);
  return { form: calendar(year, Number(match[3]), Number(match[4])), end: start + match[0].length };
}

function readOffset(text: string, start: number): ReadForm | null {
  const match = matchAt(OFFSET, text, start);
  if (!match) return null;
  const days = OFFSETS.get(match[1] ?? match[4] ?? match[7] ?? match[8] ?? '');
  if (days === undefined) return null;
  const month = match[2] ?? match[5];
  const day = match[3] ?? match[6];
  const form: DateForm = { kind: 'offset', days };
  if (month) form.month = parseNumeral(month);
  if (day) form.day = parseNumeral(day);
  return { form, end: start + match[0].length };
}

function readWeekday(text: string, start: number): ReadForm | null {
  const match = matchAt(WEEKDAY, text, start);
  if (!match) return null;
  const weekday = WEEKDAYS.indexOf(match[2] === '天' ? '日' : (match[2] ?? '')) + 1;
  const form: DateForm = { kind: 'weekday', weeks: WEEKS.get(match[1] ?? '') ?? null, weekday };
  if (match[3]) form.day = parseNumeral(match[3]);
  return { form, end: start + match[0].length };
}

function readApproximate(text: string, start: number): ReadForm | null {
  const match = matchAt(APPROXIMATE, text, start);
  return match ? { form: { kind: 'approximate' }, end: start + match[0].length } : null;
}

interface ReadReference {
  value: Reference;
  end: number;
}

function readCalendar(text: string, start: number, options: FormOptions): ReadForm | null {
  const year = readYear(text, start, options);
  let at = skipBlank(text, year?.end ?? start);
  if (year) {
    const part = readPartOfYear(text, at, year.value);
    if (part) return part;
  }
  const month = readMonth(text, at);
  if (month) at = skipBlank(text, month.end);
  const day = year && !month ? null : readDayNumber(text, at, month !== null);
  if (!year && !month && !day) return null;
  const form: DateForm = { kind: 'calendar' };
  if (year) form.year = year.value;
  if (month) form.month = month.value;
  if (day) form.day = day.value;
  let end = day?.end ?? month?.end ?? year?.end ?? start;
  const monthEnd = month && !day ? matchAt(MONTH_END, text, end) : null;
  if (monthEnd) {
    form.atEnd = true;
    end += monthEnd[0].length;
  }
  if (year && !month) end += matchAt(SEASON, text, end)?.[0].length ?? 0;
  return { form, end };
}

/** A blank may stand between the parts of a date. */
function skipBlank(text: string, at: number): number {
  return text.charAt(at) === ' ' ? at + 1 : at;
}

function readYear(text: string, start: number, { rocYears }: FormOptions): ReadReference | null {
  const four = matchAt(YEAR_FOUR, text, start);
  if (four) return { value: { absolute: parseNumeral(four[1] ?? '') }, end: start + four[0].length };
  const roc = matchAt(YEAR_ROC, text, start);
  if (roc) return { value: { absolute: parseNumeral(roc[1] ?? roc[2] ?? '') + ROC_EPOCH }, end: start + roc[0].length };
  const relative = matchAt(YEAR_RELATIVE, text, start);
  if (relative) return { value: { relative: RELATIVE_YEARS.get(relative[0]) ?? 0 }, end: start + relative[0].length };
  const short = matchAt(YEAR_SHORT, text, start);
  const number = parseNumeral(short?.[1] ?? '');
  if (!short || Number.isNaN(number)) return null;
  if (rocYears) return { value: { absolute: number + ROC_EPOCH }, end: start + short[0].length };
  if (short[1]?.length !== 2) return null;
  return { value: { absolute: number + (number < TWO_DIGIT_PIVOT ? 2000 : 1900) }, end: start + short[0].length };
}

function readPartOfYear(text: string, start: number, year: Reference): ReadForm | null {
  const match = matchAt(PART_OF_YEAR, text, start);
  if (!match) return null;
  const end = start + match[0].length;
  if (match[1])
    return { form: { kind: 'months', year, from: match[1] === '上' ? 1 : 7, to: match[1] === '上' ? 6 : 12 }, end };
  const quarter = parseNumeral(match[2] ?? '');
  return { form: { kind: 'months', year, from: quarter * 3 - 2, to: quarter * 3 }, end };
}

function readMonth(text: string, start: number): ReadReference | null {
  const relative = matchAt(MONTH_RELATIVE, text, start);
  if (relative) return { value: { relative: RELATIVE_MONTHS.get(relative[0]) ?? 0 }, end: start + relative[0].length };
  const match = matchAt(MONTH, text, start);
  const number = match?.[1] === '元' ? 1 : parseNumeral(match?.[1] ?? '');
  return match && !Number.isNaN(number) ? { value: { absolute: number }, end: start + match[0].length } : null;
}

function readDayNumber(text: string, start: number, afterMonth: boolean): { value: number; end: number } | null {
  const match = matchAt(DAY, text, start) ?? matchAt(DAY_BEFORE_RANGE, text, start);
  if (!match) return null;
  const value = parseNumeral(match[1] ?? '');
  if (Number.isNaN(value)) return null;
  const ownUnit = text.charAt(start + match[0].length - 1);
  if (!afterMonth && ownUnit === '号') return null;
  return { value, end: start + match[0].length };
}
