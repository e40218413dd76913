/** Reads days and times as Chinese pages write them: 2024-09-10, 2025年06月03日13时44分, 民國113年5月1日, 二〇一二年五月十七日. */

export interface ShownDate {
  /** `YYYY-MM-DD`, proleptic Gregorian. */
  day: string;
  /** `HH:MM` or `HH:MM:SS`. */
  time?: string;
  /** The characters it was read from, and their offsets in the text that was searched. */
  text: string;
  start: number;
  end: number;
}

/** Year 1 of the Republic of China is 1912. */
const REPUBLIC_OFFSET = 1911;

/** Portals did not exist before; a year outside is a number that looks like one. */
const FIRST_YEAR = 1949;
const LAST_YEAR = 2099;

/** Colons seen in times: ASCII, full-width, and U+2236 RATIO. */
const COLON = '[:：∶]';
const TIME = `(?:T|\\s*[日,，]?\\s*[（(]?(?:星期[一二三四五六日天]|[週周][一二三四五六日])?[)）]?\\s*(?:香港時間|北京時間|北京时间)?\\s*)(\\d{1,2})(?:${COLON}|\\s*[时時點点]\\s*)(\\d{1,2})(?:${COLON}(\\d{1,2})|\\s*分(?:\\s*(\\d{1,2})\\s*秒)?)?`;
const HAN_DIGIT = '[〇○零一二三四五六七八九]';
const HAN_NUMBER = '[〇○零一二三四五六七八九十廿卅]{1,4}';

/** Gregorian and Republican years with digits; `civil` is set by 民國, which makes any year Republican. */
const DIGIT_DATE = new RegExp(
  `(?<![\\d.])(?:(?<civil>(?:中華|中华)?民[國国])\\s*)?(?<year>\\d{2,4})(?:\\s*年\\s*(?<month>\\d{1,2})\\s*月\\s*(?<day>\\d{1,2})\\s*[日号號]?|\\s?(?<mark>[-/.．‐–—／])\\s?(?<month2>\\d{1,2})\\s?\\k<mark>\\s?(?<day2>\\d{1,2})(?![\\d.]))(?:${TIME})?`,
  'gu',
);
/** Capture groups of `DIGIT_DATE` from here on are hours, minutes, seconds after a colon, seconds before 秒. */
const FIRST_TIME_GROUP = 8;

const HAN_DATE = new RegExp(
  `(?<civil>(?:中華|中华)?民[國国])?(?<year>${HAN_DIGIT}{4}|(?:一百|一○|一〇)?${HAN_NUMBER})年(?<month>${HAN_NUMBER})月(?<day>${HAN_NUMBER})日`,
  'gu',
);
/** Eight digits in a row, as `PubDate` and addresses write them. */
const PACKED_DATE = /(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/gu;

const DIGIT_VALUES = new Map(
  [...'〇零一二三四五六七八九'].map((digit, index) => [digit, Math.max(0, index - 1)] as const),
);
DIGIT_VALUES.set('○', 0);

/** The value of a Han numeral below 1000 (二十三, 一百一十三, 二〇一二), or NaN. */
export function hanNumber(text: string): number {
  if (/^[〇○零一二三四五六七八九]+$/u.test(text)) {
    return Number([...text].map((digit) => DIGIT_VALUES.get(digit)).join(''));
  }
  const expanded = text.replace('廿', '二十').replace('卅', '三十');
  const match = /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(
    expanded,
  );
  if (!match || expanded === '') return Number.NaN;
  const [, hundreds, tens, ten, ones] = match;
  const value = (digit: string | undefined): number => DIGIT_VALUES.get(digit ?? '〇') ?? 0;
  return value(hundreds) * 100 + (ten ? (tens ? value(tens) : 1) * 10 : 0) + value(ones);
}

/** The day as `YYYY-MM-DD` when it exists in the calendar and its year is one that a portal can show, else null. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function gregorian(digits: string, civil: boolean, shortYears: boolean): number {
  const year = Number(digits);
  if (civil || digits.length === 3 || (shortYears && digits.length === 2)) return year + REPUBLIC_OFFSET;
  return digits.length === 4 ? year : Number.NaN;
}

function clock(
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
): string | undefined {
  if (hours === undefined || minutes === undefined) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  const parts = seconds === undefined ? [hours, minutes] : [hours, minutes, seconds];
  return parts.map((part) => part.padStart(2, '0')).join(':');
}

function shown(match: RegExpMatchArray, day: string | null, time: string | undefined): ShownDate[] {
  if (day === null) return [];
  const text = match[0].trimEnd();
  const start = match.index!;
  return [{ day, ...(time !== undefined && { time }), text, start, end: start + text.length }];
}

/**
 * Every full date of `text` with its time if one follows, in order. Dates that are not in the calendar are left out.
 * `shortYears`: years of two digits are the Republic's (95/11/03 is 2006), as on pages from Taiwan; else they are no dates.
 */
export function datesIn(text: string, shortYears = false): ShownDate[] {
  const found = [...text.matchAll(DIGIT_DATE)].flatMap((match) => {
    const { civil, year = '', month, month2, day, day2 } = match.groups!;
    const [hours, minutes, seconds, spelled] = match.slice(FIRST_TIME_GROUP);
    return shown(
      match,
      isoDay(gregorian(year, civil !== undefined, shortYears), Number(month ?? month2), Number(day ?? day2)),
      clock(hours, minutes, seconds ?? spelled),
    );
  });
  for (const match of text.matchAll(HAN_DATE)) {
    const { civil, year = '', month = '', day = '' } = match.groups!;
    const value = hanNumber(year) + (civil !== undefined ? REPUBLIC_OFFSET : 0);
    found.push(...shown(match, isoDay(value, hanNumber(month), hanNumber(day)), undefined));
  }
  if (found.length === 0) {
    for (const match of text.matchAll(PACKED_DATE)) {
      found.push(...shown(match, isoDay(Number(match[1]), Number(match[2]), Number(match[3])), undefined));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
