import { describe, expect, test } from 'vitest';
import type { Article } from '../../../../utils/article/article';
import { CITATION_FORMS, citationOf, cite } from '../../../../utils/clips/formats/citation';
import { citedArticle, referenceOf } from '../../../../utils/clips/formats/reference';
import { HOSTILE_TEXTS, hostileEntry, makeEntry, NOTICE, REPORT } from './make-entry';

const TODAY = '2026-11-25';

test('a web page', () => {
  expect(cite(referenceOf(REPORT), '2015', TODAY)).toBe(
    '揚州廣陵區. 陳鍇竑調研文昌商圈[EB/OL]. (2012-05-17)[2026-11-25]. https://www.example.gov.cn/news/20120517/1.html?a=1&b=2.',
  );
  expect(cite(referenceOf(REPORT), '2025', TODAY)).toBe(
    '揚州廣陵區. 陳鍇竑調研文昌商圈[EB/OL]. （2012-05-17）[2026-11-25]. https://www.example.gov.cn/news/20120517/1.html?a=1&b=2.',
  );
});

test('an official document: issuing agencies, the first three and 等, and its number', () => {
  expect(cite(referenceOf(NOTICE), '2015', TODAY)).toBe(
    '甲部, 乙部, 丙部, 等. 关于政务公开的通知: 甲发〔2023〕7号[EB/OL]. (2023-10-16)[2026-11-25]. https://www.example.gov.cn/n.html.',
  );
  expect(cite(referenceOf(NOTICE), '2025', TODAY)).toBe(
    '甲部，乙部，丙部，等. 关于政务公开的通知：甲发〔2023〕7号[EB/OL]. （2023-10-16）[2026-11-25]. https://www.example.gov.cn/n.html.',
  );
});

test('a number that the title has is not said twice', () => {
  const entry = makeEntry({
    clip: { title: '甲部关于政务公开的通知（甲发〔2023〕7号）' },
    card: { documentNumber: '甲发〔2023〕7号' },
  });
  expect(cite(referenceOf(entry), '2025', TODAY)).toBe(
    '甲部关于政务公开的通知（甲发〔2023〕7号）[EB/OL]. [2026-11-25]. https://www.example.gov.cn/a1.html.',
  );
});

test('what is not known is left out', () => {
  expect(cite(referenceOf(makeEntry()), '2015', TODAY)).toBe(
    '标题[EB/OL]. [2026-11-25]. https://www.example.gov.cn/a1.html.',
  );
  expect(cite(referenceOf(makeEntry({ clip: { url: 'file:///C:/a.html' } })), '2015', TODAY)).toBe(
    '标题[EB/OL]. [2026-11-25].',
  );
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
    expect(cite(referenceOf(entry), '2025', TODAY)).toBe(
      `${cited}标题[EB/OL]. [2026-11-25]. https://www.example.gov.cn/a1.html.`,
    );
  });
});

test.each(HOSTILE_TEXTS)('%j is cited in one line that reads in the order it is written', (text) => {
  const cited = cite(referenceOf(hostileEntry(text)), '2025', TODAY);
  expect(cited).not.toMatch(/[\n\r\u0000-\u001f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
  expect(cited.endsWith('[2026-11-25]. https://www.example.gov.cn/a1.html.')).toBe(true);
});

describe('an article that is not clipped', () => {
  const article: Article = {
    ...REPORT.versions[0]!.article,
    source: { value: '揚州廣陵區', origin: 'dateline' },
    published: { day: '2012-05-17', text: '2012年5月17日', origin: 'dateline' },
  };

  test('is cited like its clip', () => {
    const { title, authors, published, url, documentNumber } = referenceOf(REPORT);
    expect(citedArticle(article)).toEqual({ title, authors, published, url, documentNumber });
  });

  test('in each form', () => {
    expect(CITATION_FORMS.map((form) => citationOf(citedArticle(article), form, TODAY))).toEqual([
      '揚州廣陵區. 陳鍇竑調研文昌商圈[EB/OL]. （2012-05-17）[2026-11-25]. https://www.example.gov.cn/news/20120517/1.html?a=1&b=2.',
      '揚州廣陵區. 陳鍇竑調研文昌商圈[EB/OL]. (2012-05-17)[2026-11-25]. https://www.example.gov.cn/news/20120517/1.html?a=1&b=2.',
      '陳鍇竑調研文昌商圈 https://www.example.gov.cn/news/20120517/1.html?a=1&b=2',
    ]);
  });

  test('an official document by its issuers and number', () => {
    const document = { issuer: '甲部 乙部', documentNumber: '甲发〔2023〕7号' };
    expect(citedArticle({ ...article, document })).toMatchObject({
      authors: ['甲部', '乙部'],
      documentNumber: '甲发〔2023〕7号',
    });
  });

  test('without an address to link, and without a title', () => {
    expect(citationOf(citedArticle({ ...article, url: 'file:///C:/a.html' }), 'link', TODAY)).toBe(
      '陳鍇竑調研文昌商圈',
    );
    expect(citedArticle({ ...article, title: ' ' }).title).toBe(article.url);
  });
});
