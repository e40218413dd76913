import { describe, expect, test } from 'vitest';
import { makeDigest } from '../../../utils/digest/make-digest';

function digest(text: string, source: string | null = null) {
  return makeDigest({ title: '', lines: [text], published: null, source, host: '' });
}
const names = (text: string) => digest(text).places.map(({ name }) => name);

describe('divisions', () => {
  test('a chain is one entry that holds its levels', () => {
    expect(digest('彰化縣福興鄉公告').places).toEqual([
      {
        name: '福興鄉',
        simplified: '福兴乡',
        kind: 'township',
        chain: ['彰化县', '福兴乡'],
        uncertain: false,
        mentions: [{ line: 0, start: 3, end: 6 }],
      },
    ]);
  });

  test('a township carries its nine-digit code', () => {
    expect(digest('来到扬州市广陵区汶河街道。').places).toMatchObject([
      { name: '汶河街道', chain: ['江苏省', '扬州市', '广陵区', '汶河街道'], code: '321002002' },
    ]);
  });

  test('long and short name are one place', () => {
    expect(digest('扬州市举行活动,扬州各界参加。').places).toMatchObject([
      {
        name: '扬州市',
        chain: ['江苏省', '扬州市'],
        mentions: [
          { start: 0, end: 3 },
          { start: 8, end: 10 },
        ],
      },
    ]);
  });

  test('the page decides between divisions of one name', () => {
    expect(digest('朝阳区召开会议。').places).toMatchObject([{ name: '朝阳区', uncertain: true, chain: ['朝阳区'] }]);
    expect(digest('朝阳区召开会议。', '长春市人民政府').places).toMatchObject([
      { chain: ['吉林省', '长春市', '朝阳区'], uncertain: false },
    ]);
    expect(digest('朝阳区召开会议。', '北京市人民政府').places).toMatchObject([
      { chain: ['北京市', '朝阳区'], uncertain: false },
    ]);
  });

  test('Hong Kong, Macau and countries', () => {
    expect(digest('香港沙田區與澳門、日本交流。').places.map(({ name, kind, chain }) => [name, kind, chain])).toEqual([
      ['沙田區', 'county', ['香港特别行政区', '沙田区']],
      ['澳門', 'province', ['澳门特别行政区']],
      ['日本', 'country', ['日本']],
    ]);
  });

  test.each(['市场区域乡村振兴', '全省各县区', '县委区政府', '平台中发布'])('%s holds none', (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('other places', () => {
  test('a list of what was visited', () => {
    expect(names('一行先后来到青云村、白鹭湖公园和和顺广场,察看了石桥水库。')).toEqual([
      '青云村',
      '白鹭湖公园',
      '和顺广场',
      '石桥水库',
    ]);
  });

  test('an institution named by its kind belongs to the division before it', () => {
    expect(digest('走进扬州市图书馆。').places).toMatchObject([
      { name: '扬州市图书馆', kind: 'venue', chain: ['江苏省', '扬州市'] },
    ]);
  });

  test('a village is found again without its unit', () => {
    expect(digest('来到下三屯村,下三屯的变化很大。').places).toMatchObject([
      {
        name: '下三屯村',
        kind: 'village',
        mentions: [
          { start: 2, end: 6 },
          { start: 7, end: 10 },
        ],
      },
    ]);
  });

  test('a phrase with a unit at its end is no place', () => {
    expect(names('打开思路,班子成员一路随行,老人不出小区,抓好农村工作。')).toEqual([]);
  });
});

describe('organisations', () => {
  test('are listed apart and hold no places', () => {
    const { organisations, places } = digest('扬州市教育局和扬州大学共同主办。');
    expect(organisations.map(({ name }) => name)).toEqual(['扬州市教育局', '扬州大学']);
    expect(places).toEqual([]);
  });

  test('a school that is visited is a venue', () => {
    const { organisations, places } = digest('一行来到扬州市第一中学。');
    expect(organisations).toEqual([]);
    expect(places).toMatchObject([{ name: '扬州市第一中学', kind: 'venue' }]);
  });

  test('a place before a bare body stays a place', () => {
    const { organisations, places } = digest('广陵区区委召开会议。');
    expect(organisations).toEqual([]);
    expect(places.map(({ name }) => name)).toEqual(['广陵区']);
  });
});
