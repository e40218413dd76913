import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../utils/article/article';
import { findArticle } from '../../../utils/article/find';
import { articleOf, documentOf, found, PARAGRAPH, pageOf, SECOND, textOf, URL_OF_TESTS } from './fixtures';

const SEED_LINE =
  '2012年5月17日上午,廣陵區(qū)區(qū)委書記陳鍇竑率隊專題調(diào)研文昌商圈建設(shè)工作,并召開文昌商圈黨建工作調(diào)研座談會。趙長松、居益芬、徐德林等區(qū)領(lǐng)導(dǎo)陪同調(diào)研。';
const MIRROR = `<html><head><title>揚(yáng)州拓普電氣科技有限公司</title></head><body>
  <table><tr><td class="nav"><a href="/">首頁</a> <a href="/p">產(chǎn)品展示</a></td></tr>
  <tr><td><p>${SEED_LINE}</p><p>陳鍇竑一行首先來到文昌商圈先鋒驛站,隨后來到珍園。</p>
  <p>信息整理:揚(yáng)州拓普電氣科技有限公司   信息來源:揚(yáng)州.廣陵區(qū)</p></td></tr></table>
  <p>設(shè)為首頁 | 加入收藏 | 聯(lián)系我們   揚(yáng)州拓普電氣科技有限公司版權(quán)所有 Copyright © 2010-2021<br>
  蘇ICP備10068214號-2   蘇公網(wǎng)安備32102302010144號</p></body></html>`;

describe('a plain article', () => {
  const article = articleOf(pageOf({}));

  test('has headline, date with time, source and body', () => {
    expect(article).toMatchObject({
      kind: 'article',
      title: '青禾县召开春耕工作会议',
      titleOrigin: 'page',
      published: { day: '2024-03-05', time: '09:30', text: '2024-03-05 09:30', origin: 'dateline' },
      source: { value: '青禾县政府办', origin: 'dateline' },
      document: null,
    });
    expect(linesOf(article.blocks)).toEqual([PARAGRAPH, SECOND]);
  });

  test('loses its fragment from the address', () => {
    expect(articleOf(pageOf({}), `${URL_OF_TESTS}#top`).url).toBe(URL_OF_TESTS);
  });
});

describe('a mirror without headline', () => {
  const article = articleOf(MIRROR, 'http://www.topdq.example/news/3021.html');

  test('is titled by its first clause, readings kept', () => {
    expect([article.title, article.titleOrigin]).toEqual([
      '廣陵區(qū)區(qū)委書記陳鍇竑率隊專題調(diào)研文昌商圈建設(shè)工作',
      'text',
    ]);
  });

  test('is dated by the date that opens its text, not by the copyright', () => {
    expect(article.published).toEqual({ day: '2012-05-17', text: '2012年5月17日', origin: 'text' });
  });

  test('is from whom it says and republished by the company', () => {
    expect(article.source?.value).toBe('揚(yáng)州.廣陵區(qū)');
    expect(article.publisher).toMatchObject({ verdict: 'republished', operator: '揚州拓普電氣科技有限公司' });
    expect(article.publisher.evidence.map(({ kind }) => kind)).toEqual([
      'host',
      'source',
      'copyright',
      'icp',
      'police-record',
    ]);
  });

  test('is cleaned of the lines around it', () => {
    expect(linesOf(article.blocks)).toEqual([SEED_LINE, '陳鍇竑一行首先來到文昌商圈先鋒驛站,隨后來到珍園。']);
  });
});

