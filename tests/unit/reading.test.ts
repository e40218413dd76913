import { describe, expect, test } from 'vitest';
import { type Article, linesOf } from '../../utils/article/article';
import { HEADLINE } from '../../utils/digest/digest';
import { digestInputOf } from '../../utils/digest/digest-input';
import { readFound, readText } from '../../utils/reading';
import { makeArticle } from './make-article';

const URL = 'http://mirror.example/news/1.html';

/** Enough of the seed's damage for it to be recognised: every 區 關 揚 設 實 運 carries its reading. */
const DAMAGED = [
  '2012年5月17日上午,廣陵區(qū)區(qū)委書記陳鍇竑率隊專題調(diào)研文昌商圈建設(shè)工作,并召開文昌商圈黨建工作調(diào)研座談會。',
  '陳鍇竑一行了解該驛站的服務(wù)內(nèi)容及相關(guān)運(yùn)行情況,隨后實(shí)地察看了黨員創(chuàng)業(yè)示范點(diǎn),聽取了汶河街道、東關(guān)街道的匯報。',
];
const CLEAN = [
  '2012年5月17日上午,廣陵區區委書記陳鍇竑率隊專題調研文昌商圈建設工作,并召開文昌商圈黨建工作調研座談會。',
  '陳鍇竑一行了解該驛站的服務內容及相關運行情況,隨后實地察看了黨員創業示范點,聽取了汶河街道、東關街道的匯報。',
];
const FOOTER = [
  '信息整理:揚(yáng)州拓普電氣科技有限公司   信息來源:揚(yáng)州.廣陵區(qū)',
  '設(shè)為首頁 | 加入收藏 | 聯(lián)系我們   揚(yáng)州拓普電氣科技有限公司版權(quán)所有 Copyright © 2010-2021',
  '蘇ICP備10068214號-2   蘇公網(wǎng)安備32102302010144號   技術(shù)支持:平邑在線',
];

const article = (change: Partial<Article>): Article =>
  makeArticle({
    url: URL,
    title: '商圈建設工作',
    publisher: { verdict: 'unknown', host: 'mirror.example', evidence: [] },
    blocks: DAMAGED.map((text) => ({ type: 'paragraph', text })),
    ...change,
  });

/** The article on a page that shows nothing but it. */
const found = (change: Partial<Article>) => {
  const raw = article(change);
  return { article: raw, pageLines: [raw.title, ...linesOf(raw.blocks)] };
};

