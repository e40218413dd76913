import { expect, test } from 'vitest';
import { glance } from '../../../utils/article/glance';
import { documentOf, PARAGRAPH, pageOf } from './fixtures';

const look = (html: string) => glance(documentOf(html));

test('an article is likely by its running text', () => {
  expect(look(pageOf({}))).toEqual({ chinese: true, likelyArticle: true });
  expect(
    look(`<title>青禾县召开会议</title><table><tr><td>${PARAGRAPH}<br>${PARAGRAPH}</td></tr></table>`).likelyArticle,
  ).toBe(true);
});

test('an article is likely by its container or its meta tag, however short', () => {
  expect(look('<title>青禾县停水通知公告</title><div id="zoom">详见附件</div>').likelyArticle).toBe(true);
  expect(look('<title>青禾县停水通知公告</title><meta name="ArticleTitle" content="停水通知">').likelyArticle).toBe(
    true,
  );
});

test('a list of links is no article', () => {
  const entries = Array.from({ length: 20 }, (_, i) => `<li><a href="/${i}">青禾县第${i}号通知。</a></li>`).join('');
  expect(
    look(
      `<title>青禾县人民政府</title><ul>${entries}</ul><p>版权所有：青禾县人民政府。苏ICP备10068214号。${PARAGRAPH}</p>`,
    ),
  ).toEqual({
    chinese: true,
    likelyArticle: false,
  });
});

test('a page in another language is left alone', () => {
  expect(look('<title>Council meeting</title><p>The Council met on Tuesday.</p>')).toEqual({
    chinese: false,
    likelyArticle: false,
  });
  expect(look('<title>日本語の記事</title><p>これは日本語で書かれた記事です。漢字もあります。</p>').chinese).toBe(
    false,
  );
});
