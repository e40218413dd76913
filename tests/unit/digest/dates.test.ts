import { describe, expect, test } from 'vitest';
import { findDates } from '../../../utils/digest/dates';
import { linesOf } from '../../../utils/digest/line';

/** A Monday. */
const PUBLISHED = '2024-05-20';

function read(text: string, published: string | null = PUBLISHED, rocYears = false) {
  return findDates(linesOf('', [text]), { published, rocYears }).map(({ text, iso, basis }) => [text, iso, basis]);
}

describe('dates with year, month and day', () => {
  test.each([
    ['2024年5月1日', '2024-05-01'],
    ['２０２４年５月１日', '2024-05-01'],
    ['2024 年 5 月 1 日', '2024-05-01'],
    ['2024-05-01', '2024-05-01'],
    ['2024/5/1', '2024-05-01'],
    ['2024.05.01', '2024-05-01'],
    ['二○一二年五月十七日', '2012-05-17'],
    ['二〇一二年十二月三十一日', '2012-12-31'],
    ['二零一二年一月二日', '2012-01-02'],
    ['2024年元月5日', '2024-01-05'],
    ['99年5月3日', '1999-05-03'],
    ['民國113年5月1日', '2024-05-01'],
    ['中華民國一百一十三年五月一日', '2024-05-01'],
    ['(113)年4月19日上午', '2024-04-19'],
    ['5月3日', '2024-05-03', 'published'],
  ])('%s', (text, iso, basis = 'stated') => {
    expect(read(text)).toEqual([[text, iso, basis]]);
  });

  test.each([
    ['113年4月19日', '2024-04-19'],
    ['113-05-01', '2024-05-01'],
    ['113.5.1', '2024-05-01'],
    ['113/05/01', '2024-05-01'],
  ])('%s on a page that counts years from 1911', (text, iso) => {
    expect(read(text, PUBLISHED, true)).toEqual([[text, iso, 'stated']]);
  });

  test('eight digits only where a date is announced', () => {
    expect(read('发布时间:20240501')).toEqual([['20240501', '2024-05-01', 'stated']]);
    expect(read('编号20240501')).toEqual([]);
  });
});

describe('partial dates against the published day', () => {
  test.each([
    ['12月28日', '2023-12-28'],
    ['5月22日', '2024-05-22'],
    ['17日', '2024-05-17'],
    ['24日凌晨', '2024-04-24'],
    ['本月17日', '2024-05-17'],
    ['上月28日', '2024-04-28'],
    ['元月5日', '2024-01-05'],
    ['三月', '2024-03'],
    ['5月上旬', '2024-05'],
    ['去年', '2023'],
    ['去年12月3日', '2023-12-03'],
    ['今年3月', '2024-03'],
    ['今(12)日', '2024-05-12'],
    ['今天(5/20)上午', '2024-05-20'],
    ['昨(19)日', '2024-05-19'],
    ['昨日', '2024-05-19'],
    ['今日下午3时', '2024-05-20'],
    ['前天', '2024-05-18'],
    ['明天', '2024-05-21'],
    ['上周五', '2024-05-17'],
    ['本周三', '2024-05-22'],
    ['下周一', '2024-05-27'],
    ['星期三', '2024-05-15'],
    ['5月17日(星期五)上午9时30分', '2024-05-17'],
    ['5月17日9:30', '2024-05-17'],
  ])('%s', (text, iso) => {
    expect(read(text)).toEqual([[text, iso, 'published']]);
  });

  test('a stated future puts the date behind the published day', () => {
    expect(read('将于1月5日举行')).toEqual([['1月5日', '2025-01-05', 'published']]);
    expect(read('6月30日前完成')).toEqual([['6月30日', '2024-06-30', 'published']]);
  });

  test('the same month is meant after a full date', () => {
    expect(read('2009年5月9日开幕,12日闭幕。')).toEqual([
      ['2009年5月9日', '2009-05-09', 'stated'],
      ['12日', '2009-05-12', 'context'],
    ]);
  });

  test('about the published day', () => {
    expect(read('近日')).toEqual([['近日', '2024-05-20', 'approximate']]);
  });

  test('nothing is guessed without a published day', () => {
    expect(read('5月10日', null)).toEqual([['5月10日', null, 'unresolved']]);
    expect(read('昨日', null)).toEqual([['昨日', null, 'unresolved']]);
    expect(read('近日', null)).toEqual([['近日', null, 'approximate']]);
  });
});

describe('ranges', () => {
  test.each([
    ['5月1日至3日', '2024-05-01/2024-05-03'],
    ['5月1日-5月3日', '2024-05-01/2024-05-03'],
    ['4月28日—5月3日', '2024-04-28/2024-05-03'],
    ['5月1—3日', '2024-05-01/2024-05-03'],
    ['四月十日至廿五日', '2024-04-10/2024-04-25'],
    ['明日至24日', '2024-05-21/2024-05-24'],
    ['周二至周四(21日至23日)', '2024-05-21/2024-05-23'],
    ['今、明兩日', '2024-05-20/2024-05-21'],
    ['2023年12月30日至1月2日', '2023-12-30/2024-01-02', 'stated'],
    ['2023年10月1日至次年3月31日', '2023-10-01/2024-03-31', 'stated'],
    ['2024年6月至12月', '2024-06/2024-12', 'stated'],
    ['2023年上半年', '2023-01/2023-06', 'stated'],
    ['2023年第三季度', '2023-07/2023-09', 'stated'],
    ['2018-2020年', '2018/2020', 'stated'],
  ])('%s', (text, iso, basis = 'published') => {
    expect(read(text)).toEqual([[text, iso, basis]]);
  });
});

test.each(['2月30日', '13月5日', '2023年2月29日'])('%s is shown as written and flagged', (text) => {
  expect(read(text)).toEqual([[text, null, 'impossible']]);
});

test.each([
  '苏ICP备10068214号',
  '苏公网安备32102302010144号',
  '电话0514-87654321',
  '国发〔2018〕53号',
  'Copyright © 2010-2021',
  '版权所有 2010-2021年',
  '第34次会议',
  '3日游',
  '15日内办结',
  '一日三餐',
  '3个月',
  '2024年度',
  '113年度',
  '农历五月初五',
  '每周五',
  '本世纪',
  '192.168.1.10',
])('%s holds no date', (text) => {
  expect(read(text)).toEqual([]);
});

test('the date of the main event comes first, before the line that says when the page was published', () => {
  const lines = linesOf('', ['发布时间:2024-05-20 10:20:30', '5月17日上午,会议召开。5月18日,代表参观。']);
  const dates = findDates(lines, { published: PUBLISHED, rocYears: false });
  expect(dates.map(({ text }) => text)).toEqual(['5月17日上午', '2024-05-20', '5月18日']);
});

test('one item holds all mentions of the same words', () => {
  const [date] = findDates(linesOf('5月17日', ['5月17日,开幕。']), { published: PUBLISHED, rocYears: false });
  expect(date?.mentions).toEqual([
    { line: -1, start: 0, end: 5 },
    { line: 0, start: 0, end: 5 },
  ]);
});
