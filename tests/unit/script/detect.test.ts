import { describe, expect, test } from 'vitest';
import { detectScript, detectScripts } from '../../../utils/script/detect';

describe('detectScript', () => {
  test.each([
    ['廣陵區區委書記率隊專題調研', 'traditional'],
    ['广陵区区委书记率队专题调研', 'simplified'],
    ['商圈在于它的誠信', 'traditional'],
    ['于都县', 'simplified'],
    ['显著提升', 'simplified'],
    ['於是', 'traditional'],
    ['人大常委会', 'simplified'],
    ['著名人士', 'other'],
    ['太后走在里面', 'other'],
    ['人大', 'other'],
    ['', 'other'],
    ['2012-05-17 Copyright © GDP', 'other'],
    ['市政府のお知らせです', 'japanese'],
    ['東京都庁の広報', 'japanese'],
    ['単純労働', 'japanese'],
    ['ｶﾀｶﾅ', 'japanese'],
    ['臺北市優の良品專賣店', 'traditional'],
    ['서울특별시 공고', 'korean'],
    ['大韓民國(대한민국) 헌법', 'korean'],
    ['外交部長會見韓國外長趙兌烈(조태열)，雙方就兩國關係交換意見', 'traditional'],
  ] as const)('%s is %s', (text, script) => {
    expect(detectScript(text)).toBe(script);
  });

  test('a few characters of the other script do not make a text mixed', () => {
    expect(detectScript('廣陵區區委書記率隊專題調研，题')).toBe('traditional');
    expect(detectScript('广陵区区委书记率队专题调研，題')).toBe('simplified');
  });

  test('a text with both scripts is mixed', () => {
    expect(detectScript('广陵区区委书记 廣陵區區委書記')).toBe('mixed');
    expect(detectScript('书書')).toBe('mixed');
  });

  test('lone surrogates and controls tell nothing', () => {
    expect(detectScript('\ud800\udc00\ud800\u0000\u200b')).toBe('other');
  });
});

describe('detectScripts', () => {
  test('lines that tell nothing inherit, lines without Han do not', () => {
    expect(detectScripts(['區委書記專題調研', '著名人士', '2012-05-17', ''])).toEqual({
      page: 'traditional',
      lines: ['traditional', 'traditional', 'other', 'other'],
    });
    expect(detectScripts(['区委书记专题调研', '著名人士']).lines).toEqual(['simplified', 'simplified']);
  });

  test('on a mixed page a line inherits from the part it stands in', () => {
    const simplified = '网络营销推广价格，联系电话';
    const traditional = '區委書記率隊專題調研，領導陪同';
    expect(detectScripts(['人大', simplified, '著名人士', traditional, '上下', 'ABC'])).toEqual({
      page: 'mixed',
      lines: ['simplified', 'simplified', 'simplified', 'traditional', 'traditional', 'other'],
    });
  });

  test('no lines', () => {
    expect(detectScripts([])).toEqual({ page: 'other', lines: [] });
  });
});
