import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { cleanText, oneLine } from '../../../../utils/clips/formats/clean-text';
import { toEpub } from '../../../../utils/clips/formats/epub';
import { CHINESE_LABELS } from '../../../../utils/clips/formats/labels';
import { HOSTILE_TEXTS, hostileEntry, makeEntry, NOTICE, REPORT } from './make-entry';

/** jsdom's XML parser is strict: what is not well-formed throws. */
const xmlOf = (text: string, type: 'application/xml' | 'application/xhtml+xml') =>
  new JSDOM(text, { contentType: type }).window.document;

function open(bytes: Uint8Array) {
  const files = new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  const page = (name: string) => xmlOf(files.get(`EPUB/${name}`)!, 'application/xhtml+xml');
  return { files, opf: xmlOf(files.get('EPUB/package.opf')!, 'application/xml'), page };
}

const attributes = (document: Document, name: string, attribute: string) =>
  [...document.getElementsByTagName(name)].map((element) => element.getAttribute(attribute));

const contentOf = (document: Document, name: string) =>
  [...document.getElementsByTagName(name)].map((element) => element.textContent);

function textWithBreaks(element: Element | null): string {
  for (const lineBreak of [...(element?.getElementsByTagName('br') ?? [])]) lineBreak.replaceWith('\n');
  return element?.textContent ?? '';
}

describe('the container', () => {
  const bytes = toEpub([REPORT, NOTICE]);
  const { files, opf, page } = open(bytes);

  test('begins with its type, stored as it is and without an extra field', () => {
    // Local file header (APPNOTE 4.3.7): signature, method at 8, lengths of name and extra field at 26 and 28.
    const header = new DataView(bytes.buffer, bytes.byteOffset, 30);
    expect(header.getUint32(0, true)).toBe(0x04034b50);
    expect(header.getUint16(8, true)).toBe(0);
    expect(header.getUint16(26, true)).toBe(8);
    expect(header.getUint16(28, true)).toBe(0);
    expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  });

  test('leads to the package', () => {
    const container = xmlOf(files.get('META-INF/container.xml')!, 'application/xml');
    expect(attributes(container, 'rootfile', 'full-path')).toEqual(['EPUB/package.opf']);
  });

  test('the package names what it holds, and nothing else is there', () => {
    expect(opf.documentElement.getAttribute('version')).toBe('3.0');
    expect(contentOf(opf, 'dc:title')).toEqual([CHINESE_LABELS.library]);
    expect(contentOf(opf, 'dc:language')).toEqual(['zh-Hant', 'zh-Hans']);
    expect(contentOf(opf, 'dc:identifier')).toEqual(['qingyue:0b5e-1:2:2024-05-20T08:00:00Z']);
    expect(contentOf(opf, 'meta')).toEqual(['2024-05-20T08:00:00Z']);
    const hrefs = attributes(opf, 'item', 'href');
    expect(hrefs).toEqual(['contents.xhtml', 'style.css', 'clip-1.xhtml', 'clip-2.xhtml']);
    expect([...files.keys()].sort()).toEqual(
      ['mimetype', 'META-INF/container.xml', 'EPUB/package.opf', ...hrefs.map((href) => `EPUB/${href}`)].sort(),
    );
    expect(attributes(opf, 'itemref', 'idref')).toEqual(['contents', 'clip-1', 'clip-2']);
    expect(opf.querySelector('[properties="nav"]')?.getAttribute('href')).toBe('contents.xhtml');
  });

  test('the table of contents has a chapter for each clip', () => {
    const contents = page('contents.xhtml');
    const nav = contents.querySelector('nav')!;
    expect(nav.getAttributeNS('http://www.idpf.org/2007/ops', 'type')).toBe('toc');
    expect([...nav.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['clip-1.xhtml', '陳鍇竑調研文昌商圈'],
      ['clip-2.xhtml', '关于政务公开的通知'],
    ]);
  });

  test('a chapter has its language and text', () => {
    const chapter = page('clip-1.xhtml');
    expect(chapter.documentElement.getAttribute('lang')).toBe('zh-Hant');
    expect(chapter.documentElement.getAttribute('xml:lang')).toBe('zh-Hant');
    expect(chapter.title).toBe('陳鍇竑調研文昌商圈');
    expect(contentOf(chapter, 'li')).toEqual(['服務', '品牌', '附件1']);
    expect(contentOf(chapter, 'blockquote')).toEqual(['集民智借外腦']);
  });

  test('the same clips are the same bytes', () => {
    expect(toEpub([REPORT, NOTICE])).toEqual(bytes);
  });
});

test('a book of one clip has its title', () => {
  expect(contentOf(open(toEpub([REPORT])).opf, 'dc:title')).toEqual(['陳鍇竑調研文昌商圈']);
});

test.each(HOSTILE_TEXTS)('%j is well-formed text', (text) => {
  const { opf, page } = open(toEpub([hostileEntry(text)]));
  const chapter = page('clip-1.xhtml');
  const clean = cleanText(text);
  const title = oneLine(text);
  expect(contentOf(opf, 'dc:title')).toEqual([title]);
  expect(page('contents.xhtml').querySelector('nav a')?.textContent).toBe(title);
  expect(textWithBreaks(chapter.querySelector('h1'))).toBe(clean);
  expect(textWithBreaks(chapter.querySelector('.note p'))).toBe(clean);
  expect(textWithBreaks(chapter.querySelector('td'))).toBe(clean);
  expect(chapter.querySelectorAll('script, img, iframe, object, embed, form, [src], [style], [onerror]')).toHaveLength(
    0,
  );
  expect([...chapter.querySelectorAll('[href]')].map((link) => link.getAttribute('href')!.slice(0, 6))).toEqual([
    'style.',
    'https:',
    'https:',
  ]);
});

test('a title of 100 kB is whole', () => {
  const title = '长'.repeat(34_000);
  expect(open(toEpub([makeEntry({ clip: { title } })])).page('clip-1.xhtml').title).toBe(title);
});
