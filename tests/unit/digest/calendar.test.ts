import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  isRealDay,
  parseDay,
  weekdayOf,
} from '../../../utils/digest/calendar';
import { parseNumeral } from '../../../utils/digest/han-numerals';

describe('calendar', () => {
  test('knows leap years', () => {
    expect(daysInMonth(2024, 2)).toBe(29);
    expect(daysInMonth(1900, 2)).toBe(28);
    expect(isRealDay({ year: 2023, month: 2, day: 29 })).toBe(false);
  });

  test('reads nothing but real days', () => {
    expect(parseDay('2024-05-20')).toEqual({ year: 2024, month: 5, day: 20 });
    expect(parseDay('2024-02-30')).toBeNull();
    expect(parseDay('2024-5-20')).toBeNull();
  });

  test('counts weekdays from Monday', () => {
    expect(weekdayOf({ year: 2024, month: 5, day: 20 })).toBe(1);
    expect(weekdayOf({ year: 2024, month: 5, day: 26 })).toBe(7);
  });

  test('moves over the ends of years', () => {
    expect(addMonths(2024, 1, -1)).toEqual({ year: 2023, month: 12 });
    expect(addMonths(2024, 12, 1)).toEqual({ year: 2025, month: 1 });
    expect(addDays({ year: 2023, month: 12, day: 31 }, 1)).toEqual({ year: 2024, month: 1, day: 1 });
  });

  test('daysBetween undoes addDays', () => {
    const start = { year: 2000, month: 2, day: 29 };
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), (days) => daysBetween(start, addDays(start, days)) === days),
    );
  });
});

describe('numerals', () => {
  test.each([
    ['12', 12],
    ['十', 10],
    ['十二', 12],
    ['三十一', 31],
    ['廿五', 25],
    ['卅', 30],
    ['二〇一二', 2012],
    ['一九九零', 1990],
    ['一百一十三', 113],
    ['元', 1],
    ['12月', Number.NaN],
    ['', Number.NaN],
  ])('%s', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });
});
