import { describe, expect, test } from 'vitest';
import { cite } from '../../../../utils/clips/formats/citation';
import { HOSTILE_TEXTS, hostileEntry, makeEntry, NOTICE, REPORT } from './make-entry';

const TODAY = '2026-11-25';

test('a web page', () => {
  expect(cite(REPORT, '2015', TODAY)).toBe(
    '揚州廣陵區. 陳鍇竑調研文昌商圈[EB/OL]. (2012-05-17)[2026-11-25]. https://www.example.gov.cn/news/20120517/1.html?a=1&b=2.',
  );
  expect(cite(REPORT, '2025', TODAY)).toBe(
    '揚州廣陵區. 陳鍇竑調研文昌商圈[EB/OL]. （2012-05-17）[2026-11-25]. https://www.example.gov.cn/news/20120517/1.html?a=1&b=2.',
  );
});

test('an official document: issuing agencies, the first three and 等, and its number', () => {
  expect(cite(NOTICE, '2015', TODAY)).toBe(
    '甲部, 乙部, 丙部, 等. 关于政务公开的通知: 甲发〔2023〕7号[EB/OL]. (2023-10-16)[2026-11-25]. https://www.example.gov.cn/n.html.',
  );
  expect(cite(NOTICE, '2025', TODAY)).toBe(
    '甲部，乙部，丙部，等. 关于政务公开的通知：甲发〔2023〕7号[EB/OL]. （2023-10-16）[2026-11-25]. https://www.example.gov.cn/n.html.',
  );
});

test('a number that the title has is not said twice', () => {
  const entry = makeEntry({
    clip: { title: '甲部关于政务公开的通知（甲发〔2023〕7号）' },
    card: { documentNumber: '甲发〔2023〕7号' },
  });
  expect(cite(entry, '2025', TODAY)).toBe(
    '甲部关于政务公开的通知（甲发〔2023〕7号）[EB/OL]. [2026-11-25]. https://www.example.gov.cn/a1.html.',
  );
});

test('what is not known is left out', () => {
  expect(cite(makeEntry(), '2015', TODAY)).toBe('标题[EB/OL]. [2026-11-25]. https://www.example.gov.cn/a1.html.');
  expect(cite(makeEntry({ clip: { url: 'file:///C:/a.html' } }), '2015', TODAY)).toBe('标题[EB/OL]. [2026-11-25].');
});

describe('authors', () => {
  test.each([
    ['张三', '张三. '],
    ['张三、李四', '张三，李四. '],
    ['记者 张三 通讯员 李四', '张三，李四. '],
    ['本报记者：张三', '张三. '],
    ['张 三', '张三. '],
    ['王小明；王小明', '王小明. '],
    ['John Smith', 'John Smith. '],
    [' ', ''],
  ])('%j', (value, cited) => {
    const entry = makeEntry({ article: { author: { value, origin: 'dateline' } } });
    expect(cite(entry, '2025', TODAY)).toBe(`${cited}标题[EB/OL]. [2026-11-25]. https://www.example.gov.cn/a1.html.`);
  });
});

test.each(HOSTILE_TEXTS)('%j is cited in one line that reads in the order it is written', (text) => {
  const cited = cite(hostileEntry(text), '2025', TODAY);
  expect(cited).not.toMatch(/[\n\r\u0000-\u001f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
  expect(cited.endsWith('[2026-11-25]. https://www.example.gov.cn/a1.html.')).toBe(true);
});
