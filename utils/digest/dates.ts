/** Finds the dates of an article, in every form Chinese government pages use, and resolves them. */
import { type Day, parseDay } from './calendar';
import { type DateForm, readCompact, readForm } from './date-forms';
import { type DateContext, type Resolution, resolveForm } from './date-resolution';
import { type DateItem, HEADLINE } from './digest';
import type { Line } from './line';

export interface DateOptions {
  /** The published day, `YYYY-MM-DD`, or null. */
  published: string | null;
  /** See FormOptions. */
  rocYears: boolean;
}

/** Characters a date can begin with. */
const FIRST_CHARACTER = /[0-9〇零一二三四五六七八九十廿卅元民中前去上今本明昨后这下周星礼近日(]/g;
/** Signs of numbers that are no dates: part of a longer number, of an identifier or of a phone number. */
const NUMBER_BEFORE = /[0-9A-Za-z.\-/〇零一二三四五六七八九十百千万第每满约近超农历]$/;
const NUMBER_AFTER = /^[0-9A-Za-z]/;
/** A year in a copyright line or behind ©. */
const COPYRIGHT_BEFORE = /(?:copyright|©|\(c\)|版权)[^。;]{0,20}$/i;
const LUNAR_BEFORE = /(?:农历|阴历|旧历|夏历|正月|腊月)[^。,;、]{0,6}$/;
/** What stands behind a number of days, months or years that is a length, an age, an edition or a word of its own. */
const LENGTH_AFTER =
  /^(?:以?内|以[上下]|[游龄制薪票嫂光饼亮季]|之[内久]|[级代]|(?:多|余)?[年月]?来(?![源自到访宾电])|间隔|工作日)/;
const LUNAR_DAY_AFTER = /^初[一二三四五六七八九十]/;
/** 2010年度 and 113年度 name a budget or school year. */
const FISCAL_AFTER = /^度/;
const COMPACT_BEFORE = /(?:时间|日期|发布|更新)\s?[::]?\s?$/;
const FUTURE_BEFORE = /(?:将|拟|定|预计|计划|预定|安排|截止|截至|截止到)[于在到]?[^。,;]{0,4}$/;
/** 将 behind a date, or a deadline: 6月30日前. */
const FUTURE_AFTER = /^(?:将|拟|前(?![后往来]))/;
const RANGE_SIGN = /\s?(?:至|到|-{1,2}|~|―)\s?(?:次年)?/y;
/** Part of the day and clock time, which belong to the text of a date but not to its day. */
const TIME =
  /\s?(?:(?:凌晨|清晨|早晨|早上|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|夜间|深夜|[早晚午晨](?![报会餐饭点高期班已些]))?\s?(?:[0-9一二三四五六七八九十两]{1,3}(?:时(?!期|代|任|间)|点(?!名|赞|位|评))(?:半|整|许|[0-9一二三四五六七八九十]{1,3}分)?|(?<=[日号午晚晨上]\s?)[0-9]{1,2}:[0-9]{2})?|[上中下]旬)/y;
const WEEKDAY_BEHIND = /^\((?:周|星期|礼拜)[一二三四五六日天]\)/;
/** A Chinese numeral with 日 is a date only where a time or a stop follows; 一日三餐 is none. */
const HAN_DAY = /^[〇零一二三四五六七八九十廿卅]+日$/;
const HAN_DAY_AFTER = /^(?:凌晨|清晨|早|上午|中午|下午|傍晚|晚|[,在于]|至)/;
/** 今、明两日: two days named at once. */
const TODAY_AND_TOMORROW = /今[、,]?明[两二]?[日天]/y;
/** Years of a range written 2018-2020年. */
const YEAR_RANGE = /((?:19|20)\d{2})\s?年?\s?[-~至到]\s?((?:19|20)\d{2})\s?年/y;
/** 今(113)年 would be read as today. */
const TODAY_OF_YEAR = /^今\(\d{3}\)年/;
/** The present year or month, named without a day, dates nothing. */
const BARE_WORDS = new Set(['今年', '本年', '本月', '上年', '这个月']);
/** Dates behind these words are when the page was published or updated. */
const PUBLICATION_BEFORE = /(?:时间|日期|发布|更新|来源|编辑)[^。]{0,12}$/;

const ISO_DAY_LENGTH = 10;

interface Found {
  line: number;
  start: number;
  end: number;
  resolution: Resolution;
}

/** The dates of the lines; the main event's first, the others in order of appearance. Offsets are UTF-16. */
export function findDates(lines: readonly Line[], { published, rocYears }: DateOptions): DateItem[] {
  const publishedDay = published ? parseDay(published) : null;
  let found = scan(lines, publishedDay, null, rocYears);
  const stated =
    found.find(({ resolution }) => resolution.basis === 'stated' && resolution.day)?.resolution.day ?? null;
  if (!publishedDay && stated) found = scan(lines, null, stated, rocYears);
  return mainDateFirst(gather(found, lines), lines);
}

/** `initial` stands for the last day named before the text begins. */
function scan(lines: readonly Line[], published: Day | null, initial: Day | null, rocYears: boolean): Found[] {
  const found: Found[] = [];
  const years = new Map<string, number>();
  let previous = initial;
  for (const line of lines) {
    let lineYear: number | null = null;
    let after = 0;
    for (const candidate of line.text.matchAll(FIRST_CHARACTER)) {
      if (candidate.index < after) continue;
      const context: DateContext = { published, previous, lineYear, years, future: false };
      const date = readDate(line.text, candidate.index, context, rocYears);
      if (!date) continue;
      found.push({ line: line.index, start: candidate.index, end: date.end, resolution: date.resolution });
      after = date.end;
      if (date.resolution.day) {
        previous = date.resolution.day;
        years.set(`${previous.month}-${previous.day}`, previous.year);
        if (date.resolution.basis === 'stated') lineYear = previous.year;
      }
    }
  }
  return found;
}

interface ReadDate {
  resolution: Resolution;
  end: number;
}

function readDate(text: string, start: number, context: DateContext, rocYears: boolean): ReadDate | null {
  const before = text.slice(Math.max(0, start - 24), start);
  if (COMPACT_BEFORE.test(before)) {
    const compact = readCompact(text, start);
    if (compact) return { resolution: resolveForm(compact.form, context), end: compact.end };
  }
  if (TODAY_OF_YEAR.test(text.slice(start, start + 7))) return null;
  if (NUMBER_BEFORE.test(before) && /[0-9〇零一二三四五六七八九十廿卅]/.test(text.charAt(start))) return null;
  if (COPYRIGHT_BEFORE.test(before) || LUNAR_BEFORE.test(before)) return null;
  const pair = readPair(text, start, context);
  if (pair) return pair;
  const first = readForm(text, start, { rocYears });
  if (!first || isNoDate(text, start, first.end, first.form)) return null;
  const future =
    FUTURE_BEFORE.test(before) ||
    FUTURE_AFTER.test(text.slice(first.end, first.end + 2)) ||
    /[明后下]/.test(text.charAt(start));
  const resolution = resolveForm(first.form, { ...context, future });
  const afterTime = skipTime(text, first.end);
  const last = readRangeEnd(text, afterTime, rocYears);
  const end = last ? skipTime(text, last.end) : afterTime;
  const explained = readExplanation(text, end, context, rocYears);
  if (explained) return explained;
  if (last) return { resolution: range(resolution, last.form, { ...context, future }), end };
  if (isLoneDayBeforeRange(first.form, text, first.end)) return null;
  const isDay = first.form.kind !== 'calendar' || first.form.day !== undefined;
  return { resolution, end: isDay ? afterTime : skipPartOfMonth(text, first.end) };
}

/** The days in the parentheses behind a date are what it means: 周二至周四(21日至24日). */
function readExplanation(text: string, start: number, context: DateContext, rocYears: boolean): ReadDate | null {
  if (text.charAt(start) !== '(') return null;
  const first = readForm(text, start + 1, { rocYears });
  if (first?.form.kind !== 'calendar' || first.form.day === undefined) return null;
  const last = readRangeEnd(text, first.end, rocYears);
  const end = last?.end ?? first.end;
  if (text.charAt(end) !== ')') return null;
  const resolution = resolveForm(first.form, context);
  return { resolution: last ? range(resolution, last.form, context) : resolution, end: skipTime(text, end + 1) };
}

/** `2018-2020年` and `今、明两日`. */
function readPair(text: string, start: number, context: DateContext): ReadDate | null {
  YEAR_RANGE.lastIndex = start;
  const years = YEAR_RANGE.exec(text);
  if (years && !/^\s?[0-9]{1,2}月/.test(text.slice(start + years[0].length))) {
    return { resolution: { iso: `${years[1]}/${years[2]}`, basis: 'stated', day: null }, end: start + years[0].length };
  }
  TODAY_AND_TOMORROW.lastIndex = start;
  const days = TODAY_AND_TOMORROW.exec(text);
  if (!days) return null;
  const today = resolveForm({ kind: 'offset', days: 0 }, context);
  return { resolution: range(today, { kind: 'offset', days: 1 }, context), end: start + days[0].length };
}

function isNoDate(text: string, start: number, end: number, form: DateForm): boolean {
  const written = text.slice(start, end);
  const after = text.slice(end, end + 4);
  if (BARE_WORDS.has(written) || FISCAL_AFTER.test(after)) return true;
  if (/\d$/.test(written) && NUMBER_AFTER.test(after)) return true;
  if (form.kind === 'weekday')
    return /^(?:年|岁|边)/.test(after) || /[一二三四五六七八九十0-9几数每]$/.test(text.slice(0, start).slice(-1));
  if (form.kind === 'approximate')
    return written === '日前' && /[0-9〇一二三四五六七八九十今昨明当]$/.test(text.slice(Math.max(0, start - 1), start));
  if (form.kind === 'offset') return /^(?:时代|社会|儿|头条|的(?:中国|世界))/.test(after);
  if (form.kind !== 'calendar') return false;
  if (LUNAR_DAY_AFTER.test(after) || LENGTH_AFTER.test(after)) return true;
  if (form.year && !form.month)
    return 'absolute' in form.year && (form.year.absolute < 1000 || form.year.absolute > 2999);
  if (form.year || form.month) return false;
  if (form.day === undefined || form.day < 1 || form.day > 31) return true;
  return HAN_DAY.test(written) && !HAN_DAY_AFTER.test(after);
}

/** A number without a unit that was read as a day only because a range seemed to follow. */
function isLoneDayBeforeRange(form: DateForm, text: string, end: number): boolean {
  return (
    form.kind === 'calendar' &&
    form.day !== undefined &&
    /[0-9〇零一二三四五六七八九十]/.test(text.charAt(end - 1)) &&
    !form.year
  );
}

function readRangeEnd(text: string, start: number, rocYears: boolean): { form: DateForm; end: number } | null {
  RANGE_SIGN.lastIndex = start;
  const sign = RANGE_SIGN.exec(text);
  if (!sign) return null;
  const from = start + sign[0].length;
  const last = readForm(text, from, { rocYears });
  if (!last || last.form.kind === 'approximate') return null;
  return isNoDate(text, from, last.end, last.form) && !HAN_DAY.test(text.slice(from, last.end)) ? null : last;
}

/** What the end of a range leaves out is what its beginning says; an end before the beginning is in the next year. */
function range(first: Resolution, last: DateForm, context: DateContext): Resolution {
  let end = resolveForm(last, context);
  if (last.kind === 'calendar' && !last.year && first.iso) {
    const year = Number(first.iso.slice(0, 4));
    const month = last.month ?? (first.day ? { absolute: first.day.month } : undefined);
    const dated: DateForm = { ...last, ...(month ? { month } : {}) };
    end = resolveForm({ ...dated, year: { absolute: year } }, context);
    if (end.iso && end.iso < first.iso.slice(0, end.iso.length))
      end = resolveForm({ ...dated, year: { absolute: year + 1 } }, context);
  }
  if (first.basis === 'impossible' || end.basis === 'impossible') return { iso: null, basis: 'impossible', day: null };
  if (!first.iso || !end.iso) return { iso: null, basis: 'unresolved', day: null };
  return { iso: `${first.iso}/${end.iso}`, basis: first.basis, day: first.day };
}

/** The weekday in parentheses and the time of day behind a date belong to its text. */
function skipTime(text: string, start: number): number {
  const from = start + (WEEKDAY_BEHIND.exec(text.slice(start, start + 6))?.[0].length ?? 0);
  TIME.lastIndex = from;
  const match = TIME.exec(text);
  return match && match[0].trim().length > 0 ? from + match[0].length : from;
}

function skipPartOfMonth(text: string, start: number): number {
  return /^[上中下]旬/.test(text.slice(start, start + 2)) ? start + 2 : start;
}

/** One item a day, whatever words name it; what is no day is one item for the same words. The first wording is shown. */
function gather(found: readonly Found[], lines: readonly Line[]): DateItem[] {
  const originals = new Map(lines.map((line) => [line.index, line.original] as const));
  const items = new Map<string | null, DateItem>();
  for (const { line, start, end, resolution } of found) {
    const text = (originals.get(line) ?? '').slice(start, end);
    const isDay = resolution.day !== null && resolution.iso?.length === ISO_DAY_LENGTH;
    const key = isDay ? resolution.iso : `${text}\n${resolution.iso}`;
    const item = items.get(key) ?? { text, iso: resolution.iso, basis: resolution.basis, mentions: [] };
    item.mentions.push({ line, start, end });
    items.set(key, item);
  }
  return [...items.values()];
}

/** The main event's date is the first day named in the body, not counting the line that says when it was published. */
function mainDateFirst(items: DateItem[], lines: readonly Line[]): DateItem[] {
  const texts = new Map(lines.map((line) => [line.index, line.text] as const));
  const main = items.find((item) => {
    const mention = item.mentions.find(({ line }) => line !== HEADLINE);
    if (!mention || !item.iso || item.iso.length < ISO_DAY_LENGTH) return false;
    return !PUBLICATION_BEFORE.test(
      (texts.get(mention.line) ?? '').slice(Math.max(0, mention.start - 20), mention.start),
    );
  });
  return main ? [main, ...items.filter((item) => item !== main)] : items;
}