describe('what is no text of the article', () => {
  test.each([
    ['a toolbar', '<div>【字体：<a>大</a> <a>中</a> <a>小</a>】 <a>打印</a> <a>关闭</a></div>'],
    ['a counter', '<p>浏览次数：1632次</p>'],
    ['neighbours', '<p>上一篇：<a href="/1">县里的另一件事</a></p><p>下一篇：没有了</p>'],
    ['related news', '<h3>相关新闻</h3><ul><li><a href="/2">青禾县部署防汛工作</a></li></ul>'],
    ['the headline again', '<p>青禾县召开春耕工作会议</p>'],
    ['credits', '<p>（责任编辑：李四）</p>'],
    ['hidden text', `<p style="display:none">${PARAGRAPH}隐藏</p><p hidden>${PARAGRAPH}又隐藏</p>`],
    ['a code to scan', '<p>扫一扫在手机打开当前页</p>'],
  ])('%s', (_, chrome) => {
    const body = `<p>${PARAGRAPH}</p><p>${SECOND}</p>`;
    const inside = chrome.includes('青禾县召开') ? chrome + body : body + chrome;
    expect(textOf(pageOf({ body: inside }))).toEqual([PARAGRAPH, SECOND]);
  });

  test('a second copy of the whole article', () => {
    const copy = `<div class="mobile"><p>${PARAGRAPH}</p><p>${SECOND}</p></div>`;
    expect(textOf(pageOf({ tail: copy }))).toEqual([PARAGRAPH, SECOND]);
  });

  test('elements that the caller knows to be hidden', () => {
    const html = pageOf({ body: `<p>${PARAGRAPH}</p><p id="h">${PARAGRAPH}！</p>` });
    const result = findArticle(documentOf(html), { url: URL_OF_TESTS, isHidden: (element) => element.id === 'h' });
    expect('article' in result && linesOf(result.article.blocks)).toEqual([PARAGRAPH]);
  });
});

describe('pages without an article', () => {
  const entries = Array.from(
    { length: 12 },
    (_, i) => `<li><a href="/${i}.html">青禾县第${i}号工作通知公布</a> <span>2024-03-0${(i % 9) + 1}</span></li>`,
  );

  test.each([
    ['empty', '<html><body></body></html>', URL_OF_TESTS],
    [
      'foreign',
      '<html><body><p>The Council met on Tuesday to discuss the budget of the coming year, and it adjourned at noon after a long debate.</p></body></html>',
      URL_OF_TESTS,
    ],
    [
      'foreign',
      '<html><body><p>これは日本語のページであり、記事の本文はすべて日本語で書かれています。</p></body></html>',
      URL_OF_TESTS,
    ],
    [
      'list',
      `<html><head><title>通知公告</title></head><body><ul>${entries.join('')}</ul></body></html>`,
      URL_OF_TESTS,
    ],
    [
      'home',
      `<html><head><title>青禾县人民政府门户网站</title></head><body><ul>${entries.join('')}</ul></body></html>`,
      'https://www.qinghe.example.gov.cn/',
    ],
    ['video', pageOf({ body: '<video src="a.mp4"></video>' }), URL_OF_TESTS],
  ])('%s', (kind, html, url) => expect(found(html, url).kind).toBe(kind));

  test('an entrance page and a list are told apart by a reason', () => {
    expect(found(`<html><body><ul>${entries.join('')}</ul></body></html>`)).toEqual({
      kind: 'list',
      reason: 'links-without-text',
    });
  });
});

describe('short notices', () => {
  test('eighty characters under a headline are an article', () => {
    const notice = '因水管检修，定于3月6日8时至18时对城东片区停止供水，请用户提前储水。';
    expect(textOf(pageOf({ body: `<p>${notice}</p>` }))).toEqual([notice]);
  });

  test('a notice that is only its attachment', () => {
    const article = articleOf(pageOf({ body: '<p>详见附件。</p><p><a href="a.pdf">春耕方案.pdf</a></p>' }));
    expect(article.attachments).toEqual([
      { name: '春耕方案.pdf', href: 'https://www.qinghe.example.gov.cn/xw/a.pdf', format: 'pdf' },
    ]);
  });
});

