import { describe, expect, test } from 'vitest';
import { articleOf, PARAGRAPH, pageOf, SECOND } from './fixtures';

const PLAIN = 'https://www.qinghe.example.gov.cn/xw/1.html';
const published = (html: string, url = PLAIN) => {
  const date = articleOf(html, url).published;
  return date && [date.day, date.origin];
};
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

describe('the published day', () => {
  test('as displayed wins over the meta tag', () => {
    expect(published(pageOf({ dateline: '发布时间：2009-09-30', head: meta('PubDate', '2023-05-12 23:20') }))).toEqual([
      '2009-09-30',
      'dateline',
    ]);
  });

  test('without a label stands between headline and body', () => {
    expect(published(pageOf({ dateline: '2019年10月08日　来源: 《青禾日报》' }))).toEqual(['2019-10-08', 'dateline']);
  });

  test('behind the body, with a label', () => {
    expect(published(pageOf({ dateline: '', tail: '<div>发布日期：2024-06-13 来源：县教育局</div>' }))).toEqual([
      '2024-06-13',
      'page',
    ]);
  });

  test('of a release that is signed at its end', () => {
    const article = articleOf(
      pageOf({
        title: '海濱長廊新段啟用',
        dateline: '',
        body: `<p>${PARAGRAPH}</p><p>${SECOND}</p><p>完</p><p>2024年5月14日（星期二）<br>香港時間16時30分</p>`,
      }),
    );
    expect(article.published).toMatchObject({ day: '2024-05-14', time: '16:30', origin: 'page' });
  });

  test('comes from the meta tag, then JSON-LD, then the address', () => {
    const json = '<script type="application/ld+json">{"datePublished":"2023-01-02T08:00:00+08:00"}</script>';
    expect(published(pageOf({ dateline: '', head: meta('PubDate', '2023-05-12 23:20') + json }))).toEqual([
      '2023-05-12',
      'meta',
    ]);
    expect(published(pageOf({ dateline: '', head: json }))).toEqual(['2023-01-02', 'json-ld']);
    expect(published(pageOf({ dateline: '' }), 'https://a.example.gov.cn/202501/t20250107_1.html')).toEqual([
      '2025-01-07',
      'url',
    ]);
  });

  test('is never a clock, a list’s date, an update of the site, or an event’s date', () => {
    const clock = '<div class="top">今天是2026年2月3日 星期二</div>';
    const list = '<ul class="side"><li><a href="/a">另一条新闻标题文字</a> 2025-01-01</li></ul>';
    const html = pageOf({
      dateline: '',
      tail: `${list}<div class="footer">更新日期：2025-11-03</div>`,
      body: `<p>${PARAGRAPH}</p><p>会期为2024年4月1日。${PARAGRAPH}</p>`,
    });
    expect(published(html.replace('<body>', `<body>${clock}`))).toBeNull();
  });

  test('of Taiwan has Republican years, two digits included', () => {
    const page = (dateline: string) => pageOf({ title: '壇尾漁港疏濬工程完工', dateline });
    expect(published(page('發布日期：113-06-21'))).toEqual(['2024-06-21', 'dateline']);
    expect(published(page('發布日期：95/11/03'), 'https://www.a.example.gov.tw/news/88')).toEqual([
      '2006-11-03',
      'dateline',
    ]);
  });
});

describe('the source', () => {
  const source = (dateline: string, more: { head?: string; tail?: string } = {}) =>
    articleOf(pageOf({ dateline, ...more })).source;

  test.each([
    ['来源：青禾县政府办　作者：张三', '青禾县政府办'],
    ['<span>信息来源：</span><a href="/">青禾日报</a>', '青禾日报'],
    ['文章来源:县农业局|发布时间:2024-03-05', '县农业局'],
    ['来源：（驻青洲总领馆供稿） 2019-12-10', '驻青洲总领馆'],
    ['發布單位：觀光局', '觀光局'],
    ['青禾日报社 2024-03-05', '青禾日报社'],
    ['<dl><dt>發布單位</dt><dd>勞動教育司</dd></dl>', '勞動教育司'],
  ])('%s', (dateline, value) => expect(source(dateline)?.value).toBe(value));

  test('that is displayed empty comes from the meta tag, not from the tool behind it', () => {
    expect(source('来源： <div>分享到：</div>', { head: meta('ContentSource', '县融媒体中心') })).toEqual({
      value: '县融媒体中心',
      origin: 'meta',
    });
  });

  test('that is cut short is completed from the meta tag', () => {
    expect(
      source('来源：县农业局、县林业局...', { head: meta('ContentSource', '县农业局、县林业局、县水利局') })?.value,
    ).toBe('县农业局、县林业局、县水利局');
  });

  test('that a script shows is read from where it is kept', () => {
    expect(
      source('2024-03-05', { tail: '<div id="NewsArticleSource" style="display:none">区融媒体中心</div>' })?.value,
    ).toBe('区融媒体中心');
  });
});

test('author and editor are read with their labels', () => {
  const article = articleOf(pageOf({ dateline: '作者：记者 张三', tail: '<div>责任编辑：李四</div>' }));
  expect([article.author?.value, article.editor?.value]).toEqual(['张三', '李四']);
});
