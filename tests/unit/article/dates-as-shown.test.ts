import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesIn, hanNumber, isoDay } from '../../../utils/article/dates-as-shown';

const days = (text: string) => datesIn(text).map(({ day }) => day);

describe('dates as pages show them', () => {
  test.each([
    ['2024-09-10 09:24', '2024-09-10', '09:24'],
    ['2021/09/06', '2021-09-06', undefined],
    ['2025年06月03日13时44分', '2025-06-03', '13:44'],
    ['2024年3月5日 8：05', '2024-03-05', '08:05'],
    ['2019.10.8 10∶08', '2019-10-08', '10:08'],
    ['2017-05-15 10:49:00', '2017-05-15', '10:49:00'],
    ['2023-05-16T12:34:05+08:00', '2023-05-16', '12:34:05'],
    ['2024年5月14日（星期二）香港時間16時30分', '2024-05-14', '16:30'],
    ['113-05-01', '2024-05-01', undefined],
    ['113年5月1日', '2024-05-01', undefined],
    ['中華民國113年5月8日', '2024-05-08', undefined],
    ['民國99年12月31日', '2010-12-31', undefined],
    ['二〇一二年五月十七日', '2012-05-17', undefined],
    ['二○二四年十二月三十一日', '2024-12-31', undefined],
    ['中華民國一百一十三年五月一日', '2024-05-01', undefined],
    ['20240305', '2024-03-05', undefined],
  ])('%s', (text, day, time) => {
    const [date] = datesIn(text);
    expect([date?.day, date?.time]).toEqual([day, time]);
  });

  test('keep the characters they were read from', () => {
    const text = '发布时间：2024年3月5日 来源';
    const [date] = datesIn(text);
    expect(text.slice(date!.start, date!.end)).toBe('2024年3月5日');
    expect(date!.text).toBe('2024年3月5日');
  });

  test.each(['2024-02-30', '2010-2021', '苏ICP备10068214号-2', '版本 1.2.3', '025-83581234', '2024年5月', '13:44'])(
    'no date in %s',
    (text) => expect(days(text)).toEqual([]),
  );

  test('an hour that no clock shows is left out', () => {
    expect(datesIn('2024-03-05 29:99')[0]).not.toHaveProperty('time');
  });

  test('years of two digits are the Republic’s only when asked for', () => {
    expect(datesIn('95/11/03')).toEqual([]);
    expect(datesIn('95/11/03', true).map(({ day }) => day)).toEqual(['2006-11-03']);
  });

  test('stand in the order of the text', () => {
    expect(days('二〇二四年三月五日至2024-03-07')).toEqual(['2024-03-05', '2024-03-07']);
  });

  test('every day of the calendar is read back from both forms', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-').map(Number);
        expect(days(iso)).toEqual([iso]);
        expect(days(`${year}年${month}月${dayOfMonth}日`)).toEqual([iso]);
      }),
    );
  });
});

describe('Han numerals', () => {
  test.each([
    ['〇', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['廿三', 23],
    ['一百一十三', 113],
    ['一百零三', 103],
    ['二〇一二', 2012],
  ])('%s is %i', (text, value) => expect(hanNumber(text)).toBe(value));

  test.each(['', '年', '十百'])('%s is none', (text) => expect(hanNumber(text)).toBeNaN());
});

test('a day that is not in the calendar, or before portals, is null', () => {
  expect(isoDay(2024, 2, 29)).toBe('2024-02-29');
  expect(isoDay(2023, 2, 29)).toBeNull();
  expect(isoDay(1911, 1, 1)).toBeNull();
  expect(isoDay(2024, 13, 1)).toBeNull();
});
