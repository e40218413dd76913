import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../utils/article/article';
import { readArticleIn } from '../../../utils/article/find';
import { findPicked } from '../../../utils/article/find-picked';
import { cleanPick, isMostlyLinks } from '../../../utils/article/pick';
import { documentOf, PARAGRAPH, pageOf, SECOND, URL_OF_TESTS } from './fixtures';

const OPTIONS = { url: URL_OF_TESTS };
const ASIDE = '便民提示：办理窗口已迁至城东路。';
const page = () => documentOf(pageOf({ tail: `<div id="aside" class="sidebar"><p>${ASIDE}</p></div>` }));

describe('an article read in a given element', () => {
  test('is that element, with the headline and the dateline of the page', () => {
    const document = page();
    const found = readArticleIn(document, document.querySelector('.text')!, OPTIONS);
    expect(found?.article).toMatchObject({
      kind: 'article',
      title: '青禾县召开春耕工作会议',
      published: { day: '2024-03-05' },
    });
    expect(linesOf(found!.article.blocks)).toEqual([PARAGRAPH, SECOND]);
  });

  test('may be what finding would call chrome, or too little', () => {
    const document = page();
    const aside = document.querySelector('#aside')!;
    const found = readArticleIn(document, aside, OPTIONS);
    expect(linesOf(found!.article.blocks)).toEqual([ASIDE]);
    expect(found!.keep.map(({ id, className }) => id || className)).toEqual(['', 'info', 'aside']);
  });

  test('may be a page that finding calls a list', () => {
    const document = documentOf(
      '<title>先进个人名单 - 青禾县人民政府</title><h1>先进个人名单</h1><ul id="list"><li><a href="/1">张三同志先进事迹材料</a></li><li><a href="/2">李四同志先进事迹材料</a></li></ul>',
    );
    expect(linesOf(readArticleIn(document, document.querySelector('#list')!, OPTIONS)!.article.blocks)).toEqual([
      '张三同志先进事迹材料',
      '李四同志先进事迹材料',
    ]);
  });

  test.each([
    ['an element without text', '<div id="x"><img src="a.png"></div>'],
    ['a hidden element', `<div id="x" hidden><p>${SECOND}</p></div>`],
    ['a script', '<script id="x">var a = 1;</script>'],
  ])('is none in %s', (_, tail) => {
    const document = documentOf(pageOf({ tail }));
    expect(readArticleIn(document, document.querySelector('#x')!, OPTIONS)).toBeNull();
  });

  test('is none in an element of another document', () => {
    expect(readArticleIn(page(), page().querySelector('.text')!, OPTIONS)).toBeNull();
  });
});

describe('a pick', () => {
  test('finds its block on another page of the site', () => {
    const document = documentOf(pageOf({ body: `<p>${SECOND}</p>` }));
    const found = findPicked(document, { selector: 'div.text', linked: false }, OPTIONS);
    expect(linesOf(found!.article.blocks)).toEqual([SECOND]);
  });

  test.each([
    ['nothing', 'div.body'],
    ['several blocks', 'div'],
    ['a block of another sort', 'div.nav'],
    ['no selector at all', ':::('],
  ])('is void where its selector matches %s', (_, selector) => {
    expect(findPicked(page(), { selector, linked: false }, OPTIONS)).toBeNull();
  });

  test('knows links from text', () => {
    const document = page();
    expect(isMostlyLinks(document.querySelector('.nav')!)).toBe(true);
    expect(isMostlyLinks(document.querySelector('.text')!)).toBe(false);
  });

  test.each([
    [
      { selector: '#zoom', linked: true },
      { selector: '#zoom', linked: true },
    ],
    [{ selector: '#zoom' }, { selector: '#zoom', linked: false }],
    [{ selector: '' }, null],
    [{ selector: 3 }, null],
    [null, null],
    ['#zoom', null],
  ])('from %j is %j', (stored, pick) => {
    expect(cleanPick(stored)).toEqual(pick);
  });
});
