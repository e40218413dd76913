import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../../utils/clips/formats/clean-text';
import { toHtml } from '../../../../utils/clips/formats/html';
import { CHINESE_LABELS } from '../../../../utils/clips/formats/labels';
import { HOSTILE_TEXTS, hostileEntry, makeEntry, NOTICE, REPORT } from './make-entry';

const documentOf = (html: string) => new JSDOM(html).window.document;

const textsOf = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent);

/** The text of an element with its line breaks as line feeds. */
function textWithBreaks(element: Element | null): string {
  for (const lineBreak of element?.querySelectorAll('br') ?? []) lineBreak.replaceWith('\n');
  return element?.textContent ?? '';
}

/** Elements and attributes that the exporter writes; whatever else shows up came from a page. */
const ELEMENTS = new Set(
  (
    'html head meta title style body nav h1 h2 h3 h4 h5 h6 ol ul li a bdi article dl dt dd aside p div section ' +
    'blockquote table caption tbody tr th td figure figcaption br'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'lang xml:lang charset http-equiv content name id class href rel colspan rowspan'.split(' '),
);

function foreignMarkup(document: Document): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => [
    ...(ELEMENTS.has(element.localName) ? [] : [element.localName]),
    ...element.getAttributeNames().filter((name) => !ATTRIBUTES.has(name)),
  ]);
}

describe('what a page looks like', () => {
  const document = documentOf(toHtml([REPORT]));

  test('title, language and facts', () => {
    expect(document.title).toBe('陳鍇竑調研文昌商圈');
    expect(document.documentElement.lang).toBe('zh-Hant');
    expect(textsOf(document, 'h1')).toEqual(['陳鍇竑調研文昌商圈']);
    expect(textsOf(document, 'dt')).toEqual(['来源', '发布日期', '网址', '摘藏时间', '人物', '地点', '标签']);
    expect(textsOf(document, 'dd')).toEqual([
      '揚州廣陵區',
      '2012-05-17',
      'https://www.example.gov.cn/news/20120517/1.html?a=1&b=2',
      '2024-05-20T08:00:00.000Z',
      '陳鍇竑、趙長松',
      '珍園',
      '黨建、文昌 商圈',
    ]);
    expect(textWithBreaks(document.querySelector('.note p'))).toBe('看第二段。\n再看附件。');
  });

  test('every block', () => {
    expect(textsOf(document, '.body h2')).toEqual(['一、調研']);
    expect(textsOf(document, '.body > p')).toEqual(['趙長松、居益芬陪同。']);
    expect(document.querySelector('.body > p a')?.outerHTML).toBe(
      '<a href="https://www.example.gov.cn/zhao" rel="noopener noreferrer">趙長松</a>',
    );
    expect(textsOf(document, '.body ol li')).toEqual(['服務', '品牌']);
    expect(textsOf(document, 'blockquote p')).toEqual(['集民智', '借外腦']);
    expect(textsOf(document, 'caption')).toEqual(['名單']);
    expect(textsOf(document, 'th, td')).toEqual(['姓名', '職務', '區', '街道']);
    expect(document.querySelector('th')?.rowSpan).toBe(2);
    expect(document.querySelectorAll('th')[1]?.colSpan).toBe(2);
    expect(document.querySelector('figure a')?.getAttribute('href')).toBe('https://www.example.gov.cn/1.jpg');
    expect(textsOf(document, 'figcaption')).toEqual(['座談會']);
    expect(textsOf(document, '.attachments li')).toEqual(['附件1']);
  });

  test('several clips have a table of contents whose links lead to them', () => {
    const several = documentOf(toHtml([REPORT, NOTICE]));
    expect(several.title).toBe(CHINESE_LABELS.library);
    const links = [...several.querySelectorAll('nav a')];
    expect(
      links.map((link) => several.querySelector(link.getAttribute('href')!)?.querySelector('h1')?.textContent),
    ).toEqual(['陳鍇竑調研文昌商圈', '关于政务公开的通知']);
  });

  test('the words of the page can be in another language', () => {
    const document = documentOf(toHtml([REPORT], { ...CHINESE_LABELS, source: 'Source' }));
    expect(textsOf(document, 'dt')[0]).toBe('Source');
  });

  test('a clip without a version shows what its header knows', () => {
    const document = documentOf(toHtml([{ ...REPORT, versions: [] }]));
    expect(textsOf(document, 'h1')).toEqual(['陳鍇竑調研文昌商圈']);
    expect(document.querySelector('.body')?.textContent?.trim()).toBe('');
  });
});

describe('nothing a page says can run or be loaded', () => {
  test('a policy forbids scripts and requests', () => {
    const policy = documentOf(toHtml([])).querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
  });

  test.each(HOSTILE_TEXTS)('%j is text wherever it stands', (text) => {
    const document = documentOf(toHtml([hostileEntry(text), hostileEntry(text)]));
    expect(foreignMarkup(document)).toEqual([]);
    const schemes = [...document.querySelectorAll('[href]')].map((link) => link.getAttribute('href')!.slice(0, 6));
    expect(new Set(schemes)).toEqual(new Set(['https:', '#clip-']));
    const clean = cleanText(text);
    expect(textWithBreaks(document.querySelector('h1'))).toBe(clean);
    expect(textWithBreaks(document.querySelector('.note p'))).toBe(clean);
    expect(textWithBreaks(document.querySelector('.body h3'))).toBe(clean);
    expect(textWithBreaks(document.querySelector('td'))).toBe(clean);
    expect(textWithBreaks(document.querySelector('.attachments li'))).toBe(clean);
  });

  test('a link to a script stays text, its page too', () => {
    const entry = makeEntry({
      clip: { url: 'javascript:alert(1)' },
      article: {
        blocks: [{ type: 'paragraph', text: '点击', links: [{ start: 0, end: 2, href: ' javascript:alert(1)' }] }],
      },
    });
    const document = documentOf(toHtml([entry]));
    expect(document.querySelectorAll('a')).toHaveLength(0);
    expect(textsOf(document, '.body p')).toEqual(['点击']);
  });

  test('spans are no larger than HTML allows', () => {
    const cell = documentOf(toHtml([hostileEntry('x')])).querySelectorAll('td')[1];
    expect(cell?.getAttribute('colspan')).toBe('1000');
    expect(cell?.getAttribute('rowspan')).toBe('65534');
  });

  test('a title of 100 kB is whole', () => {
    const title = '长'.repeat(34_000);
    expect(documentOf(toHtml([makeEntry({ clip: { title } })])).title).toBe(title);
  });
});