describe('the document', () => {
  test('is left as it was', () => {
    for (const html of [MIRROR, pageOf({}), pageOf({ body: `<table><tr><td>${PARAGRAPH}</td></tr></table>` })]) {
      const document = documentOf(html);
      const before = document.documentElement.outerHTML;
      findArticle(document, { url: URL_OF_TESTS });
      expect(document.documentElement.outerHTML).toBe(before);
    }
  });

  test('may be anything that a parser makes: no exception, and always an answer', () => {
    const piece = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td>',
      '</div>',
      '<div>',
      '<p>',
      '<li>',
      '<ul>',
      '<h1>',
      '<br>',
      '</body>',
      '</html>',
      '来源：',
      '2024-03-05',
      PARAGRAPH,
      '<a href="::">',
      '<img>',
      '(',
      '<dl><dt>',
      '【',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const result = findArticle(documentOf(pieces.join('')), { url: 'not an address' });
        expect(result).not.toMatchObject({ kind: 'refused' });
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('with more nodes than a page has is refused', () => {
    const document = documentOf('<body></body>');
    const fragment = document.createDocumentFragment();
    for (let i = 0; i < 100_001; i++) fragment.append(document.createTextNode('字'));
    document.body.append(fragment);
    expect(findArticle(document, { url: URL_OF_TESTS })).toEqual({ kind: 'refused', reason: 'too-large' });
  }, 60_000);

  test('may be far deeper than the call stack', () => {
    const document = documentOf(pageOf({ body: '' }));
    let inner: Element = document.createElement('div');
    inner.textContent = PARAGRAPH;
    for (let depth = 0; depth < 3_000; depth++) {
      const outer = document.createElement('div');
      outer.append(inner);
      inner = outer;
    }
    document.querySelector('.text')!.append(inner);
    expect(findArticle(document, { url: URL_OF_TESTS }).kind).toBe('article');
  });
});

describe('anchors', () => {
  test('carry every line back to the text nodes, one to one', () => {
    const body = `<p>张三  在<b>会</b>上\n 强调，<a href="/x">要认真抓好</a>各项工作的落实。</p><ul><li>一是<br>春耕；</li><li>二是防汛。</li></ul>
      <table><tr><th>乡镇</th><th>亩数</th></tr><tr><td>东<i>关</i>镇</td><td>1200</td></tr></table><p>${PARAGRAPH}</p>`;
    const result = found(pageOf({ body }));
    if (!('article' in result)) throw new Error(result.kind);
    const lines = linesOf(result.article.blocks);
    expect(lines.slice(0, 3)).toEqual(['张三 在会上 强调，要认真抓好各项工作的落实。', '一是 春耕；', '二是防汛。']);
    expect(result.anchors).toHaveLength(lines.length);
    lines.forEach((line, index) => {
      let covered = 0;
      for (const { node, nodeStart, nodeEnd, lineStart } of result.anchors[index]!.pieces) {
        expect(line.slice(lineStart, lineStart + nodeEnd - nodeStart)).toBe(node.data.slice(nodeStart, nodeEnd));
        expect(line.slice(covered, lineStart)).toMatch(/^ ?$/);
        covered = lineStart + nodeEnd - nodeStart;
      }
      expect(covered).toBe(line.length);
    });
  });
});

describe('the kept elements', () => {
  test('are headline, dateline and body, none inside another', () => {
    const result = found(pageOf({}));
    if (!('article' in result)) throw new Error(result.kind);
    expect(result.keep.map((element) => element.className || element.localName)).toEqual(['h1', 'info', 'text']);
    expect(result.headline?.localName).toBe('h1');
  });

  test('leave out a toolbar inside the body', () => {
    const result = found(pageOf({ body: `<p>${PARAGRAPH}</p><p>${SECOND}</p><div class="t">打印 关闭</div>` }));
    if (!('article' in result)) throw new Error(result.kind);
    expect(result.keep.map((element) => element.localName)).toEqual(['h1', 'div', 'p', 'p']);
  });
});