describe('readFound', () => {
  test('repairs the body and remembers the page', () => {
    const { article: read, original, edits, repair, families, script } = readFound(found({}));
    expect(read.blocks).toEqual(CLEAN.map((text) => ({ type: 'paragraph', text })));
    expect(original).toEqual(DAMAGED);
    expect(edits[0]![0]).toEqual({
      start: DAMAGED[0]!.indexOf('(qū)'),
      end: DAMAGED[0]!.indexOf('(qū)') + 4,
      replacement: '',
      reason: 'annotation',
    });
    expect(repair).toEqual({ annotations: DAMAGED.join('').match(/\(/g)!.length, shiftedRuns: 0, unrepaired: 0 });
    expect(families).toEqual(['tone-marked pinyin']);
    expect(script).toBe('traditional');
  });

  test('repairs every string that is shown', () => {
    const damaged = '廣陵區(qū)東關(guān)街道';
    const clean = '廣陵區東關街道';
    const field = { value: damaged, origin: 'page' } as const;
    const { article: read, edits } = readFound(
      found({
        title: damaged,
        kicker: damaged,
        subtitle: damaged,
        source: field,
        author: field,
        editor: field,
        column: [damaged],
        document: { issuer: damaged },
        publisher: {
          verdict: 'unknown',
          host: 'mirror.example',
          operator: damaged,
          evidence: [{ kind: 'copyright', text: damaged }],
        },
        attachments: [{ name: damaged, href: 'http://mirror.example/a.pdf', format: 'pdf' }],
        blocks: [
          { type: 'image', src: 'http://mirror.example/a.jpg', alt: damaged, caption: damaged },
          ...DAMAGED.map((text) => ({ type: 'paragraph', text }) as const),
        ],
      }),
    );
    expect(JSON.stringify(read)).not.toContain('(');
    expect([read.title, read.kicker, read.subtitle, read.source?.value, read.column[0], read.document?.issuer]).toEqual(
      Array(6).fill(clean),
    );
    expect(read.publisher).toEqual({
      verdict: 'unknown',
      host: 'mirror.example',
      operator: clean,
      evidence: [{ kind: 'copyright', text: clean }],
    });
    expect(read.blocks[0]).toMatchObject({ alt: clean, caption: clean });
    expect(edits[HEADLINE]).toHaveLength(2);
  });

  test('keeps links on their words', () => {
    const text = DAMAGED[1]!;
    const start = text.indexOf('汶河街道');
    const end = text.indexOf('的匯報');
    const href = 'http://mirror.example/2';
    const blocks: Article['blocks'] = [
      { type: 'paragraph', text: DAMAGED[0]! },
      { type: 'paragraph', text, links: [{ start, end, href }] },
    ];
    const [, second] = readFound(found({ blocks })).article.blocks;
    if (second?.type !== 'paragraph') throw new Error('not a paragraph');
    const [link] = second.links!;
    expect(second.text.slice(link!.start, link!.end)).toBe('汶河街道、東關街道');
    expect(link!.href).toBe(href);
  });

  test('learns and counts the damage of the whole page', () => {
    const { repair, article: read } = readFound({ article: article({}), pageLines: [...DAMAGED, ...FOOTER] });
    expect(repair.annotations).toBe([...DAMAGED, ...FOOTER].join('').match(/\([a-z\u00e0-\u01dc]+\)/g)?.length);
    expect(read.blocks).toHaveLength(DAMAGED.length);
  });

  test('leaves an undamaged article as it is', () => {
    const page = found({ blocks: CLEAN.map((text) => ({ type: 'paragraph', text })) });
    const reading = readFound(page);
    expect(reading.article).toEqual(page.article);
    expect(reading.edits).toEqual({});
    expect(reading.repair).toEqual({ annotations: 0, shiftedRuns: 0, unrepaired: 0 });
    expect(reading.families).toEqual([]);
  });
});

describe('readText', () => {
  test('reads a text with the chrome of its page', () => {
    const reading = readText([...DAMAGED, '', ...FOOTER].join('\n'), URL)!;
    expect(reading.article).toMatchObject({
      kind: 'article',
      url: URL,
      title: '廣陵區區委書記陳鍇竑率隊專題調研文昌商圈建設工作',
      titleOrigin: 'text',
      published: { day: '2012-05-17', text: '2012年5月17日', origin: 'text' },
      source: { value: '揚州.廣陵區', origin: 'page' },
    });
    expect(digestInputOf(reading)).toEqual({
      title: '', // taken from the body, where its names stand already
      lines: CLEAN,
      published: '2012-05-17',
      source: '揚州.廣陵區',
      host: 'mirror.example',
    });
  });

  test('takes title, date, source and editor from the lines around the body', () => {
    const text = [
      '# 张三调研柳湖商圈',
      '发布时间：2012-05-18 09:30  来源：清溪县融媒体中心',
      '【字体：大 中 小】 打印',
      '5月17日，张三调研柳湖商圈。',
      '联系电话：0000-0000000',
      '责任编辑：李四',
    ].join('\r\n');
    const { article: read } = readText(text, 'file:///tmp/a.txt#top')!;
    expect(read).toMatchObject({
      url: 'file:///tmp/a.txt',
      title: '张三调研柳湖商圈',
      titleOrigin: 'page',
      published: { day: '2012-05-18', time: '09:30', origin: 'dateline' },
      source: { value: '清溪县融媒体中心' },
      editor: { value: '李四' },
      publisher: { verdict: 'unknown', host: '', evidence: [] },
    });
    expect(read.blocks).toEqual([{ type: 'paragraph', text: '5月17日，张三调研柳湖商圈。' }]);
  });

  test('keeps a contact line that ends a notice', () => {
    const lines = ['现将有关事项公告如下，请相互转告。', '联系电话：0000-0000000'];
    expect(digestInputOf(readText(lines.join('\n'), URL)!).lines).toEqual(lines);
  });

  test.each(['', '\n \n', '# 只有标题', '打印 关闭\n返回顶部'])('finds no article in %j', (text) => {
    expect(readText(text, URL)).toBeNull();
  });
});
