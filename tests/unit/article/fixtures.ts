/** Documents and finds for the tests of the article folder. */
import { JSDOM, VirtualConsole } from 'jsdom';
import { type Article, linesOf } from '../../../utils/article/article';
import { type Found, findArticle } from '../../../utils/article/find';

export const URL_OF_TESTS = 'https://www.qinghe.example.gov.cn/xw/t20240305_1.html';

export function documentOf(html: string): Document {
  return new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document;
}

/** A paragraph of running text, long enough to be a body's. */
export const PARAGRAPH =
  '张三在会上强调，要认真抓好各项工作的落实，让群众有更多的获得感。李四介绍了全县上半年的有关情况。';
export const SECOND = '会议要求，各乡镇要抢抓农时，备足种子和化肥，并在三月底前完成整地。王小明等有关负责人参加会议。';

/** A page with a headline, a dateline and the given body. */
export function pageOf(parts: {
  title?: string;
  head?: string;
  dateline?: string;
  body?: string;
  tail?: string;
}): string {
  const {
    title = '青禾县召开春耕工作会议',
    head = '',
    dateline = '发布日期：2024-03-05 09:30　来源：青禾县政府办',
    tail = '',
  } = parts;
  const body = parts.body ?? `<p>${PARAGRAPH}</p><p>${SECOND}</p>`;
  return `<html><head><title>${title} - 青禾县人民政府</title>${head}</head><body>
    <div class="nav"><a href="/">首页</a><a href="/xw/">新闻</a></div>
    <h1>${title}</h1><div class="info">${dateline}</div><div class="text">${body}</div>${tail}
    <div class="foot">主办：青禾县人民政府办公室　版权所有</div></body></html>`;
}

export function found(html: string, url: string = URL_OF_TESTS): Found {
  return findArticle(documentOf(html), { url });
}

/** The article of a page that has one. */
export function articleOf(html: string, url?: string): Article {
  const result = found(html, url);
  if (!('article' in result)) throw new Error(`no article: ${result.kind} (${result.reason})`);
  return result.article;
}

export const textOf = (html: string, url?: string): string[] => linesOf(articleOf(html, url).blocks);
